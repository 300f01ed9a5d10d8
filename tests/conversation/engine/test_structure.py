"""helpdesk/conversation/engine/structure.py: targets, and structures as JSON under their edition."""

import json

import pytest

from helpdesk.conversation.engine.structure import Flow, Lead, Say, Structure, Target
from helpdesk.conversation.script.load import load
from tests.conversation.engine.visiting import STRUCTURE, to


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("who", Target(Lead.STEP, "who")),
        ("flow book", Target(Lead.FLOW, "book")),
        ("end done", Target(Lead.END, "done")),
        ("leave done", Target(Lead.LEAVE, "done")),
        ("flow", Target(Lead.STEP, "flow")),
    ],
)
def test_a_target_is_read_and_written(text: str, target: Target) -> None:
    assert (Target.parse(text), str(target)) == (target, text)


@pytest.mark.parametrize("text", ["", "end", "leave", "goto book", "flow my booking", "step who"])
def test_what_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is neither a step, nor 'flow NAME', nor 'end OUTCOME'"):
        Target.parse(text)


def reloaded(structure: Structure) -> Structure:
    return Structure.from_json(json.loads(json.dumps(structure.to_json())))


def test_a_structure_survives_the_database() -> None:
    assert reloaded(STRUCTURE) == STRUCTURE


def test_the_shipped_flows_survive_the_database_and_keep_their_edition() -> None:
    shipped = load()
    assert reloaded(shipped.structure) == shipped.structure
    assert reloaded(shipped.structure).edition() == shipped.edition


def test_equal_structures_have_the_same_edition_in_whatever_order_they_were_read() -> None:
    turned = Structure(dict(reversed(list(STRUCTURE.flows.items()))))
    assert turned.edition() == STRUCTURE.edition()


def test_another_exit_is_another_edition() -> None:
    one, other = (Structure({"a": Flow("a", {"a": Say(to(end))})}) for end in ("end x", "end y"))
    assert one.edition() != other.edition()
