"""helpdesk/conversation/script/checking/fact_wording.py: what may stand for a commune fact."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.fact_wording import declared_facts, wrong_with
from helpdesk.conversation.script.load import load
from helpdesk.places import sample
from helpdesk.places.fact_table import Declared
from tests.support.small_flows import small_flows

FACTS = """
fact_hours: { about: "giờ", longest: { vi: "thứ hai, 7h30-11h30", en: "Monday, 7:30" } }
fact_fee: { about: "lệ phí", longest: "thu 00.000 đồng" }
place: { about: "nơi", longest: "bản Cà Roòng 1" }
"""


def test_the_room_is_that_of_the_shortest_language(tmp_path: Path) -> None:
    script = load(small_flows(tmp_path, placeholders=FACTS))
    assert declared_facts(script) == {"hours": Declared("giờ", 12), "fee": Declared("lệ phí", 15)}


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("thu 10.000 đồng", []),
        ("Thu 10.000đ – 2 lần", ["19 characters as it is sent, there is room for 15"]),
        ("5.000|10.000|2.5", ["18 characters as it is sent, there is room for 15"]),
        ("50% @ xã", ["'% @' cannot be sent by SMS"]),
        ("😀", ["'😀' cannot be sent by SMS"]),
        ("một\nhai", ["a fact is one line"]),
        ("Xem bit.ly/x", ["'bit.ly' looks like a link"]),
        ("từ 7h.30 sáng", []),
        ("Miễn  phí", ["'miễn phí' may never be said: the commune decides"]),
    ],
)
def test_a_text_fits_its_room_can_be_sent_and_says_nothing_forbidden(
    tmp_path: Path, text: str, english: list[str]
) -> None:
    script = load(small_flows(tmp_path, placeholders=FACTS))
    wrong = wrong_with(script, "fee", text)
    assert [one.english for one in wrong] == english
    assert all(one.vietnamese for one in wrong)


def test_the_sample_facts_are_facts_that_texts_name_and_fit() -> None:
    script = load()
    for facts in sample.FACTS.values():
        for key, text in facts.items():
            assert wrong_with(script, key, text) == []
