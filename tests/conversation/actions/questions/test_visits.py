"""When a team comes: her village first, then her commune, and nothing where there is nothing."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.conversation.actions.questions.visits import find_visits
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import contacts
from helpdesk.people.contacts import meet
from helpdesk.places.tables import PlaceKind, communes, places
from tests.conversation.talk import asked, contact_of, say, steps
from tests.support.builders import RESIDENT
from tests.support.service import Service


def village(service: Service, name: str) -> int:
    with service.engine.connect() as db:
        return int(db.execute(sa.select(places.c.id).where(places.c.name == name)).scalar_one())


def visits(service: Service, **answers: int) -> Happened:
    with service.engine.begin() as db:
        contact = meet(db, RESIDENT.phone, now=service.clock.now())
        gateway = service.runtime.gateway("simulator", "")
        scene = Scene(db, service.runtime.house, contact, gateway, service.clock.now())
        return find_visits(scene, answers)


def lines(happened: Happened, name: str) -> list[tuple[str, str]]:
    return [(o["facts"]["place"]["place"][1], o["facts"]["when"]["date"]) for o in happened.facts[name]]


def fill(service: Service, which: sa.ColumnElement[bool]) -> None:
    """Leave no place in these openings."""
    with service.engine.begin() as db:
        db.execute(openings.update().where(which).values(taken=openings.c.capacity))


def test_a_stranger_is_asked_for_her_village(service: Service) -> None:
    assert visits(service) == Happened("unknown")


def test_the_village_she_names_counts_before_the_one_she_is_known_by(service: Service) -> None:
    remembered, named, her = village(service, "Nịu"), village(service, "Tuộc"), contact_of(service)
    with service.engine.begin() as db:
        contacts.change(db, her.id, place_id=remembered)
    assert {place for place, _ in lines(visits(service), "openings")} == {"Nịu"}
    assert {place for place, _ in lines(visits(service, place_id=named), "openings")} == {"Tuộc"}


def test_where_her_village_has_no_place_left_the_rest_of_the_commune_is_told(service: Service) -> None:
    tuoc = village(service, "Tuộc")
    fill(service, openings.c.place_id == tuoc)
    found = visits(service, place_id=tuoc)
    assert (found.outcome, found.facts["place"]["place"]) == ("elsewhere", ["village", "Tuộc"])
    told = lines(found, "around")
    assert told == sorted(told, key=lambda line: line[1])
    assert len(told) == 3
    with service.engine.connect() as db:
        own = db.execute(
            sa.select(places.c.id)
            .join(communes)
            .where(communes.c.name == "Thượng Trạch", places.c.kind.in_([kind.value for kind in PlaceKind]))
        )
        assert {option["facts"]["place_id"] for option in found.facts["around"]} <= set(own.scalars())


def test_nothing_is_promised_where_the_commune_has_no_place_left(service: Service) -> None:
    tuoc = village(service, "Tuộc")
    fill(service, openings.c.taken >= 0)
    assert visits(service, place_id=tuoc).outcome == "none"
    assert steps(say(service, "menu", "6", "4", "3", "ban Tuoc")) == ["visit_when.none_yet"]


def test_what_is_over_is_not_offered(service: Service) -> None:
    tuoc = village(service, "Tuộc")
    service.clock.advance(timedelta(weeks=9))
    assert visits(service, place_id=tuoc).outcome == "none"


def test_she_chooses_a_visit_and_goes_on_to_booking(service: Service) -> None:
    say(service, "menu", "6", "4", "3", "ban Tuoc")
    assert asked(service) == ("visit_when", "here")
    say(service, "1")
    flow, _ = asked(service) or ("", "")
    assert flow == "book"
