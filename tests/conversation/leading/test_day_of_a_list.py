"""helpdesk/conversation/leading/day_of_a_list.py: the day said chooses the line."""

from datetime import date
from typing import Any

import pytest

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.day_of_a_list import day_chosen
from helpdesk.conversation.understanding.understand import Here, Question

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
