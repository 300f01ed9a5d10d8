"""Playing the engine: feed it, run the actions it asks for, until it waits or ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.advance import EngineError, advance
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import Ended, Input, NeedsAction, Saying
from helpdesk.conversation.house import Scene
from helpdesk.conversation.rendering.render import Manner, Mode, render, render_messages
from helpdesk.conversation.text_next import text_next
from helpdesk.places.facts import facts_of, told_everywhere

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
    raise EngineError("too many actions in one turn")


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
