"""helpdesk/conversation/actions/making/under_six.py: a child under six is promised level 1 only, before a place is taken."""

from datetime import date

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.messaging.tables import outbound_messages
from tests.conversation.talk import asked, bookings_of, say, speaks, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

NA, MAI = "Ho Thi Na 2023", "Ho Thi Mai 1954"
THERE = "trung tam xa thuong trach thu 6"


def _names(service: Service) -> list[list[str]]:
    return [[person.name for person in booking.people] for booking in bookings_of(service)]


def test_a_child_under_six_is_told_of_before_anything_is_booked(service: Service) -> None:
    told = say(service, f"dk cho chau {NA} {THERE}")
    assert asked(service) == ("book", "under_six")
    assert told.splitlines() == [
        "Ho Thi Na 2023 chua du 6 tuoi: co the can cuoc chi lam duoc muc 1, chua lam muc 2. Ba con muon:",
        "1 Van dat de hoi can bo",
        "2 Nhan lai ten, nam sinh",
        "3 Nho can bo goi lai",
    ]
    assert bookings_of(service) == []


def test_whoever_books_all_the_same_is_promised_no_level_2(service: Service) -> None:
    echo = say(service, f"dk {NA} {THERE}", "1")
    assert steps(echo) == ["book.consent"]
    told = say(service, "1")
    assert speaks(told, "book.booked_case")
    assert ["muc 2" in said for said in (echo, told)] == [False, False]
    assert ["duoi 6 tuoi: muc 1" in said for said in (echo, told)] == [True, True]
    assert _names(service) == [["Ho Thi Na"]]


def test_the_others_of_a_household_are_booked_alone(service: Service) -> None:
    told = say(service, f"dk {MAI}, {NA} {THERE}")
    assert asked(service) == ("book", "some_under_six")
    assert told.splitlines()[1] == "1 Chi dat cho nguoi khac"
    assert steps(say(service, "1")) == ["book.consent"]
    say(service, "1")
    assert _names(service) == [["Ho Thi Mai"]]


def test_the_whole_household_is_booked_where_she_wants_it(service: Service) -> None:
    assert steps(say(service, f"dk {MAI}, {NA} {THERE}", "2")) == ["book.consent"]
    say(service, "1")
    assert _names(service) == [["Ho Thi Mai", "Ho Thi Na"]]


def test_a_birth_year_put_right_is_asked_no_more(service: Service) -> None:
    assert steps(say(service, f"dk {NA} {THERE}", "2", "Ho Thi Na 2013")) == ["book.consent"]


@on_sqlite
@pytest.mark.parametrize("year", [2020, 2013, 1954])
def test_who_is_six_this_year_or_older_is_asked_nothing_of_it(service: Service, year: int) -> None:
    assert steps(say(service, f"dk Ho Thi Na {year} {THERE}")) == ["book.consent"]


def test_a_child_that_joins_a_booking_is_told_of_as_well(service: Service) -> None:
    say(service, f"dk {MAI} {THERE}", "1")
    say(service, f"them {NA}")
    assert asked(service) == ("booking_more", "under_six")
    assert speaks(say(service, "1"), "booking_more.join_them")
    say(service, "1")
    assert _names(service) == [["Ho Thi Mai", "Ho Thi Na"]]


@pytest.fixture
def full(service: Service) -> Service:
    """No place is free at the centre of Thượng Trạch on Wednesday."""
    _free(service, 0)
    return service


def _free(service: Service, places: int) -> None:
    taken = openings.c.capacity - places
    wednesday = openings.c.day == date(2026, 12, 2)
    with service.engine.begin() as db:
        db.execute(openings.update().where(wednesday).values(taken=taken, numbered=taken))


def _wait(service: Service, names: str) -> str:
    told = say(service, f"dk {names} trung tam xa thuong trach thu 4")
    return say(service, told.splitlines()[-1].split()[0])


def test_a_child_that_waits_is_told_of_before_it_is_on_the_list(full: Service) -> None:
    told = _wait(full, NA)
    assert asked(full) == ("wait", "under_six")
    assert told.splitlines()[1:] == [
        "1 Van ghi ten de hoi can bo",
        "2 Nhan lai ten, nam sinh",
        "3 Nho can bo goi lai",
    ]
    assert steps(say(full, "1")) == ["wait.consent"]
    assert steps(say(full, "1")) == ["wait.waiting"]


def test_the_others_of_a_household_wait_alone(full: Service) -> None:
    _wait(full, f"{MAI}, {NA}")
    assert asked(full) == ("wait", "some_under_six")
    assert "Ho Thi Na" not in say(full, "1")


def test_an_offer_says_of_whom_it_is_too_early(full: Service) -> None:
    _wait(full, f"{MAI}, {NA}")
    say(full, "2", "1")
    _free(full, 2)
    full.sweep("offers")
    assert asked(full) == ("offer", "offered_young")
    with full.engine.connect() as db:
        query = sa.select(outbound_messages.c.text).order_by(outbound_messages.c.id.desc()).limit(1)
        told = db.execute(query).scalar_one()
    assert "lam duoc muc 2, cho 2 nguoi. Ho Thi Na 2023 chua du 6 tuoi: chi muc 1." in told
    assert steps(say(full, "1")) == ["offer.booked"]


def test_an_offer_for_a_child_alone_promises_no_level_2(full: Service) -> None:
    _wait(full, NA)
    say(full, "1", "1")
    _free(full, 1)
    full.sweep("offers")
    assert asked(full) == ("offer", "offered")
    with full.engine.connect() as db:
        (text,) = db.execute(
            sa.select(outbound_messages.c.text).where(outbound_messages.c.text.like("Co cho%"))
        ).scalars()
    assert "duoi 6 tuoi: muc 1, cho Ho Thi Na 2023" in text


def test_it_is_said_in_english_too(service: Service) -> None:
    say(service, "english", "2")
    told = say(service, f"book {NA} Thuong Trach centre Friday")
    assert "Ho Thi Na 2023 is under 6: with an ID card level 1 only, not level 2." in told
