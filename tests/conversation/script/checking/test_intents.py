"""helpdesk/conversation/script/checking/intents.py and check_one_way.py: when a flow begins."""

from pathlib import Path

import pytest

from tests.conversation.script.one_flow import CHOICE, ask, found, say

INTENTS = [
    pytest.param("intents: [whence]", ["3: there is no intent 'whence'"], id="unknown intent"),
    pytest.param(
        "intents: [why, menu]", ["3: the intent 'menu' is served by the flow 'menu'"], id="served twice"
    ),
    pytest.param("intents: [why, where]", [], id="two intents"),
]


REFINES = [
    pytest.param(
        "intents: [why]\nrefines: [whence]", ["1: there is no intent 'whence' to refine"], id="unknown"
    ),
    pytest.param(
        "intents: [why]\nrefines: [why]",
        ["1: this flow serves 'why' itself: 'refines' is for those of others"],
        id="its own",
    ),
    pytest.param("intents: [why]\nrefines: [fee, menu]", [], id="of others"),
]


@pytest.mark.parametrize(("head", "faults"), REFINES)
def test_what_a_flow_refines_is_a_known_topic_of_others(tmp_path: Path, head: str, faults: list[str]) -> None:
    assert found(tmp_path, say("Thế."), head=head) == faults


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


REPLY = "said where nobody can reply: it cannot ask for a text; name the number to call in 'one_way'"


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("Ngày mai nghỉ. Chọn buổi khác: nhắn DAT.", [REPLY]),
        ("Ngày mai nghỉ. Soạn 1 để đổi.", [REPLY]),
        ("Trả lời số 2.", [REPLY]),
        ("Nhắn {code} để đổi.", [REPLY]),
        ("Ngày mai nghỉ. Xã sẽ nhắn tin cho bà con.", []),
        ("Ngày mai nghỉ. Nhắn cho người cùng bản.", []),
    ],
)
def test_what_we_start_asks_for_no_text_where_nobody_can_send_one(
    tmp_path: Path, words: str, faults: list[str]
) -> None:
    steps = f'told:\n  do: tell\n  exits: {{ told: news }}\nnews:\n  say: "{words}"\n  to: end told\n'
    assert found(tmp_path, steps, head="starts_by_us: true") == [f"9: {fault}" for fault in faults]
    one_way = steps.replace(f'say: "{words}"', f'say: {{ sms: "{words}", one_way: "Gọi xã." }}')
    assert found(tmp_path / "one", one_way, head="starts_by_us: true") == []


def test_neither_does_the_fallback_of_a_commune_that_has_told_no_number(tmp_path: Path) -> None:
    text = '{ sms: "Nghỉ. Nhắn DAT.", one_way: "Gọi {fact_hotline}.", fallback: "Nhắn DAT." }'
    steps = f"told:\n  say: {text}\n  to: end told\n"
    assert found(tmp_path, steps, head="starts_by_us: true") == [f"6: {REPLY}"]
