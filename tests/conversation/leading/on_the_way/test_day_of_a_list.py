"""helpdesk/conversation/leading/on_the_way/day_of_a_list.py: the day said chooses the line."""

from datetime import date
from typing import Any

import pytest

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.on_the_way.day_of_a_list import day_chosen
from helpdesk.conversation.understanding.understand import Here, Question
from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

HERE = Here(date(2026, 12, 1), tuple)
LINES: list[dict[str, Any]] = [
    {"value": 1, "facts": {"when": {"date": "2026-12-04"}}},
    {"value": 2, "facts": {"when": {"date": "2026-12-07"}}},
]


def question(lines: list[dict[str, Any]]) -> Question:
    ask = Ask("option", {}, options="openings")
    return Question(ask=ask, labels=[], answers={"openings": lines}, places=tuple, this_year=2026)


@pytest.mark.parametrize(("text", "line"), [("thu 6", 0), ("Thứ hai nhé", 1), ("7/12", 1), ("sang thu 6", 0)])
def test_the_day_alone_chooses(text: str, line: int) -> None:
    assert day_chosen(text, question(LINES), HERE) == Heard("chosen", line)


@pytest.mark.parametrize("text", ["thu 5", "thu 6 toi ban viec nha", "mai toi tra loi", "khong", "1"])
def test_other_days_and_words_choose_nothing(text: str) -> None:
    assert day_chosen(text, question(LINES), HERE) is None


def test_two_of_one_day_are_not_guessed_between() -> None:
    assert day_chosen("thu 6", question([LINES[0], LINES[0]]), HERE) is None


@on_sqlite
@pytest.mark.parametrize("text", ["thu 6 chieu", "chieu thu 6"])
def test_a_day_in_the_afternoon_chooses_no_morning(service: Service, text: str) -> None:
    before = book(service).opening.id
    say(service, "doi")
    assert say(service, text).startswith("Khong co buoi chieu thu sau 4/12, chi co 7h30-11h.")
    (booking,) = bookings_of(service)
    assert booking.opening.id == before
    assert asked(service) == ("reschedule", "to_when")


@on_sqlite
@pytest.mark.parametrize("text", ["chieu", "buoi chieu co khong"])
@pytest.mark.parametrize("begins", [("doi",), ("dat", "1")])
def test_a_part_of_the_day_that_does_not_exist_is_said(
    service: Service, begins: tuple[str, ...], text: str
) -> None:
    book(service)
    say(service, *begins)
    assert steps(say(service, text)) == ["book.no_part|reschedule.no_part|reschedule.no_part_apart"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("doi sang chieu", "Tai Trung tam xa Thuong Trach chua co buoi chieu nao"),
        ("doi sang chieu thu 6", "Khong co buoi chieu thu sau 4/12, chi co 7h30-11h."),
        ("doi lich cho ho thi b sang chieu thu 6", "Khong co buoi chieu thu sau 4/12, chi co 7h30-11h."),
        ("doi lich cho ho thi b sang chu nhat", "Chu nhat 6/12 khong co buoi khac con cho."),
    ],
)
def test_who_wants_to_move_to_what_there_is_not_is_told_so(service: Service, text: str, told: str) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990")
    assert say(service, text).startswith(told)
    (booking,) = bookings_of(service)
    assert booking.party == 2


@on_sqlite
def test_a_booking_in_an_afternoon_that_there_is_not_is_told_once(service: Service) -> None:
    told = say(service, "dk ho van a 1985 trung tam xa thuong trach buoi chieu")
    assert "chua co buoi chieu nao" in told
    assert asked(service) == ("book", "which_opening")
