"""A conversation that began with an earlier script goes on in its old structure, with the current texts that fit it.

A text fits a step of an old structure when the step still has its name, still asks the same thing, and the text says
nothing that the old structure never learned. What does not fit is left behind; nobody is stranded by a deploy.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Do, Say, Structure
from helpdesk.conversation.engine.turns import Saying
from helpdesk.conversation.house import House
from helpdesk.conversation.script.model import FACT_PREFIX, HOW_TO_BOOK, Script, StepTexts, placeholders


def structure_of(house: House, db: sa.Connection, edition: str | None) -> Structure:
    """The structure a conversation is pinned to; the running one where the old one cannot be walked any more.

    It cannot when it asks for an action, or lacks an exit for an outcome, that the code has (not) any more.
    """
    structure = house.structure(db, edition)
    if structure is house.script.structure or _walkable(structure):
        return structure
    return house.script.structure


def _walkable(structure: Structure) -> bool:
    steps = (step for flow in structure.flows.values() for step in flow.steps.values())
    return all(
        step.action in ACTIONS and ACTIONS[step.action].outcomes <= step.exits.keys()
        for step in steps
        if isinstance(step, Do)
    )


def standing(script: Script, structure: Structure, state: State | None) -> State | None:
    """The state as it can go on; None where its question was taken out of the script since.

    What it suspended is then forgotten, too: an answer to one question must not be taken for another's.
    """
    if state is None or not _asks(script, structure, state):
        return None
    trail = tuple(
        mark for mark in state.trail if _fits(script, structure, mark.flow, mark.step, mark.answers)
    )
    below = tuple(
        lower
        for lower in state.below
        if _asks(script, structure, lower) or _takes_up(script, structure, lower)
    )
    return replace(state, trail=trail, below=below)


def still_below(script: Script, structure: Structure, gone: State) -> tuple[State, ...]:
    """What waits below a question that is gone, as far as it can be asked still."""
    lower = (standing(script, structure, replace(state, below=())) for state in gone.below)
    return tuple(state for state in lower if state is not None)


def sayable(script: Script, structure: Structure, sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Those of `sayings` for which the current script has a text that fits."""
    return tuple(
        saying for saying in sayings if _fits(script, structure, saying.flow, saying.step, saying.answers)
    )


def _asks(script: Script, structure: Structure, state: State) -> bool:
    flow = structure.flows.get(state.flow)
    step = flow.steps.get(state.step) if flow else None
    return isinstance(step, Ask) and _fits(script, structure, state.flow, state.step, state.answers)


def _takes_up(script: Script, structure: Structure, state: State) -> bool:
    """Whether a booking that was set aside can be gone on with: where it begins, nothing is said before it is looked at.

    Or an answer given, that waits for her to say which commune is meant.
    """
    flow, now = structure.flows.get(state.flow), script.structure.flows.get(state.flow)
    then = flow.steps.get(state.step) if flow else None
    if isinstance(then, Say):
        return _fits(script, structure, state.flow, state.step, state.answers)
    return isinstance(then, Do) and now is not None and now.steps.get(state.step) == then


def _fits(script: Script, structure: Structure, flow: str, step: str, answers: Mapping[str, Any]) -> bool:
    texts = script.flows[flow].texts.get(step) if flow in script.flows else None
    if texts is None:
        return False
    before = structure.flows.get(flow)
    then, now = before.steps.get(step) if before else None, script.structure.step(flow, step)
    if type(then) is not type(now):
        return False
    if isinstance(then, Ask) and isinstance(now, Ask):
        same = (then.expect, len(then.choices), then.options) == (now.expect, len(now.choices), now.options)
        if not same:
            return False
    return _spoken_of(texts) <= answers.keys()


def _spoken_of(texts: StepTexts) -> set[str]:
    wordings = [
        wording for text in (*texts.slots.values(), *texts.labels) for wording in text.variants().values()
    ]
    named = {name for wording in wordings for name in placeholders(wording)}
    return {name for name in named if not (name.startswith(FACT_PREFIX) or name == HOW_TO_BOOK)}
