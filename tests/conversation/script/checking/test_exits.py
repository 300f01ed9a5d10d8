"""helpdesk/conversation/script/checking/exits.py: exits for every outcome, and for no others."""

from pathlib import Path

import pytest

from tests.conversation.script.one_flow import CHOICE, LISTED, ask, found, say

EXITS = [
    pytest.param(
        "a:\n  do: dance\n  exits: { done: end done }",
        ["6: there is no action 'dance'; known: look, look_closer, tell"],
        id="unknown action",
    ),
    pytest.param(
        "a:\n  do: look\n  exits: { found: end a }",
        ["6: no exit for 'none', which the action 'look' can turn out to be"],
        id="an outcome of an action without exit",
    ),
    pytest.param(
        "a:\n  do: tell\n  exits:\n    told: end a\n    lost: end b",
        ["9: 'lost' is no outcome of the action 'tell'"],
        id="an exit for no outcome of the action",
    ),
    pytest.param(
        ask("expect: guess\n  " + CHOICE),
        [
            "6: there is no kind of answer 'guess'; known: choice, option, people, person, place, question, yes_no"
        ],
        id="unknown kind of answer",
    ),
    pytest.param(
        ask("expect: people\n  exits: { stuck: end a }"),
        ["6: no exit for 'named', which 'expect: people' can turn out to be"],
        id="an outcome of a question without exit",
    ),
    pytest.param(
        ask("exits:\n    named: end a\n  " + CHOICE),
        ["8: 'named' is no outcome of 'expect: choice'"],
        id="an exit for no outcome of the question",
    ),
    pytest.param(
        ask("exits: { stuck: end a, expired: end b }\n  " + CHOICE),
        [],
        id="being stuck and silence may have exits",
    ),
    pytest.param(
        ask("exits: { stuck: end a }"),
        ["6: a question with 'expect: choice' needs 'choices'"],
        id="a question without choices",
    ),
    pytest.param(
        ask("expect: yes_no\n  " + CHOICE),
        ["6: 'expect: yes_no' needs two choices or more: what yes leads to, then what no leads to"],
        id="yes without no",
    ),
    pytest.param(
        ask("expect: person\n  exits: { chosen: end a }"),
        ["6: 'expect: person' needs 'options': the list to choose from"],
        id="choosing from no list",
    ),
    pytest.param(
        LISTED.replace("keep: place_id", CHOICE) + say("{place}"),
        ["11: 'choices' and 'options' would both be numbered from 1: only one of them"],
        id="choices beside a list",
    ),
    pytest.param(
        LISTED.replace("keep: place_id", "expect: people").replace("chosen", "named") + say("Thế."),
        ["11: 'expect: people' does not choose from 'options'"],
        id="a list that the question does not choose from",
    ),
    pytest.param(
        ask("expect: people\n  exits: { named: end a }\n  " + CHOICE),
        ["6: 'expect: people' takes no number for an answer, so 'choices' cannot be chosen"],
        id="choices that the question does not read",
    ),
]


@pytest.mark.parametrize(("steps", "faults"), EXITS)
def test_a_step_has_the_exits_that_its_outcomes_need(tmp_path: Path, steps: str, faults: list[str]) -> None:
    assert found(tmp_path, steps) == faults
