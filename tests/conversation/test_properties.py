"""Any text at any question: no exception, nothing over budget, nothing lost, nothing kept that must not be.

`make simulate` says 100,000 of them (bench/any_texts.py); here a sample, drawn by a seed.
"""

import re
from collections.abc import Iterator
from random import Random

import pytest

from helpdesk.conversation.script.load import load
from tests.support.any_texts import LONGEST, AnyTexts
from tests.support.any_turns import AnyTurns, any_turns

SEED = 20261201
TEXTS = 1200


@pytest.fixture(scope="module")
def turns() -> Iterator[AnyTurns]:
    with any_turns(SEED, explored=1200) as turns:
        yield turns


def test_most_questions_are_come_to_by_talking(turns: AnyTurns) -> None:
    reached = turns.found.states.keys() & turns.questions()
    assert len(reached) >= 0.75 * len(turns.questions())
    assert {("book", "who"), ("cancel", "sure"), ("menu", "menu"), ("reminder", "one")} <= reached


def test_any_text_at_any_question_is_answered_within_bounds(turns: AnyTurns) -> None:
    spots = sorted(turns.found.states)
    wrong = [
        f"{'.'.join(spot)} {text!r}: {why}"
        for number in range(TEXTS)
        for spot, text in [(spots[number % len(spots)], turns.texts.draw())]
        for why in turns.faults(spot, text)
    ]
    assert wrong == []


def test_the_texts_are_of_all_kinds() -> None:
    texts = AnyTexts(load(), Random(SEED))
    drawn = [texts.draw() for _ in range(5000)]
    for kind in (
        r"^\d{1,2}$",
        "😀",
        "\u202e",
        "\u0000",
        "[\u0300-\u036f]",
        r"^[A-Z ]{6,}$",
        "HO VAN A",
        "漢",
    ):
        assert any(re.search(kind, one.text) for one in drawn), kind
    assert sum(one.secret is not None for one in drawn) > 300
    assert max(len(one.text) for one in drawn) >= LONGEST
    again = AnyTexts(load(), Random(SEED))
    assert [again.draw() for _ in range(100)] == drawn[:100]
