"""What a resident asks an official for is written down after a yes, once, and nothing that she was doing is lost."""

import pytest
import sqlalchemy as sa

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.playing import play
from helpdesk.people.contacts import meet
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, choose, say, steps
from tests.support.builders import RESIDENT
from tests.support.service import Service

WAYS = {"free_sim": ("2", "5"), "elderly_home": ("5", "3"), "loan_phone": ("5", "5")}
"""From the menu's questions to each flow."""

KINDS = {"free_sim": "sim", "elderly_home": "home_visit", "loan_phone": "phone_loan"}


def opened(service: Service) -> list[str]:
    with service.engine.connect() as db:
        return list(db.execute(sa.select(tickets.c.kind).order_by(tickets.c.id)).scalars())


@pytest.mark.parametrize("flow", WAYS)
def test_a_ticket_is_opened_after_a_yes_only(service: Service, flow: str) -> None:
    assert steps(say(service, "menu", "6", *WAYS[flow])) == [f"{flow}.offer"]
    assert opened(service) == []
    assert steps(say(service, "khong")) == [f"{flow}.declined"]
    assert opened(service) == []
    assert steps(say(service, "menu", "6", *WAYS[flow], "co")) == [f"{flow}.noted"]
    assert opened(service) == [KINDS[flow]]


@pytest.mark.parametrize("flow", WAYS)
def test_who_asks_twice_has_one_open_ticket(service: Service, flow: str) -> None:
    for _ in range(2):
        say(service, "menu", "6", *WAYS[flow], "co")
    assert opened(service) == [KINDS[flow]]


@pytest.mark.parametrize("flow", WAYS)
def test_asked_in_mid_booking_the_booking_goes_on(service: Service, flow: str) -> None:
    choose(service)
    _turn_to(service, flow)
    assert asked(service) == (flow, "offer")
    assert steps(say(service, "co")) == [f"{flow}.noted", "book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]


def _turn_to(service: Service, flow: str) -> None:
    """As when she asks about it in her own words."""
    house = service.runtime.house
    with service.engine.begin() as db:
        contact = meet(db, RESIDENT.phone, now=service.clock.now())
        scene = Scene(db, house, contact, service.runtime.gateway("simulator", ""), service.clock.now())
        before = store.load(db, contact.id)
        played = play(scene, house.script.structure, before.state, Start(flow, suspend=True))
        store.save(db, contact.id, played.state, edition=house.script.edition, now=scene.now, before=before)
