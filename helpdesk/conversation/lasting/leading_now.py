"""Where the answer that she gave before a question that is gone leads in the running script: that she need not give it again."""

from collections.abc import Iterator

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.engine.structure import Ask, Do, Lead, Structure
from helpdesk.conversation.lasting.pinned import standing, still_below
from helpdesk.conversation.script.checking.known import known_in
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.ways import Spot, next_spots, spot_at, ways_out

ONLY_LOOK = frozenset({"own_list", "next_question", "recall_case"})
"""Actions that do no more than look at her answers. Whatever else may be done is done by an answer to what is asked now."""


def further_on(script: Script, structure: Structure, gone: State) -> tuple[State, ...] | None:
    """Where she goes on, with what waits below; None where that is not certain, or more than a question lies there."""
    if not gone.trail:
        return None
    mark = gone.trail[-1]
    spot = _now_behind(script, structure, mark, gone)
    if spot is None or spot == (gone.flow, gone.step) or not _only_asks(script, spot):
        return None
    below = still_below(script, structure, gone)
    state = State(*spot, {**mark.answers, **gone.answers}, trail=gone.trail)
    return (state, *below) if knows_enough(script, state) else None


def knows_enough(script: Script, state: State) -> bool:
    """Whether all is known on which the running script relies from a step on."""
    known = known_in(script.structure.flows[state.flow], ACTIONS).get(state.step)
    return known is not None and known.names <= state.answers.keys()


def _now_behind(script: Script, structure: Structure, mark: Mark, gone: State) -> Spot | None:
    """The one step to which the answers lead now that led to the question that is gone."""
    asked = standing(script, structure, State(mark.flow, mark.step, mark.answers))
    if asked is None:
        return None
    before, now = structure.step(*_spot(mark)), script.structure.step(*_spot(mark))
    led = [
        outcome
        for outcome, target in ways_out(before)
        if spot_at(structure, mark.flow, target) == (gone.flow, gone.step)
    ]
    chosen = gone.answers.get(before.keep) if isinstance(before, Ask) and before.keep else None
    if isinstance(chosen, int) and str(chosen + 1) in led:
        led = [str(chosen + 1)]
    targets = {target for outcome, target in ways_out(now) if outcome in led}
    if len(targets) != 1 or (target := targets.pop()).lead is not Lead.STEP:
        return None
    return spot_at(script.structure, mark.flow, target)


def _spot(mark: Mark) -> Spot:
    return mark.flow, mark.step


def _only_asks(script: Script, spot: Spot) -> bool:
    """Whether every way from there comes to a question, with nothing done before it but looking."""
    return all(
        isinstance(step, Ask) or (isinstance(step, Do) and step.action in ONLY_LOOK)
        for step in (script.structure.step(*each) for each in _up_to_questions(script.structure, spot))
    )


def _up_to_questions(structure: Structure, spot: Spot) -> Iterator[Spot]:
    seen: set[Spot] = set()
    to_see = [spot]
    while to_see:
        here = to_see.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        if not isinstance(structure.step(*here), Ask):
            to_see += next_spots(structure, here)
