"""helpdesk/conversation/actions/: seeing, cancelling, moving, and reaching a person, as residents do it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import opening
from helpdesk.booking.tables import openings
from helpdesk.people.contacts import change
from helpdesk.store.removal import remove
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, book, bookings_of, choose, contact_of, say, steps
from tests.support.builders import PROXY
from tests.support.one_database import on_sqlite
from tests.support.recount import miscounted
from tests.support.service import Service

THREE = "Ho Thi Mai 1954, Ho Van Ba 1960, Ho Thi Tu 1962"


def _names(service: Service) -> list[list[str]]:
    return [[person.name for person in booking.people] for booking in bookings_of(service)]


def _taken(service: Service, opening_id: int) -> int:
    with service.engine.connect() as db:
        assert miscounted(db) == []
        return opening(db, opening_id).taken


def test_one_of_three_is_cancelled_by_number(service: Service) -> None:
    made = book(service, names=THREE)
    assert steps(say(service, "HUY")) == ["cancel.who"]
    assert steps(say(service, "3")) == ["cancel.fewer"]
    assert _names(service) == [["Ho Thi Mai", "Ho Thi Tu"]]
    assert _taken(service, made.opening.id) == 2


def test_one_of_three_is_cancelled_by_name(service: Service) -> None:
    book(service, names=THREE)
    assert steps(say(service, "HUY", "Hồ Thị Tư")) == ["cancel.fewer"]
    assert _names(service) == [["Ho Thi Mai", "Ho Van Ba"]]


def test_all_are_cancelled_at_once(service: Service) -> None:
    made = book(service, names=THREE)
    assert steps(say(service, "HUY", "1")) == ["cancel.gone"]
    assert bookings_of(service) == []
    assert _taken(service, made.opening.id) == 0


def test_who_thinks_better_of_it_keeps_the_places(service: Service) -> None:
    book(service)
    assert say(service, "HUY", "khong").startswith("Vang")
    assert len(bookings_of(service)) == 1


def test_without_a_booking_there_is_nothing_to_cancel_or_see(service: Service) -> None:
    book(service, who=PROXY)
    assert steps(say(service, "HUY")) == ["cancel.nothing"]
    assert "my_booking.none_yet" in steps(say(service, "XEM"))[0].split("|")


def test_a_booking_moves_with_all_its_persons(service: Service) -> None:
    made = book(service, names=THREE)
    assert steps(say(service, "DOI")) == ["reschedule.to_when"]
    assert steps(say(service, "1")) == ["reschedule.moved"]
    (moved,) = bookings_of(service)
    assert (moved.id, moved.code, moved.party) == (made.id, made.code, 3)
    assert moved.opening.id != made.opening.id
    assert (_taken(service, made.opening.id), _taken(service, moved.opening.id)) == (0, 3)


def test_a_booking_that_cannot_move_stays(service: Service) -> None:
    made = book(service, names=THREE)
    question = say(service, "DOI")
    with service.engine.begin() as db:
        others = openings.c.id != made.opening.id
        db.execute(openings.update().where(others).values(capacity=2))
    assert steps(question) == ["reschedule.to_when"]
    assert steps(say(service, "1")) == ["reschedule.no_other"]
    assert [booking.opening.id for booking in bookings_of(service)] == [made.opening.id]
    assert _taken(service, made.opening.id) == 3


def test_what_is_over_is_neither_cancelled_nor_moved(service: Service) -> None:
    made = book(service)
    say(service, made.code)
    service.clock.set(made.opening.ends_at)
    assert steps(say(service, "2")) == ["past_booking.gone_by"]
    assert _taken(service, made.opening.id) == 1


def test_an_opening_that_is_gone_meanwhile_is_no_fault_and_she_is_asked_where_once_more(
    service: Service,
) -> None:
    choose(service)
    with service.engine.begin() as db:
        remove(db, openings, openings.c.id > 0)
    assert steps(say(service, "1")) == ["book.where"]
    assert steps(say(service, "1")) == ["book.nothing_there"]


def test_an_opening_that_is_gone_before_the_names_came_asks_for_no_yes(service: Service) -> None:
    say(service, "DAT", "1", "1")
    with service.engine.begin() as db:
        remove(db, openings, openings.c.id > 0)
    assert steps(say(service, "Ho Thi Mai 1954")) == ["book.where"]


def test_an_opening_that_was_called_off_while_she_decided_is_said_to_be_over(service: Service) -> None:
    choose(service)
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.taken == 0).values(state="cancelled"))
    assert steps(say(service, "1")) == ["book.nothing_there"]


def test_more_than_there_is_room_for_are_told_how_many_there_are(service: Service) -> None:
    say(service, "DAT", "1", "1")
    with service.engine.begin() as db:
        db.execute(openings.update().values(capacity=2))
    answer = say(service, THREE)
    assert steps(answer) == ["book.too_many"]
    assert "2" in answer.splitlines()[0]
    assert steps(say(service, "2")) == ["book.who"]
    assert steps(say(service, "Ho Thi Mai 1954, Ho Van Ba 1960")) == ["book.consent"]


def test_her_village_is_remembered_and_offered_the_next_time(service: Service) -> None:
    assert "ban Tuoc" not in say(service, "DAT")
    assert steps(say(service, "ban Tuoc", "1", "Ho Thi Mai 1954", "1")) == ["book.booked"]
    contact = contact_of(service)
    assert contact.place_id is not None
    assert contact.commune_id is not None
    offered = say(service, "DAT")
    assert "ban Tuoc" in offered
    assert "Dan Hoa" not in offered, "and the centre is her commune's"


def test_a_question_reaches_an_official_as_it_was_written(service: Service) -> None:
    assert steps(say(service, "gap can bo")) == ["human.how"]
    assert steps(say(service, "Thẻ của tôi bao giờ có?")) == ["human.noted"]
    assert steps(say(service, "goi lai")) == ["callback.noted"]
    say(service, "goi lai")
    with service.engine.connect() as db:
        rows = db.execute(sa.select(tickets.c.kind, tickets.c.text, tickets.c.state).order_by(tickets.c.id))
        assert [tuple(row) for row in rows] == [
            ("question", "Thẻ của tôi bao giờ có?", "open"),
            ("callback", "", "open"),
        ]


@pytest.mark.parametrize("accents", [False, True])
def test_it_is_written_as_she_asked_for(service: Service, accents: bool) -> None:
    contact = contact_of(service)
    with service.engine.begin() as db:
        change(db, contact.id, accents=accents)
    (menu,) = service.text(contact.address, "menu")
    assert ("định danh" in menu) == accents


def test_going_back_asks_the_last_question_again(service: Service) -> None:
    say(service, "DAT", "1", "1")
    assert asked(service) == ("book", "who")
    assert steps(say(service, "00")) == ["book.which_opening"]
    assert steps(say(service, "00")) == ["book.where"]
    service.clock.advance(timedelta(hours=1))
    assert steps(say(service, "1")) == ["book.which_opening"]


NUMERALS = "Ho Van Nam 1985, Ho Thi Hai 1990, Ho Van Ba, Ho Van Sau, Ho Thi A 1970"


@on_sqlite
@pytest.mark.parametrize(
    ("text", "left"),
    [
        # As numerals these would be the fifth, the second and the third line: somebody else's place.
        ("nam", ["Ho Thi Hai", "Ho Van Ba", "Ho Van Sau", "Ho Thi A"]),
        ("hai", ["Ho Van Nam", "Ho Van Ba", "Ho Van Sau", "Ho Thi A"]),
        ("ba", ["Ho Van Nam", "Ho Thi Hai", "Ho Van Sau", "Ho Thi A"]),
        ("3", ["Ho Van Nam", "Ho Van Ba", "Ho Van Sau", "Ho Thi A"]),
        ("Ho Van Nam 1985", ["Ho Thi Hai", "Ho Van Ba", "Ho Van Sau", "Ho Thi A"]),
        ("Tất cả", []),
        ("tat ca 5 nguoi", []),
        ("ca 5 nguoi", []),
        ("het", []),
    ],
)
def test_whoever_is_named_on_the_list_is_cancelled_and_nobody_else(
    service: Service, text: str, left: list[str]
) -> None:
    book(service, names=NUMERALS)
    say(service, "HUY", text)
    assert [person.name for booking in bookings_of(service) for person in booking.people] == left


@on_sqlite
@pytest.mark.parametrize("text", ["ca 3 nguoi", "nguoi 5", "5 nguoi", "Ho", "nguoi", "Ho Van"])
def test_nobody_is_cancelled_by_a_guess(service: Service, text: str) -> None:
    book(service, names=NUMERALS)
    say(service, "HUY", text)
    assert [booking.party for booking in bookings_of(service)] == [5]


def test_one_neighbour_too_many_is_told_and_not_left_out(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(openings.update().values(capacity=30))
    village = ", ".join(f"Ho Van {chr(ord('A') + n)}" for n in range(21))
    assert steps(say(service, "DAT", "1", "1", village)) == ["book.beyond_limit"]
    assert bookings_of(service) == []


@pytest.mark.parametrize("wish", ["HUY", "XOA"])
def test_whoever_says_dat_when_asked_whether_to_cancel_keeps_her_place(service: Service, wish: str) -> None:
    made = book(service)
    assert steps(say(service, wish, "DAT")) == ["book.where"]
    assert [booking.id for booking in bookings_of(service)] == [made.id]


def _marked(service: Service, booking: Booking, *outcomes: Outcome) -> None:
    """It is the morning of that day, and who is booked is marked, one after the other."""
    service.clock.set(booking.opening.starts_at - timedelta(hours=1))
    with service.engine.begin() as db:
        there = [one.booked_id for one in attendance_in(db, [booking.opening.id])]
        for booked_id, to in zip(there, outcomes, strict=False):
            timetable = service.runtime.settings.timetable
            mark(db, booked_id, to, by=By(None), now=service.clock.now(), timetable=timetable)


def test_whoever_came_is_not_said_to_be_cancelled(service: Service) -> None:
    made = book(service, names=THREE)
    _marked(service, made, Outcome.CAME)
    assert steps(say(service, "HUY", "Ho Thi Mai")) == ["cancel.was_there"]
    answer = say(service, "HUY", "1")
    assert steps(answer) == ["cancel.rest_gone"]
    assert ("Ho Thi Mai" in answer, "Ho Van Ba" in answer) == (True, False)
    assert _names(service) == [["Ho Thi Mai"]]
    service.clock.advance(timedelta(minutes=30))
    assert steps(say(service, "HUY", "1")) == ["cancel.were_there"]
    assert _taken(service, made.opening.id) == 1


def test_whoever_was_served_stays_when_the_others_change_the_day(service: Service) -> None:
    made = book(service, names=THREE)
    _marked(service, made, Outcome.TAKEN, Outcome.SENT_AWAY)
    answer = say(service, "DOI", "1")
    assert steps(answer) == ["reschedule.moved"]
    assert ("Ho Thi Mai" in answer, "Ho Thi Tu" in answer) == (False, True)
    assert _names(service) == [["Ho Thi Mai"], ["Ho Van Ba", "Ho Thi Tu"]]
    say(service, "DOI", "1")
    assert _taken(service, made.opening.id) == 1
    others = bookings_of(service)[1]
    with service.engine.begin() as db:
        # Of those who are left nobody has to go anywhere.
        cancel(db, others, now=service.clock.now())
    assert steps(say(service, "DOI", "1")) == ["reschedule.served"]
