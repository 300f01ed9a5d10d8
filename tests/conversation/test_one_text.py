"""A booking by one text: what was understood is kept, only what is missing is asked.

It is Tuesday 1 December; the centre of Thượng Trạch is open on Wednesday 2, Friday 4 and Monday 7.
"""

from datetime import date, time

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.places.communes import Place, all_places
from helpdesk.text.segments import measure
from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support import builders
from tests.support.one_database import on_sqlite
from tests.support.service import Service
from tests.support.statements import statements_of

CENTRE = "trung tam thuong trach"
WEDNESDAY, FRIDAY = date(2026, 12, 2), date(2026, 12, 4)
ALL = f"DK HO VAN A 1985, HO THI B 1990 {CENTRE} THU 4"


def _booked(service: Service) -> tuple[date, list[tuple[str, int | None]]]:
    (one,) = bookings_of(service)
    return one.opening.day, [(person.name, person.birth_year) for person in one.people]


def _centre(db: sa.Connection) -> Place:
    return next(place for place in all_places(db) if place.name == "Thượng Trạch")


def _afternoon_too(service: Service) -> None:
    """On Wednesday the centre is open from half past one, too."""
    with service.engine.begin() as db:
        builders.opening(db, _centre(db), day=WEDNESDAY, at=time(13, 30))


def _full(service: Service, day: date, free: int = 0) -> None:
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.day == day).values(taken=openings.c.capacity - free))


@pytest.mark.parametrize(
    "text",
    [
        ALL,
        f"thu 4 {CENTRE} dk ho van a 1985, ho thi b 1990",
        f"ho van a 1985 va ho thi b 1990, ngay 2/12, {CENTRE}",
        f"Cho mình đăng ký: Hồ Văn A 1985, Hồ Thị B 1990. {CENTRE} sáng thứ tư",
    ],
)
def test_all_in_one_text_in_any_order_is_read_back_at_once(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["book.consent"]
    assert steps(say(service, "1")) == ["book.booked"]
    day, people = _booked(service)
    assert (day, [year for _, year in people]) == (WEDNESDAY, [1985, 1990])


def test_a_known_contact_gets_one_segment_and_then_at_most_two(service: Service) -> None:
    book(service, opening=2)
    echo = say(service, ALL)
    assert (steps(echo), measure(echo).segments) == (["book.confirm"], 1)
    booked = say(service, "1")
    assert (steps(booked), measure(booked).segments <= 2) == (["book.booked"], True)


def test_it_costs_no_more_statements_than_a_booking_may(service: Service) -> None:
    with statements_of(service.engine) as seen:
        say(service, ALL)
    assert len(seen) <= 20


@on_sqlite
@pytest.mark.parametrize(
    ("text", "step"),
    [
        (f"dk ho van a 1985 {CENTRE}", "which_opening"),
        (f"dat cho {CENTRE} thu 4", "who"),
        ("dk ho van a 1985 thu 4", "where"),
        ("dk ho van a 1985 ca roong thu 4", "which_village"),
        (f"nha toi 4 nguoi muon dat cho {CENTRE} thu 4", "who"),
        (f"dk ho van a 1985 {CENTRE} ram thang 11", "which_opening"),
        (f"dk ho van a 1985 {CENTRE} thu 5", "no_opening"),
    ],
)
def test_only_the_first_missing_piece_is_asked(service: Service, text: str, step: str) -> None:
    say(service, text)
    assert asked(service) == ("book", step)


def test_a_remembered_village_is_not_guessed(service: Service) -> None:
    say(service, "dk ho van a 1985 ban tuoc", "1", "1")
    assert [one.opening.place_name for one in bookings_of(service)] == ["Tuộc"]
    assert steps(say(service, "dk ho thi b 1990")) == ["book.noted", "book.where"]


def test_the_day_waits_for_the_place(service: Service) -> None:
    say(service, "dk ho van a 1985 thu 6", "1")
    assert asked(service) == ("book", "consent")
    say(service, "1")
    assert _booked(service) == (FRIDAY, [("Ho Van A", 1985)])


def test_place_and_day_are_taken_where_only_the_place_was_asked(service: Service) -> None:
    say(service, "DAT", f"{CENTRE} thu 6")
    assert asked(service) == ("book", "who")


@pytest.mark.parametrize(("part", "starts"), [("sang", "7h30-11h"), ("chieu", "13h30-17h")])
def test_the_part_of_the_day_chooses_between_openings(service: Service, part: str, starts: str) -> None:
    _afternoon_too(service)
    assert starts in say(service, f"dk ho van a 1985 {CENTRE} {part} thu 4")
    assert asked(service) == ("book", "consent")


def test_without_it_she_chooses(service: Service) -> None:
    _afternoon_too(service)
    answer = say(service, ALL)
    assert asked(service) == ("book", "which_opening")
    assert [line[:25] for line in answer.splitlines()[2:]] == [
        "1 thu tu 2/12 7h30-11h, l",
        "2 thu tu 2/12 13h30-17h, ",
    ]


@pytest.mark.parametrize("free", [0, 1])
def test_a_full_day_offers_others_and_keeps_the_names(service: Service, free: int) -> None:
    _full(service, WEDNESDAY, free)
    answer = say(service, ALL)
    assert (asked(service), "thu tu 2/12 khong con du cho" in answer) == (("book", "full_day"), True)
    say(service, "1", "1")
    assert _booked(service) == (FRIDAY, [("Ho Van A", 1985), ("Ho Thi B", 1990)])


def test_a_place_where_nothing_is_planned_is_told(service: Service) -> None:
    with service.engine.begin() as db:
        db.execute(openings.delete().where(openings.c.place_id == _centre(db).id))
    assert steps(say(service, ALL)) == ["book.nothing_there"]


def test_who_is_named_twice_takes_one_place(service: Service) -> None:
    say(service, f"dk ho van a 1985, ho van a 1985, Hồ Thị B {CENTRE} thu 4", "1")
    assert [year for _, year in _booked(service)[1]] == [1985, None]


def test_names_that_follow_are_added_until_the_1(service: Service) -> None:
    say(service, ALL)
    answer = say(service, "Ho Van C 1970, Ho Thi D")
    assert (steps(answer), "Da ghi 4 nguoi" in answer) == (["book.consent_more"], True)
    assert "Da ghi 5 nguoi" in say(service, "them Y Cuc 1991")
    say(service, "1")
    assert [name for name, _ in _booked(service)[1]] == [
        "Ho Van A",
        "Ho Thi B",
        "Ho Van C",
        "Ho Thi D",
        "Y Cuc",
    ]


def test_a_day_that_follows_replaces_the_day(service: Service) -> None:
    say(service, ALL, "dat thu 6", "1")
    assert _booked(service) == (FRIDAY, [("Ho Van A", 1985), ("Ho Thi B", 1990)])


@on_sqlite
@pytest.mark.parametrize("text", ["thu 6", "khong, thu 6", "sang thu 6"])
def test_so_does_a_day_alone(service: Service, text: str) -> None:
    assert "thu sau 4/12" in say(service, ALL, text)
    assert asked(service) == ("book", "consent")


def test_a_place_that_follows_replaces_the_place(service: Service) -> None:
    say(service, f"dk ho van a 1985 {CENTRE}", "1", "ban tuoc")
    assert asked(service) == ("book", "only_day")
    say(service, "1", "1")
    assert [one.opening.place_name for one in bookings_of(service)] == ["Tuộc"]


def test_given_names_with_years_are_added_too(service: Service) -> None:
    assert "Da ghi 4 nguoi" in say(service, ALL, "Mai 1990, Thu 1991")


def test_going_back_asks_the_day_and_then_the_place_again(service: Service) -> None:
    say(service, ALL, "quay lai")
    assert asked(service) == ("book", "which_opening")
    say(service, "quay lai")
    assert asked(service) == ("book", "where")
    say(service, f"{CENTRE} thu 6", "1")
    assert _booked(service) == (FRIDAY, [("Ho Van A", 1985), ("Ho Thi B", 1990)])


def test_an_answer_for_later_moves_nothing(service: Service) -> None:
    say(service, ALL, "mai toi tra loi")
    assert asked(service) == ("book", "consent")
    say(service, "1")
    assert _booked(service)[0] == WEDNESDAY


def test_fewer_names_than_spoken_of_leaves_room_for_more(service: Service) -> None:
    answer = say(service, f"nha toi 4 nguoi dk ho van a 1985 {CENTRE} thu 4")
    assert (steps(answer), "Moi ghi 1/4 nguoi" in answer) == (["book.consent_part"], True)


def test_more_than_can_be_booked_at_once_is_told(service: Service) -> None:
    names = ", ".join(f"Ho Van {letter} {1960 + n}" for n, letter in enumerate("ABCDEGHIKLMNOPQRSTUVX"))
    assert steps(say(service, f"dk {names} {CENTRE} thu 4")) == ["book.beyond_limit"]


def test_names_alone_are_kept_while_it_is_asked_what_for(service: Service) -> None:
    say(service, "Ho Van A 1985, Ho Thi B 1990", "1", f"{CENTRE} thu 4", "1")
    assert _booked(service) == (WEDNESDAY, [("Ho Van A", 1985), ("Ho Thi B", 1990)])


def test_an_opening_chosen_where_she_asked_when_is_not_asked_again(service: Service) -> None:
    assert steps(say(service, "khi nao doi den ban tuoc"))[:1] == ["visit_when.here"]
    say(service, "1")
    assert asked(service) == ("book", "who")
