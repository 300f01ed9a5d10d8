"""helpdesk/conversation/script/checking/values.py and known.py: every placeholder has a value when it is said."""

from pathlib import Path

import pytest

from tests.conversation.script.one_flow import LISTED, found, say

KNOWN = [
    pytest.param(
        "a:\n  do: tell\n  exits: { told: told }\n" + say("{place}, {code}."), [], id="what an action gives"
    ),
    pytest.param(LISTED + say("{place}"), [], id="what the chosen line gives"),
    pytest.param(
        say("{place}"),
        ["6: {place} is not known on every way to this step"],
        id="a value that nothing brought",
    ),
    pytest.param(
        say("{plaice}"),
        ["6: {plaice} is not declared in placeholders.yaml"],
        id="a placeholder that is not declared",
    ),
    pytest.param(
        "a:\n  do: look\n  exits: { found: tell, none: told }\ntell:\n  do: tell\n  exits: { told: told }\n"
        + say("{code}"),
        ["12: {code} is not known on every way to this step"],
        id="a value that one of two ways brings",
    ),
    pytest.param(
        'tell:\n  do: tell\n  exits: { told: again }\nagain:\n  ask: "{code}?"\n  choices:\n'
        '    - { say: "{place}", to: flow why }',
        [],
        id="a value known in a question and its choices",
    ),
    pytest.param(
        'tell:\n  do: tell\n  exits: { told: who }\nwho:\n  ask: "Ai?"\n  expect: people\n  keep: code\n'
        "  exits: { named: told }\n" + say("{code}"),
        ["14: {code} is not known on every way to this step"],
        id="a value that an answer overwrote",
    ),
    pytest.param(
        LISTED.replace('"{place}"', '"{when}"') + say("Thế."),
        ["13: {when} is not among what each line of 'places' has"],
        id="a line that has no such value",
    ),
    pytest.param(
        LISTED.replace("none: end none", "none: which") + say("Thế."),
        ["11: the list 'places' is not made on every way to this step"],
        id="a list that one of two ways makes",
    ),
    pytest.param(
        LISTED.replace("options: places", "options: villages") + say("Thế."),
        ["11: no action makes a list 'villages'"],
        id="a list that no action makes",
    ),
    pytest.param(
        LISTED.replace("none: end none", "none: closer").replace('"{place}"', '"{when}"')
        + "closer:\n  do: look_closer\n  exits: { found: which }\n"
        + say("Thế."),
        ["13: {when} is not among what each line of 'places' has"],
        id="a value in the lines of one of two lists",
    ),
    pytest.param(
        'a:\n  say:\n    sms: "Gọi {fact_hotline}."\n    fallback: "Gọi xã."\n  to: end a',
        [],
        id="a fact with a fallback",
    ),
    pytest.param(
        say("Gọi {fact_hotline}."),
        ["6: a text with {fact_hotline} needs a 'fallback' for a commune that has not said it"],
        id="a fact without a fallback",
    ),
    pytest.param(
        'a:\n  say:\n    sms: "Gọi {fact_hotline}."\n    fallback: "Hay gọi {fact_hotline}."\n  to: end a',
        ["7: a fallback is said where facts are missing: it cannot say {fact_hotline}"],
        id="a fact in a fallback",
    ),
]


@pytest.mark.parametrize(("steps", "faults"), KNOWN)
def test_a_placeholder_is_known_on_every_way_to_its_step(
    tmp_path: Path, steps: str, faults: list[str]
) -> None:
    assert found(tmp_path, steps) == faults
