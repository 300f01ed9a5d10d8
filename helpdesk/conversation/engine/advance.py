"""One move of the engine."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.engine import limits
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.engine.structure import Ask, Do, Lead, Say, Structure, Target
from helpdesk.conversation.engine.turns import (
    Ended,
    Expired,
    GoBack,
    Happened,
    Heard,
    Input,
    NeedsAction,
    Result,
    Saying,
    Slot,
    Start,
    Waiting,
)


class EngineError(Exception):
    """The caller or a flow asked for something that cannot be: a bug, never a resident's doing."""


def advance(structure: Structure, state: State | None, given: Input) -> Result:
    """Take `given` into account and walk until an answer or an action is needed, or all has ended.

    Raises EngineError when the input does not fit the state, or a flow walks in circles.
    """
    if isinstance(given, Start):
        return _walk(structure, _begun(structure, state, given))
    if state is None:
        raise EngineError(f"{type(given).__name__} without a conversation")
    match given:
        case Happened():
            return _happened(structure, state, given)
        case Heard():
            return _heard(structure, state, given)
        case GoBack():
            return _gone_back(structure, state)
        case Expired():
            return _expired(structure, state)


def open_question(structure: Structure, state: State | None) -> Ask | None:
    """The question the state waits on; None when there is none."""
    if state is None:
        return None
    step = structure.step(state.flow, state.step)
    return step if isinstance(step, Ask) else None


def _begun(structure: Structure, state: State | None, start: Start) -> State:
    if start.flow not in structure.flows:
        raise EngineError(f"there is no flow '{start.flow}'")
    below = start.below[: limits.MAX_BELOW]
    if state is not None and start.suspend and state.flow == start.flow:
        below = state.below  # the same flow again takes its own place
    elif state is not None and start.suspend:
        below = (replace(state, below=()), *state.below)[: limits.MAX_BELOW]
    answers = {**_her_own(state), **start.facts}
    return State(start.flow, structure.flows[start.flow].start, answers, below=below)


def _her_own(state: State | None) -> Mapping[str, Any]:
    known = state.answers if state else {}
    return {name: value for name, value in known.items() if name.startswith(limits.HER_OWN)}


def _happened(structure: Structure, state: State, given: Happened) -> Result:
    step = structure.step(state.flow, state.step)
    if not isinstance(step, Do):
        raise EngineError(f"{state.flow}.{state.step} asked for no action")
    target = step.exits.get(given.outcome)
    if target is None:
        raise EngineError(f"{state.flow}.{state.step} has no exit for '{given.outcome}'")
    state = state.knowing(given.facts)
    if given.lasting:
        state = replace(state, trail=())
    return _follow(structure, state, target, ())


def _heard(structure: Structure, state: State, heard: Heard) -> Result:
    ask = open_question(structure, state)
    if ask is None:
        raise EngineError(f"{state.flow}.{state.step} asked nothing")
    target = _exit_for(structure, ask, heard)
    if target is None:
        return _not_understood(structure, state, ask)
    mark = Mark(state.flow, state.step, state.answers)
    state = replace(state, trail=(*state.trail, mark)[-limits.MAX_TRAIL :])
    return _follow(structure, state.knowing(_learned(state, ask, heard)), target, ())


def _exit_for(structure: Structure, ask: Ask, heard: Heard) -> Target | None:
    if heard.outcome == "choice":
        return ask.choices[heard.value] if 0 <= heard.value < len(ask.choices) else None
    target = ask.exits.get(heard.outcome) if heard.outcome else None
    refused = limits.REFUSED.get(heard.outcome or "")
    if target is None and refused is not None and refused in structure.flows:
        return Target(Lead.FLOW, refused)
    return target


def _learned(state: State, ask: Ask, heard: Heard) -> Mapping[str, Any]:
    if heard.outcome == "chosen" and ask.options:
        option = state.answers[ask.options][heard.value]
        return {**option["facts"], ask.keep or ask.options: option["value"]}
    return {**heard.facts, ask.keep: heard.value} if ask.keep else heard.facts


def _not_understood(structure: Structure, state: State, ask: Ask) -> Result:
    state = replace(state, tries=state.tries + 1)
    if state.tries < ask.tries:
        return Waiting(state, (_saying(state, Slot.AGAIN),))
    stuck = ask.exits.get("stuck")
    if stuck:
        return _follow(structure, state, stuck, ())
    # What she said so far is kept under the offer of a person.
    return _walk(structure, _begun(structure, state, Start(limits.STUCK_FLOW, suspend=True)))


def _expired(structure: Structure, state: State) -> Result:
    ask = open_question(structure, state)
    target = ask.exits.get("expired") if ask else None
    return _follow(structure, state, target, ()) if target else Ended((), "expired")


def _gone_back(structure: Structure, state: State) -> Result:
    if not state.trail:
        return _walk(structure, state.at(state.flow, structure.flows[state.flow].start))
    last = state.trail[-1]
    back = State(last.flow, last.step, last.answers, trail=state.trail[:-1], below=state.below)
    return _walk(structure, back)


def _follow(structure: Structure, state: State, target: Target, said: tuple[Saying, ...]) -> Result:
    """Go where an exit leads, and on from there."""
    match target.lead:
        case Lead.STEP:
            return _walk(structure, state.at(state.flow, target.name), said)
        case Lead.FLOW:
            if target.name not in structure.flows:
                raise EngineError(f"there is no flow '{target.name}'")
            return _walk(structure, state.at(target.name, structure.flows[target.name].start), said)
        case Lead.END:
            return _ended(structure, state, target.name, said)
        case Lead.LEAVE:
            return Ended(said, target.name)


def _walk(structure: Structure, state: State, said: tuple[Saying, ...] = ()) -> Result:
    """Say what is to be said from here on, until something is asked, needed or over."""
    while len(said) < limits.MAX_STEPS:
        step = structure.step(state.flow, state.step)
        match step:
            case Ask():
                return Waiting(state, (*said, _saying(state, Slot.ASK)))
            case Do():
                return NeedsAction(state, said, step.action)
            case Say():
                said = (*said, _saying(state, Slot.SAY))
                if step.to.lead is not Lead.STEP:
                    return _follow(structure, state, step.to, said)
                state = state.at(state.flow, step.to.name)
    raise EngineError(f"{state.flow}.{state.step} goes round in circles")


def _ended(structure: Structure, state: State, outcome: str, said: tuple[Saying, ...]) -> Result:
    if not state.below:
        return Ended(said, outcome)
    # What was suspended is taken up by asking its question again.
    nearest, *deeper = state.below
    return _walk(structure, replace(nearest, tries=0, below=tuple(deeper)), said)


def _saying(state: State, slot: Slot) -> Saying:
    return Saying(state.flow, state.step, slot, state.answers)
