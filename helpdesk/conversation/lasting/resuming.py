"""After a deploy: what cannot be asked any more is apologised for, and she goes on from the nearest safe place.

Her answers are kept, and nothing that was done is undone.
"""

from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Structure
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting.leading_now import further_on, knows_enough
from helpdesk.conversation.lasting.pinned import sayable, standing, still_below
from helpdesk.conversation.playing import CHANGED_FLOW, Played, play
from helpdesk.conversation.script.model import Script


def resume(scene: Scene, structure: Structure, gone: State) -> Played:
    """Go on, in the running script, from a question of an earlier one that is not in it any more.

    Where her last answer leads now, if nothing more than a question lies there; else at the nearest question before it;
    else where its flow begins; else at the menu.
    """
    script = scene.house.script
    onward = further_on(script, structure, gone)
    if onward is not None:
        # The apology leads to what lies below it.
        return play(scene, script.structure, None, Start(CHANGED_FLOW, below=onward))
    state = _nearest(script, structure, gone)
    if state is not None:
        return _asked_anew(script, state)
    flow = gone.flow if gone.flow in script.flows else script.flow_for("menu") or "menu"
    waiting = still_below(script, structure, gone)
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
    below = still_below(script, structure, gone)
    for place in range(len(gone.trail) - 1, -1, -1):
        mark = gone.trail[place]
        # What she chose from is as it was then; what she said since is kept.
        answers = {**gone.answers, **mark.answers}
        state = standing(
            script, structure, State(mark.flow, mark.step, answers, trail=gone.trail[:place], below=below)
        )
        if state is not None and knows_enough(script, state):
            return state
    return None


def _asked_anew(script: Script, state: State) -> Played:
    asked = Saying(state.flow, state.step, Slot.ASK, state.answers)
    assert isinstance(script.structure.step(state.flow, state.step), Ask)  # noqa: S101 - what stands asks
    return Played(state, (*_sorry(script), asked))


def _sorry(script: Script) -> tuple[Saying, ...]:
    start = script.structure.flows[CHANGED_FLOW].start
    return (Saying(CHANGED_FLOW, start, Slot.SAY, {}),)
