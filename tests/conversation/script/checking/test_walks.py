"""helpdesk/conversation/script/checking/walks.py: exits lead somewhere, steps can be come to, walks come to an end."""

from pathlib import Path

import pytest

from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.checking.intents import INTENTS
from tests.conversation.script.one_flow import found, say
from tests.support.small_flows import flow_file, small_flows

WAYS = [
    pytest.param(
        'a:\n  say: "A"\n  to: b',
        ["7: 'to' leads to the step 'b', and this flow has none"],
        id="unknown step",
    ),
    pytest.param(
        "a:\n  do: tell\n  exits:\n    told: flow nowhere",
        ["8: 'told' leads to the flow 'nowhere', and there is none"],
        id="unknown flow",
    ),
    pytest.param(
        'a:\n  ask: "A?"\n  choices:\n    - { say: "B", to: end b }\n    - { say: "C", to: c }',
        ["9: '2' leads to the step 'c', and this flow has none"],
        id="unknown step behind a choice",
    ),
    pytest.param(
        say("A") + say("B").replace("told", "b"), ["9: nothing leads to the step 'b'"], id="no way to a step"
    ),
    pytest.param(
        "a:\n  do: tell\n  exits: { told: b }\nb:\n  do: tell\n  exits: { told: a }",
        [
            f"{line}: from '{step}' no way comes to a question or an end: it goes round in circles"
            for line, step in ((6, "a"), (9, "b"))
        ],
        id="a circle of actions",
    ),
    pytest.param(
        'a:\n  say: "A"\n  to: flow why',
        ["6: from 'a' no way comes to a question or an end: it goes round in circles"],
        id="a circle of flows",
    ),
    pytest.param(
        'a:\n  do: look\n  exits: { found: b, none: end none }\nb:\n  say: "B"\n  to: a',
        [],
        id="a circle with a way out",
    ),
    pytest.param(
        "a:\n  do: look\n  exits: { found: a, none: end none }",
        ["7: 'found' leads back to 'a', and nothing is asked or said on the way"],
        id="what does itself again",
    ),
    pytest.param(
        "a:\n  do: look\n  exits: { found: b, none: end none }\nb:\n  do: tell\n  exits: { told: a }",
        [
            "7: 'found' leads back to 'a', and nothing is asked or said on the way",
            "10: 'told' leads back to 'b', and nothing is asked or said on the way",
        ],
        id="two that do each other again",
    ),
]


@pytest.mark.parametrize(("steps", "faults"), WAYS)
def test_every_exit_leads_on_and_every_step_can_be_come_to(
    tmp_path: Path, steps: str, faults: list[str]
) -> None:
    assert found(tmp_path, steps) == faults


def test_a_flow_that_nothing_leads_to_is_a_fault(tmp_path: Path) -> None:
    why = "nothing leads to this flow: no intent, no exit, not 'starts_by_us', not 'turned_to'"
    assert found(tmp_path, say("Thế."), head="aside: false") == [f"1: {why}"]


def test_a_flow_may_be_led_to_by_another(tmp_path: Path) -> None:
    where = flow_file('a:\n  say: "A"\n  to: flow why', name="where", head="intents: [where]")
    assert found(tmp_path, say("Thế."), head="aside: false", where=where) == []


def test_a_flow_that_the_program_turns_to_says_so(tmp_path: Path) -> None:
    assert found(tmp_path, say("Thế."), head="turned_to: true") == []


@pytest.mark.parametrize("begins", ["intents: [where]", "starts_by_us: true"])
def test_what_begins_by_itself_is_not_turned_to(tmp_path: Path, begins: str) -> None:
    why = "'turned_to' is for flows without intents that do not start by us"
    assert f"1: {why}" in found(tmp_path, say("Thế."), head=f"turned_to: true\n{begins}")


@pytest.mark.parametrize("name", ["stuck", "fault"])
def test_the_flows_that_the_program_turns_to_must_be_there(tmp_path: Path, name: str) -> None:
    folder = small_flows(tmp_path, **{name: ""})
    assert check_folder(folder) == [
        f"flows/{name}.yaml:1: the program turns to a flow '{name}', and there is none"
    ]


@pytest.mark.parametrize("intent", ["fee", "unknown"])
def test_an_intent_that_no_flow_serves_is_a_fault(tmp_path: Path, intent: str) -> None:
    folder = small_flows(tmp_path)
    menu = (folder / "menu.yaml").read_text(encoding="utf-8")
    without = menu.replace(f"{intent}, ", "", 1)
    assert without != menu
    assert check_folder(small_flows(tmp_path, menu=without)) == [
        f"flows/{intent}.yaml:1: no flow serves the intent '{intent}'"
    ]


def test_every_intent_that_is_missing_is_told(tmp_path: Path) -> None:
    menu = flow_file('a:\n  say: "A"\n  to: end a', name="menu", head="intents: [menu]")
    assert check_folder(small_flows(tmp_path, menu=menu)) == [
        f"flows/{intent}.yaml:1: no flow serves the intent '{intent}'"
        for intent in sorted(INTENTS - {"menu"})
    ]
