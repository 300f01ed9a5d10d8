"""Who is named where it was asked who comes: one gate for names, helpdesk/text/people/likely_names.py."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.people.who_comes import DOUBTFUL
from helpdesk.conversation.understanding.understand import Here, understand
from tests.conversation.understanding.people.answers_to_who import DOUBTED, MORE_NAMED, NAMED, NOBODY
from tests.conversation.understanding.questions import END, PLACES, WHO

HERE = Here(date(2026, 12, 1), lambda: list(PLACES.values()))
ASKED = replace(WHO, ask=replace(WHO.ask, exits={**WHO.ask.exits, DOUBTFUL: END}), books=True)


def said(text: str) -> tuple[str | None, Any]:
    """Whether people are named by a text, or in doubt, and who they are."""
    understood = understand(text, ASKED, HERE)
    if understood.answer is not None:
        return understood.answer.outcome, understood.answer.value
    people = understood.facts.get(PEOPLE)
    return ("named", people) if people else (None, None)


def people(written: str) -> list[list[str | int | None]]:
    found: list[list[str | int | None]] = []
    for one in written.split("; "):
        name, _, year = one.rpartition(" ")
        found.append([name, int(year)] if year.isdecimal() else [one, None])
    return found


@pytest.mark.parametrize(("text", "who"), NAMED + MORE_NAMED)
def test_who_is_named_is_booked_and_no_word_around_the_names(text: str, who: str) -> None:
    assert said(text) == ("named", people(who))


@pytest.mark.parametrize("text", NOBODY)
def test_a_sentence_names_nobody(text: str) -> None:
    assert said(text) == (None, None)


@pytest.mark.parametrize(("text", "who"), DOUBTED)
def test_what_may_be_a_name_is_asked_about(text: str, who: str) -> None:
    assert said(text) == (DOUBTFUL, people(who))
