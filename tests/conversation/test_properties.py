"""Any text at any question: no exception, nothing over budget, nothing lost, nothing kept that must not be.

`make simulate` says 100,000 of them (bench/any_texts.py); here a sample, drawn by a seed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from bench.any_texts import shares
from helpdesk.conversation.script.load import load
from helpdesk.conversation.understanding.answers.expectations import EXPECTATIONS
from tests.support.any_texts import LONGEST, AnyTexts
from tests.support.any_turns import AnyTurns, any_turns
from tests.support.every_question import SAID_TO

SEED = "20261201"
TEXTS = 600


@pytest.fixture(scope="module")
def turns() -> Iterator[AnyTurns]:
    with any_turns(SEED, kept=1) as turns:
        yield turns


def test_every_question_of_every_flow_is_come_to(turns: AnyTurns) -> None:
    never_asked = {".".join(spot) for spot in turns.questions - turns.found.keys()}
    assert never_asked == set(), "nobody comes to these: add a way in tests/support/ways_there/"


def test_every_kind_of_answer_is_tried_on_the_way() -> None:
    assert SAID_TO.keys() == EXPECTATIONS.keys()


def test_any_text_at_any_question_is_answered_within_bounds(turns: AnyTurns) -> None:
    before = turns.said.texts
    for said in turns.say_any(TEXTS):
        assert said.wrong == []
    assert turns.said.texts - before == TEXTS


@pytest.mark.parametrize("row", [("quay lai", "quay lai", "1"), ("huy", "khong phai", "menu")])
def test_who_goes_back_or_off_stands_somewhere_whatever_was_asked(
    turns: AnyTurns, row: tuple[str, ...]
) -> None:
    assert turns.say_everywhere(*row).wrong == []


def test_what_is_too_long_and_what_fails_is_told_with_the_way_to_it(turns: AnyTurns) -> None:
    """The menu is made to say too much, and `bring`, to which it leads, is gone."""
    house = turns.now.house
    script, menu = house.script, house.script.flows["menu"]
    texts = {
        step: replace(one, slots={slot: replace(text, sms="dài " * 100) for slot, text in one.slots.items()})
        for step, one in menu.texts.items()
    }
    flows = {**script.flows, "menu": replace(menu, texts=texts)}
    structure = replace(
        script.structure, flows={n: f for n, f in script.structure.flows.items() if n != "bring"}
    )
    at_fault = AnyTurns(turns.now, {("menu", "menu"): turns.found["menu", "menu"]}, SEED)
    house.script = replace(script, flows=flows, structure=structure)
    try:
        *_, said = at_fault.say_any(300)
    finally:
        house.script = script
    assert [why for why in said.wrong if "segments of GSM-7" in why] != []
    assert [why for why in said.wrong if "there is no flow 'bring'" in why] != []
    assert all(why.startswith("menu.menu: ") and "[nobody_yet > " in why for why in said.wrong)


def test_texts_are_shared_out_whole_with_and_without_facts() -> None:
    for jobs in (1, 2, 3):
        shared = shares(seed=7, texts=1001, jobs=jobs, minutes=30)
        assert sum(share.texts for share in shared) == 1001
        assert {share.told for share in shared} == {False, True}
        assert len({share.seed for share in shared}) == len(shared)
        assert sum(share.seconds for share in shared) == pytest.approx(30 * 60 * jobs)


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
