"""helpdesk/conversation/leading/her_place/about_waiting.py, and what is answered to an offer. All are invented."""

from datetime import date

import pytest

from helpdesk.booking.tables import openings
from tests.conversation.talk import asked, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@pytest.fixture
def waiting(service: Service) -> Service:
    """Somebody waits for a place on Wednesday at the centre of Thượng Trạch."""
    full = openings.c.day == date(2026, 12, 2)
    with service.engine.begin() as db:
        db.execute(
            openings.update().where(full).values(taken=openings.c.capacity, numbered=openings.c.capacity)
        )
    say(service, "dk Ho Thi Mai 1985 trung tam xa thuong trach thu 4", "4", "1")
    return service


@on_sqlite
@pytest.mark.parametrize("text", ["bao gio co cho", "co cho chua", "thoi khong cho nua"])
def test_who_waits_is_shown_for_what(waiting: Service, text: str) -> None:
    assert steps(say(waiting, text)) == ["waits.show"]


@on_sqlite
def test_who_waits_no_more_is_taken_off_the_list(waiting: Service) -> None:
    assert steps(say(waiting, "xem", "thoi khong cho nua")) == ["waits.left"]


@on_sqlite
def test_who_waits_for_nothing_asks_about_something_else(service: Service) -> None:
    say(service, "co cho chua")
    state = asked(service)
    assert state is None or state[0] != "waits"
    assert bookings_of(service) == []
