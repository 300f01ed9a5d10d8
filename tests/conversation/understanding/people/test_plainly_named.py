"""helpdesk/conversation/understanding/people/plainly_named.py: a name is no consent, no "no" and no command, whatever is asked."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.understanding.answers.refusals import refusal
from helpdesk.conversation.understanding.answers.replies import goes_on, number_reply, yes_or_no
from helpdesk.conversation.understanding.understand import Here, Understood, understand
from helpdesk.conversation.understanding.words import STRONG, WEAK, any_word
from helpdesk.text.folding import matching_key
from tests.conversation.understanding.questions import (
    CANCEL,
    CONSENT,
    END,
    PLACES,
    WHICH,
    WHO,
    answer,
    asking,
    wish,
)

HERE = Here(date(2026, 12, 1), lambda: list(PLACES.values()))
BEFORE = [
    "Ho",
    "Dinh",
    "Cao",
    "Y",
    "Nguyen",
    "Tran",
    "Pham",
    "Hoang",
    "Ho Thi",
    "Ho Van",
    "Le Thi",
    "Mai Van",
]
NUMERALS = ["hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"]
ANSWERS = [
    *("co", "da", "vang", "u", "uh", "ok", "duoc", "dc", "phai", "chac", "roi", "dung", "xong", "dat"),
    *("khong", "thoi", "chua", "khoi", "chang", "de", "sau", "khac", "giu", "huy", "xoa", "mai", "tiep"),
    *(word for word in STRONG | WEAK if word.isalpha() and len(word) < 7),
]
CASES = st.sampled_from([str.title, str.lower, str.upper])
NAMES = st.builds(
    lambda before, word, case: case(f"{before} {word}"),
    st.sampled_from(BEFORE),
    st.sampled_from(ANSWERS + NUMERALS),
    CASES,
)


@pytest.mark.parametrize("case", [str.title, str.lower])
def test_a_word_that_answers_is_no_answer_behind_a_surname(case: type[str]) -> None:
    taken = [
        name
        for before, word in product(BEFORE, ANSWERS + NUMERALS)
        for name in (case(f"{before} {word}"), case(f"va {before} {word}, {before} {word}"))
        if (yes_or_no(name, CONSENT.labels), number_reply(matching_key(name)), refusal(name, more=True))
        != (None, None, None)
        or any_word(matching_key(name))
        or goes_on(matching_key(name))
    ]
    assert taken == []


@settings(max_examples=30, deadline=None)
@given(names=st.lists(NAMES, min_size=1, max_size=2, unique_by=str.casefold))
def test_behind_a_question_of_a_booking_they_are_people(names: list[str]) -> None:
    text = ", ".join(names)
    said = [replace(question, books=True) for question in (CONSENT, WHICH)]
    people = [[name.title(), None] for name in names]
    for question in said:
        assert understand(text, question, HERE) == wish("book", people=people), text
    assert understand(text, WHO, HERE) == answer("named", people), text


@settings(max_examples=30, deadline=None)
@given(name=NAMES)
def test_behind_any_other_question_they_decide_nothing(name: str) -> None:
    nothing = Understood(doubt=("book",), facts={"people": [[name.title(), None]]})
    assert [understand(name, question, HERE) for question in (CANCEL, WHICH, None)] == [nothing] * 3, name


def test_whoever_of_a_list_is_called_so_is_meant() -> None:
    whom = asking(
        Ask("person", {"chosen": END}, options="cancellable"),
        cancellable=[
            {"value": at, "facts": {}, "name": name} for at, name in enumerate(["Hồ Thị Cò", "Y Huy"])
        ],
    )
    assert [understand(text, whom, HERE) for text in ("Y Huy", "ho thi co")] == [
        answer("chosen", 1),
        answer("chosen", 0),
    ]
