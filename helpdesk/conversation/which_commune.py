"""Whose facts an answer tells: those of the commune that is spoken of, else of hers; where neither is known, she is asked.

Hours and fees differ from commune to commune. One gateway may serve several, and who has not booked is of none yet.
"""

from dataclasses import replace
from functools import cache

from helpdesk.clock import local_date
from helpdesk.conversation.actions.questions.her_commune import (
    COMMUNE_ASKED,
    WHICH_COMMUNE,
    only_commune,
    remember,
)
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Lead, Say, Structure
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.short_replies import is_bare_answer
from helpdesk.conversation.playing import Played, play
from helpdesk.conversation.script.model import Script, facts_in
from helpdesk.conversation.understanding.bookings.one_text import PLACE, facts_of
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import all_places
from helpdesk.places.facts import told_everywhere


def of_its_commune(scene: Scene, structure: Structure, text: str, played: Played) -> Played:
    """What was said, told of the commune that is spoken of; or, where that has to be known first, which one it is.

    The answer then waits under that question. Costs nothing where nothing is said that only a commune knows.
    """
    script = scene.house.script
    of_communes = [
        at for at, saying in enumerate(played.sayings) if facts_named(script, saying, scene.contact.language)
    ]
    if not of_communes:
        return played
    scene.spoken_of = _named(scene, text, played.sayings)
    if scene.spoken_of is None and scene.commune_id is None:
        return _asked(scene, structure, played, of_communes)
    if scene.commune_id is None and scene.spoken_of is not None:
        remember(scene, scene.spoken_of)
    return played


def facts_named(script: Script, saying: Saying, language: str) -> frozenset[str]:
    """The commune facts that a saying names to who can reply, by their keys."""
    texts = script.texts(saying.flow, saying.step, language)
    said = texts.slots.get(saying.slot) or texts.slots[Slot.ASK]
    return frozenset(key for wording in (said.sms, said.ussd or "") for key in facts_in(wording))


def _named(scene: Scene, text: str, sayings: tuple[Saying, ...]) -> int | None:
    """The commune of the village in her text, else of the one chosen for what is asked now."""
    places = cache(lambda: all_places(scene.db))
    said: list[object] = []
    if not is_bare_answer(text):
        said.append(facts_of(read(text, today=local_date(scene.now), places=places())).get(PLACE))
    said += [saying.answers.get(PLACE) for saying in sayings]
    for named in said:
        ids = named if isinstance(named, list) else [named] if isinstance(named, int) else []
        commune = only_commune(places(), ids) if ids else None
        if commune is not None:
            return commune
    return None


def _asked(scene: Scene, structure: Structure, played: Played, of_communes: list[int]) -> Played:
    """Which commune is meant, in place of the first answer that cannot be given without knowing it."""
    script, language = scene.house.script, scene.contact.language
    if WHICH_COMMUNE not in structure.flows or WHICH_COMMUNE not in script.flows:
        return played
    askable = [at for at in of_communes if _is_the_answer(script, played.sayings[at])]
    if not askable:
        return played
    apart = told_everywhere(scene.db, signed_only=scene.house.signed_facts_only).apart
    at = next((at for at in askable if facts_named(script, played.sayings[at], language) & apart), None)
    waits = _to_be_said_then(structure, played, at) if at is not None else None
    if at is None or waits is None:
        return played
    asks = play(scene, structure, None, Start(WHICH_COMMUNE, below=waits))
    return Played(asks.state, (*played.sayings[:at], *asks.sayings))


def _is_the_answer(script: Script, saying: Saying) -> bool:
    return COMMUNE_ASKED not in saying.answers and script.flows[saying.flow].texts[saying.step].asks_commune


def _to_be_said_then(structure: Structure, played: Played, at: int) -> tuple[State, ...] | None:
    """From that saying on, what is said and asked once the commune is known; None where it cannot be said once more."""
    saying, state = played.sayings[at], played.state
    first = State(saying.flow, saying.step, {**saying.answers, COMMUNE_ASKED: True})
    name, step = saying.step, structure.step(saying.flow, saying.step)
    while isinstance(step, Say) and step.to.lead is Lead.STEP:
        name, step = step.to.name, structure.step(saying.flow, step.to.name)
    if isinstance(step, Say) and step.to.ends:
        below = (replace(state, below=()), *state.below) if state is not None else ()
    elif isinstance(step, Ask) and state is not None and (state.flow, state.step) == (saying.flow, name):
        below = state.below
    else:
        return None  # what was done on the way would be done twice
    # An answer that waits already for the same word is given up for this one.
    return (first, *(one for one in below if one.flow != WHICH_COMMUNE and COMMUNE_ASKED not in one.answers))
