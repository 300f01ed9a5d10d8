"""helpdesk/conversation/script/checking/budgets.py: what texts cost at their longest."""

from pathlib import Path

import pytest

from helpdesk.conversation.actions.table import Action, Listing
from helpdesk.conversation.engine.turns import Happened, Slot
from helpdesk.conversation.script.checking.budgets import figures
from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.load import load
from helpdesk.text.segments import Measure
from tests.support.small_flows import flow_file, small_flows

PLACE = frozenset({"place"})
ACTIONS = {
    "look": Action(lambda *_: Happened("found"), {"found": PLACE}, {"places": Listing("found", PLACE, 5)}),
    "tell": Action(lambda *_: Happened("told"), {"told": PLACE}, {}),
}
LOOK = "look:\n  do: look\n  exits: { found: told }\n"


def words(length: int) -> str:
    """A text of so many characters, which can be parted into pages."""
    return ("ba con, oi " * 40)[: length - 1] + "."


def found(tmp_path: Path, steps: str, **files: str) -> list[str]:
    return check_folder(small_flows(tmp_path, why=flow_file(steps), **files), actions=ACTIONS)


def say(text: str, *, name: str = "told", more: str = "", to: str = "end done") -> str:
    return f'{name}:\n  say: "{text}"\n  to: {to}\n{more}'


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        pytest.param(say(words(160)), None, id="a text that just fits"),
        pytest.param(
            say(words(161)),
            "6: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="one too many",
        ),
        pytest.param(say("ế" * 160), None, id="accents cost nothing"),
        pytest.param(say(words(306), more="  segments: 2"), None, id="two that were asked for"),
        pytest.param(
            say(words(307), more="  segments: 2"),
            "6: needs 3 segments (307 characters) at its longest, 2 allowed",
            id="three",
        ),
        pytest.param(say("Vì thế.", more="  segments: 2"), None, id="two allowed where one does"),
        pytest.param(
            LOOK + say(words(146) + " {place}"),
            "9: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="a placeholder at its longest",
        ),
        pytest.param(LOOK + say(words(145) + " {place}"), None, id="a placeholder that just fits"),
        pytest.param(
            f'a:\n  ask: "{words(150)}"\n  choices:\n    - {{ say: "Vang", to: end a }}\n    - {{ say: "Hi", to: end b }}',
            "6: needs 2 segments (162 characters) at its longest, 1 allowed",
            id="the choices with their numbers",
        ),
        pytest.param(
            LOOK
            + f'told:\n  ask: "{words(71)}"\n  options: places\n  option: "{{place}},"\n  exits: {{ chosen: end a }}',
            "9: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="as many lines as a list can have",
        ),
        pytest.param(
            f'a:\n  ask: "Ai?"\n  again:\n    sms: "{words(156)}"\n  choices: [{{ say: "Vang", to: end a }}]',
            "8: needs 2 segments (163 characters) at its longest, 1 allowed",
            id="asking again",
        ),
        pytest.param(
            f'a:\n  say:\n    sms: "Thế."\n    one_way: "{words(161)}"\n  to: end a',
            "7: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="a text for one-way gateways",
        ),
        pytest.param(
            f'a:\n  say:\n    sms: "{{fact_hotline}}"\n    fallback: "{words(161)}"\n  to: end a',
            "7: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="a text for want of facts",
        ),
        pytest.param(
            f'a:\n  say:\n    sms: "{words(147)} {{fact_hotline}}"\n    fallback: "Thế."\n  to: end a',
            "7: needs 2 segments (161 characters) at its longest, 1 allowed",
            id="a fact at its longest",
        ),
    ],
)
def test_a_step_is_held_to_its_segments(tmp_path: Path, steps: str, fault: str | None) -> None:
    assert found(tmp_path, steps) == ([f"flows/why.yaml:{fault}"] if fault else [])


def turn_fault(line: int, said: str, characters: int) -> list[str]:
    cost = f"3 segments ({characters} characters) at their longest, 2 allowed"
    return [f"flows/why.yaml:{line}: one turn says {said}: {cost}"]


def test_all_that_a_turn_says_is_held_to_two_segments(tmp_path: Path) -> None:
    steps = say(words(150), name="a", to="b") + say(words(155), name="b")
    assert found(tmp_path, steps) == []
    longer = say(words(150), name="a", to="b") + say(words(156), name="b")
    assert found(tmp_path / "longer", longer) == turn_fault(9, "why.a + why.b", 307)


def test_a_turn_goes_on_through_actions_and_flows_up_to_the_question(tmp_path: Path) -> None:
    steps = (
        say(words(150), name="a", to="b")
        + "b:\n  do: tell\n  exits: { told: c }\n"
        + say(words(150), name="c", to="flow menu")
    )
    assert found(tmp_path, steps) == turn_fault(6, "why.a + why.c + menu.menu", 317)


def test_a_turn_begins_anew_with_every_answer(tmp_path: Path) -> None:
    asked = 'asked:\n  ask: "Sao?"\n  choices: [{ say: "Vang", to: b }]\n'
    steps = (
        say(words(150), name="a", to="asked")
        + asked
        + say(words(150), name="b", to="c")
        + say(words(150), name="c")
    )
    assert found(tmp_path, steps) == []
    over = steps.replace(words(150), words(157))
    assert found(tmp_path / "over", over) == turn_fault(12, "why.b + why.c", 315)


def test_every_way_through_a_turn_is_measured(tmp_path: Path) -> None:
    look = {"look": Action(lambda *_: Happened("few"), {"few": frozenset(), "many": frozenset()}, {})}
    steps = say(words(155), name="a", to="look") + "look:\n  do: look\n  exits: { few: few, many: many }\n"
    steps += say(words(20), name="few") + say(words(155), name="many")
    folder = small_flows(tmp_path, why=flow_file(steps))
    assert check_folder(folder, actions=look) == turn_fault(6, "why.a + why.many", 311)


@pytest.mark.parametrize(
    ("english", "faults"),
    [
        pytest.param(f"told:\n  say: '{words(160)}'\n", [], id="fits"),
        pytest.param(
            f"told:\n  say: '{words(161)}'\n",
            ["flows/languages/en/why.yaml:2: needs 2 segments (161 characters) at its longest, 1 allowed"],
            id="does not",
        ),
        pytest.param(f"told:\n  say: '{words(161)}'\n  segments: 2\n", [], id="fits in two"),
    ],
)
def test_other_languages_are_held_to_theirs_finished_or_not(
    tmp_path: Path, english: str, faults: list[str]
) -> None:
    assert found(tmp_path, say("Vì thế."), **{"languages/en/why": english}) == faults


def test_each_language_has_its_own_longest_values(tmp_path: Path) -> None:
    tell = {"tell": Action(lambda *_: Happened("told"), {"told": frozenset({"when"})}, {})}
    steps = "a:\n  do: tell\n  exits: { told: told }\n" + say(words(145) + " {when}")
    english = "told:\n  say: '{}'\n".format(words(145) + " {when}")
    folder = small_flows(tmp_path, why=flow_file(steps), **{"languages/en/why": english})
    assert check_folder(folder, actions=tell) == [
        "flows/languages/en/why.yaml:2: needs 2 segments (162 characters) at its longest, 1 allowed"
    ]


def test_the_figures_of_every_text_can_be_had(tmp_path: Path) -> None:
    script = load(small_flows(tmp_path, why=flow_file(LOOK + say("Tại {place}."))))
    found = list(figures(script, ACTIONS))
    assert ("vi", "menu.menu", Slot.ASK, Measure("GSM-7", 15, 1)) in found
    assert [figure for figure in found if figure[1].startswith("why.")] == [
        ("vi", "why.told", Slot.SAY, Measure("GSM-7", 19, 1))
    ]
    assert len(found) == sum(
        len(texts.slots) for flow in script.flows.values() for texts in flow.texts.values()
    )
