"""helpdesk/conversation/calls/number_to_call.py: a phone that she names is the one that is rung."""

import pytest
import sqlalchemy as sa

from helpdesk.people.tables import Reach
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import contact_of, say, speaks, steps
from tests.support.builders import RESIDENT
from tests.support.service import Service


def _written(service: Service) -> list[tuple[str, str]]:
    with service.engine.connect() as db:
        rows = db.execute(sa.select(tickets.c.kind, tickets.c.text).order_by(tickets.c.id))
        return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    "text",
    ["goi cho toi so 0912000444", "goi lai cho me toi so 0912000444, may nay muon", "goi so 0912.000.444"],
)
def test_the_number_named_stands_on_the_ticket_and_is_repeated(service: Service, text: str) -> None:
    answer = say(service, text)
    assert (steps(answer), "0912000444" in answer) == (["callback.noted_elsewhere"], True)
    assert _written(service) == [("callback", f"Gọi số 0912000444. {text}")]


def test_without_a_number_or_with_her_own_this_phone_is_rung(service: Service) -> None:
    assert steps(say(service, "GOI LAI")) == ["callback.noted"]
    assert steps(say(service, f"goi lai cho toi so {RESIDENT.phone}")) == ["callback.noted"]
    assert _written(service) == [("callback", "")]


def test_who_cannot_read_and_asks_to_be_rung_is_rung_now_and_from_now_on(service: Service) -> None:
    assert speaks(say(service, "toi khong biet chu, goi cho toi"), "reach.will_ring_now")
    assert (contact_of(service).reach, _written(service)) == (Reach.CALL.value, [("callback", "")])


def test_who_cannot_read_may_name_another_phone_as_well(service: Service) -> None:
    text = "toi khong biet chu, goi cho toi so 0912000444"
    assert speaks(say(service, text), "reach.will_ring_there")
    assert _written(service) == [("callback", f"Gọi số 0912000444. {text}")]
