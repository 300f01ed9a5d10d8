"""The village that was spoken of last is the one that is meant: for a booking, a move, a visit at home. All are invented."""

import pytest
import sqlalchemy as sa

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import bookings_of, say, steps
from tests.support.service import Service

HERS = "dk ho van a 1985 trung tam thuong trach thu 4"


def places(service: Service) -> list[str]:
    return [booking.opening.place_name for booking in bookings_of(service)]


@pytest.mark.parametrize("text", ["dat", "dat cho 3 nguoi", "dat cho Ho Thi Co 1960"])
def test_who_looked_up_a_village_and_books_books_there(service: Service, text: str) -> None:
    say(service, "khi nao can bo ve ban tuoc")
    answer = say(service, text)
    assert steps(answer)[-1] == "book.only_day"
    assert "Tai ban Tuoc" in answer


def test_who_asks_when_they_come_in_a_booking_asks_it_of_that_village(service: Service) -> None:
    say(service, "dat cho", "ca roong 1")
    answer = say(service, "khi mo can bo vo")
    assert steps(answer) == ["begun_before.begun", "visit_when.here"]
    assert "ban Ca Roong 1" in answer


@pytest.mark.parametrize("text", ["doi sang ban tuoc", "doi cho o ban tuoc", "chuyen ve ban tuoc giup toi"])
def test_who_moves_to_another_village_is_shown_its_days(service: Service, text: str) -> None:
    say(service, HERS, "1")
    answer = say(service, text)
    assert (steps(answer), answer.split(".")[0]) == (["reschedule.to_when"], "Tai ban Tuoc")
    say(service, "1")
    assert places(service) == ["Tuộc"]


def test_who_says_so_where_days_of_the_old_place_are_listed_is_shown_the_others(service: Service) -> None:
    say(service, HERS, "1", "DOI")
    assert say(service, "khong toi muon o ban tuoc").startswith("Tai ban Tuoc.")
    assert places(service) == ["Thượng Trạch"]


def test_a_day_there_is_asked_about(service: Service) -> None:
    say(service, HERS, "1")
    assert steps(say(service, "chuyen sang ban y leng ngay 8/12")) == ["reschedule.that_day"]
    say(service, "1")
    assert places(service) == ["Y Leng"]


def test_who_cannot_walk_is_not_asked_again_who_and_where(service: Service) -> None:
    say(service, "me toi khong di lai duoc, dat cho ban tuoc Ho Thi Co 1950")
    assert steps(say(service, "1")) == ["elderly_home.noted", "book.noted", "book.only_day"]
    with service.engine.connect() as db:
        assert db.scalars(sa.select(tickets.c.text)).all() == ["Ho Thi Co 1950, bản Tuộc"]
    say(service, "1", "1")
    assert [one.name for booking in bookings_of(service) for one in booking.people] == ["Ho Thi Co"]


def test_who_only_cannot_walk_is_asked_nothing_more(service: Service) -> None:
    assert steps(say(service, "toi khong di lai duoc", "1")) == ["elderly_home.noted"]
    with service.engine.connect() as db:
        assert db.scalars(sa.select(tickets.c.text)).all() == [""]
