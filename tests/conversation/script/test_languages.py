"""helpdesk/conversation/script/languages.py and check_languages.py: offering a language, finished or not."""

from pathlib import Path

import pytest

from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.languages import in_language, lacking
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script, StepTexts, Text
from tests.support.small_flows import SMALL_ENGLISH, flow_file, small_flows

STEPS = """
asked:
  ask: "Nơi nào?"
  again: "Nhắn số:"
  choices:
    - { say: "Đây", to: told }
    - { say: "Kia", to: told }
told:
  say: { sms: "Gọi {fact_hotline}.", one_way: "Gọi xã.", fallback: "Hỏi xã." }
  to: end told
"""
WHY = """
asked:
  ask: "Where?"
  again: "Text a number:"
  choices: ["Here", "There"]
told:
  say: { sms: "Call {fact_hotline}.", one_way: "Call us.", fallback: "Ask us." }
"""
ENGLISH = {**SMALL_ENGLISH, "languages/en/why": WHY}


def with_english(tmp_path: Path, **files: str) -> Script:
    return load(small_flows(tmp_path, why=flow_file(STEPS), **{**ENGLISH, **files}))


def still_lacks(script: Script) -> list[str]:
    return lacking("en", script.overlays, script.flows, script.phrases)


def test_a_language_with_every_text_is_offered_and_spoken(tmp_path: Path) -> None:
    script = with_english(tmp_path)
    assert script.languages == ("vi", "en")
    assert still_lacks(script) == []
    assert script.texts("why", "told", "en").slots[Slot.SAY] == Text(
        "Call {fact_hotline}.", one_way="Call us.", fallback="Ask us.", line=7
    )


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        pytest.param({"languages/en/menu": ""}, "menu.menu", id="a flow"),
        pytest.param({"languages/en/why": WHY.split("told:")[0]}, "why.told", id="a step"),
        pytest.param(
            {"languages/en/why": WHY.replace('  again: "Text a number:"\n', "")},
            "why.asked",
            id="asking again",
        ),
        pytest.param(
            {"languages/en/why": WHY.replace('["Here", "There"]', '["Here"]')}, "why.asked", id="a choice"
        ),
        pytest.param(
            {"languages/en/why": WHY.replace('one_way: "Call us.", ', "")}, "why.told", id="one-way words"
        ),
        pytest.param(
            {"languages/en/why": WHY.replace(', fallback: "Ask us."', "")}, "why.told", id="a fallback"
        ),
        pytest.param(
            {"phrases": 'village_name: { vi: "bản {name}" }'}, "phrases.village_name", id="a phrase"
        ),
    ],
)
def test_a_half_finished_language_is_not_offered_and_vietnamese_is_spoken(
    tmp_path: Path, change: dict[str, str], lacks: str
) -> None:
    script = with_english(tmp_path, **change)
    assert script.languages == ("vi",)
    assert still_lacks(script) == [lacks]
    assert script.texts("why", "told", "en") == script.flows["why"].texts["told"]


def test_what_is_missing_is_no_fault(tmp_path: Path) -> None:
    folder = small_flows(tmp_path, why=flow_file(STEPS), **{**ENGLISH, "languages/en/menu": ""})
    assert check_folder(folder) == []


LACKS = "has not all its texts in 'en', which languages/offered.yaml declares"


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            {"languages/en/menu": ""}, [f"languages/en/menu.yaml:1: the step 'menu' {LACKS}"], id="a flow"
        ),
        pytest.param(
            {"languages/en/why": WHY.replace('  again: "Text a number:"\n', "")},
            [f"languages/en/why.yaml:3: the step 'asked' {LACKS}"],
            id="a text of a step",
        ),
        pytest.param(
            {"phrases": 'village_name: { vi: "bản {name}" }'},
            [f"phrases.yaml:1: the phrase 'village_name' {LACKS}"],
            id="a phrase",
        ),
        pytest.param(
            {"languages/offered": "- en\n- bru\n"},
            ["languages/offered.yaml:2: there is no folder 'bru' here"],
            id="a folder",
        ),
    ],
)
def test_what_is_missing_in_a_declared_language_is_a_fault(
    tmp_path: Path, change: dict[str, str], faults: list[str]
) -> None:
    declared = {**ENGLISH, "languages/offered": "- en\n", **change}
    folder = small_flows(tmp_path, why=flow_file(STEPS), **declared)
    assert check_folder(folder) == [f"flows/{fault}" for fault in faults]


def test_the_shipped_english_is_declared() -> None:
    assert load().declared.keys() == {"en"}


def test_a_list_needs_its_line_in_each_language(tmp_path: Path) -> None:
    steps = 'a:\n  ask: "A?"\n  options: places\n  option: "{place}"\n  exits: { chosen: end a }'
    english = {**ENGLISH, "languages/en/why": 'a: { ask: "A?" }'}
    assert still_lacks(load(small_flows(tmp_path, why=flow_file(steps), **english))) == ["why.a"]


def test_an_unfinished_language_is_read_with_vietnamese_in_the_gaps(tmp_path: Path) -> None:
    change = {"languages/en/menu": "", "languages/en/why": 'asked:\n  ask: "Where?"\n  segments: 2'}
    script = in_language(with_english(tmp_path, **change), "en")
    assert script.languages == ("vi", "en")
    vietnamese = script.flows["why"].texts
    assert script.texts("menu", "menu", "en").slots == script.flows["menu"].texts["menu"].slots
    assert script.texts("why", "told", "en").slots == vietnamese["told"].slots
    assert script.texts("why", "asked", "en") == StepTexts(
        {Slot.ASK: Text("Where?", line=2), Slot.AGAIN: vietnamese["asked"].slots[Slot.AGAIN]},
        labels=vietnamese["asked"].labels,
        segments=2,
        line=2,
    )


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        pytest.param("whence", 'told: { say: "X" }', "1: there is no flow 'whence'", id="unknown flow"),
        pytest.param("why", 'tell: { say: "X" }', "1: the flow 'why' has no step 'tell'", id="unknown step"),
        pytest.param(
            "why", '\ntold: { ask: "X" }', "2: this step has no 'ask' in the flow", id="another kind of text"
        ),
        pytest.param(
            "why",
            'asked: { choices: ["A"] }',
            "1: 1 choices, but the flow has 2: each has its number",
            id="fewer choices",
        ),
        pytest.param(
            "why",
            'asked: { choices: ["A", "B", "C"] }',
            "1: 3 choices, but the flow has 2: each has its number",
            id="more choices",
        ),
        pytest.param(
            "why",
            'told:\n  say: { sms: "Call." }',
            "2: {fact_hotline} is left out here",
            id="a placeholder left out",
        ),
        pytest.param(
            "why",
            'told:\n  say: { sms: "Call {fact_hotline} on {when}.", fallback: "Ask." }',
            "2: {when} is not known on every way to this step",
            id="a placeholder that is not known",
        ),
        pytest.param(
            "why",
            'asked: { ask: "Mien phi?" }',
            "1: 'miễn phí' may never be said: the commune decides",
            id="a forbidden phrase",
        ),
    ],
)
def test_what_does_not_fit_the_flow_is_a_fault(tmp_path: Path, file: str, text: str, fault: str) -> None:
    folder = small_flows(tmp_path, why=flow_file(STEPS), **{f"languages/en/{file}": text})
    assert check_folder(folder) == [f"flows/languages/en/{file}.yaml:{fault}"]
