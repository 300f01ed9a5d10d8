"""After a deploy: what cannot be asked any more is apologised for, and she goes on from the nearest safe place.

Her answers are kept, and nothing that was done is undone.
"""

from dataclasses import replace

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.engine.structure import Ask, Structure
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting.pinned import sayable, standing
from helpdesk.conversation.playing import Played, play
from helpdesk.conversation.script.checking.known import known_in
from helpdesk.conversation.script.model import Script

CHANGED_FLOW = "changed"
"""The flow that apologises for a question that is gone."""


def resume(scene: Scene, structure: Structure, gone: State) -> Played:
    """Go on, in the running script, from a question of an earlier one that is not in it any more.

    At the nearest question before it; else where its flow begins; else at the menu.
    """
    script = scene.house.script
    state = _nearest(script, structure, gone)
    if state is not None:
        return _asked_anew(script, state)
    flow = gone.flow if gone.flow in script.flows else script.flow_for("menu") or "menu"
    waiting = _below(script, structure, gone)
    nearest = replace(waiting[0], below=waiting[1:]) if waiting else None
    begun = play(scene, script.structure, nearest, Start(flow, gone.answers, suspend=True))
    return Played(begun.state, (*_sorry(script), *begun.sayings))


def in_current_words(scene: Scene, structure: Structure, played: Played, edition: str) -> tuple[Played, str]:
    """What an old structure came to, as far as the current script has words for it, and the edition it goes on in."""
    script = scene.house.script
    said = sayable(script, structure, played.sayings)
    state = standing(script, structure, played.state)
    if state is not None or (played.state is None and (said or not played.sayings)):
        return Played(state, said), edition
    nearest = _nearest(script, structure, played.state) if played.state is not None else None
    if nearest is not None:
        onward = _asked_anew(script, nearest)
    else:
        onward = play(scene, script.structure, None, Start(script.flow_for("menu") or "menu"))
    return Played(onward.state, (*said, *onward.sayings)), script.edition


def _nearest(script: Script, structure: Structure, gone: State) -> State | None:
    """The last question before `gone` that the running script asks, too, and can ask with what is known."""
    below = _below(script, structure, gone)
    for place in range(len(gone.trail) - 1, -1, -1):
        mark = gone.trail[place]
        # What she chose from is as it was then; what she said since is kept.
        answers = {**gone.answers, **mark.answers}
        state = standing(
            script, structure, State(mark.flow, mark.step, answers, trail=gone.trail[:place], below=below)
        )
        if state is not None and _knows_enough(script, mark, state):
            return state
    return None


def _below(script: Script, structure: Structure, gone: State) -> tuple[State, ...]:
    """What waits below, as far as it can be asked still."""
    lower = (standing(script, structure, replace(state, below=())) for state in gone.below)
    return tuple(state for state in lower if state is not None)


def _knows_enough(script: Script, mark: Mark, state: State) -> bool:
    """Whether all is known on which the running script relies from there on."""
    known = known_in(script.structure.flows[mark.flow], ACTIONS).get(mark.step)
    return known is not None and known.names <= state.answers.keys()


def _asked_anew(script: Script, state: State) -> Played:
    asked = Saying(state.flow, state.step, Slot.ASK, state.answers)
    assert isinstance(script.structure.step(state.flow, state.step), Ask)  # noqa: S101 - what stands asks
    return Played(state, (*_sorry(script), asked))


def _sorry(script: Script) -> tuple[Saying, ...]:
    start = script.structure.flows[CHANGED_FLOW].start
    return (Saying(CHANGED_FLOW, start, Slot.SAY, {}),)
