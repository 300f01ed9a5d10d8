"""Playing the engine: feed it, run the actions it asks for, until it waits or ends."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.advance import EngineError, advance
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import (
    Ended,
    Input,
    NeedsAction,
    Result,
    Saying,
    Slot,
    Start,
    Waiting,
)
from helpdesk.conversation.house import Scene
from helpdesk.conversation.rendering.render import Manner, Mode, render, render_messages
from helpdesk.conversation.text_next import text_next
from helpdesk.places.facts import facts_of, told_everywhere

log = logging.getLogger("helpdesk")

CHANGED_FLOW = "changed"
"""The flow that apologises for a question that is gone."""

MAX_ACTIONS = 20
"""Actions run for one input; more than this is a flow that chases its own tail."""


@dataclass(frozen=True, slots=True)
class Played:
    """Where it stands afterwards (None: nothing is asked) and all that was said."""

    state: State | None
    sayings: tuple[Saying, ...]


def play(scene: Scene, structure: Structure, state: State | None, given: Input) -> Played:
    """Advance with `given`, running each action in the turn's own transaction."""
    said: tuple[Saying, ...] = ()
    for _ in range(MAX_ACTIONS):
        result = advance(structure, state, given)
        said += result.sayings
        if isinstance(result, Ended):
            return Played(None, said)
        state = result.state
        if not isinstance(result, NeedsAction):
            return Played(state, said)
        given = ACTIONS[result.action].run(scene, state.answers)
    return _given_up(scene, result)


def _given_up(scene: Scene, result: Result) -> Played:
    """The menu, with an apology, where a flow does one thing after the other and asks nothing.

    `flows check` refuses what can only come to that; whoever texts is not to be left without an answer all the same.
    """
    script = scene.house.script
    if isinstance(result, NeedsAction):
        log.error("%s.%s: no question after %d actions", result.state.flow, result.state.step, MAX_ACTIONS)
    sorry = Saying(CHANGED_FLOW, script.structure.flows[CHANGED_FLOW].start, Slot.SAY, {})
    menu = advance(script.structure, None, Start(script.flow_for("menu") or "menu"))
    if not isinstance(menu, Waiting):
        raise EngineError("too many actions in one turn")
    return Played(menu.state, (sorry, *menu.sayings))


def word(scene: Scene, sayings: tuple[Saying, ...], *, mode: Mode = "sms") -> tuple[str, ...]:
    """The messages for what was said, as this contact is spoken to over this gateway; mostly one, none for silence.

    On USSD it is one text, to be parted into pages, without the accents that no page has room for.
    """
    dialled = mode == "ussd"
    manner = Manner(
        language=scene.contact.language,
        accents=scene.contact.accents and not dialled,
        mode=mode,
        two_way=scene.gateway.two_way or dialled,
        how_to_book=text_next(scene, sayings),
    )

    def facts() -> Mapping[str, str]:
        signed_only, commune_id = scene.house.signed_facts_only, scene.spoken_of or scene.commune_id
        if commune_id is None:
            return told_everywhere(scene.db, signed_only=signed_only).alike
        return facts_of(scene.db, commune_id, signed_only=signed_only)

    if dialled:
        return tuple(filter(None, (render(scene.house.script, sayings, manner, facts),)))
    return render_messages(scene.house.script, sayings, manner, facts)
