"""helpdesk/conversation/script/check_intents.py and check_one_way.py: when a flow begins."""

from pathlib import Path

import pytest

from tests.conversation.script.checking import CHOICE, ask, found, say

INTENTS = [
    pytest.param("intents: [whence]", ["3: there is no intent 'whence'"], id="unknown intent"),
    pytest.param(
        "intents: [why, menu]", ["3: the intent 'menu' is served by the flow 'menu'"], id="served twice"
    ),
    pytest.param("intents: [why, where]", [], id="two intents"),
]


@pytest.mark.parametrize(("head", "faults"), INTENTS)
def test_an_intent_is_a_known_one_and_served_once(tmp_path: Path, head: str, faults: list[str]) -> None:
    assert found(tmp_path, say("Thế."), head=head) == faults


def test_what_we_start_with_a_question_has_words_for_gateways_without_replies(tmp_path: Path) -> None:
    steps = f"told:\n  do: tell\n  exits: {{ told: asked }}\n{ask(CHOICE)}"
    why = "we start with this question: it needs a 'one_way' text for gateways that take no replies"
    assert found(tmp_path, steps, head="starts_by_us: true") == [f"9: {why}"]
    both = steps.replace('ask: "Nơi nào?"', 'ask: { sms: "Nơi nào?", one_way: "Gọi xã." }')
    assert found(tmp_path / "both", both, head="starts_by_us: true") == []


def test_a_later_question_needs_none(tmp_path: Path) -> None:
    first = 'first:\n  ask: { sms: "Đến?", one_way: "Đến." }\n  choices: [{ say: "Vâng", to: asked }]\n'
    assert found(tmp_path, first + ask(CHOICE), head="starts_by_us: true") == []
