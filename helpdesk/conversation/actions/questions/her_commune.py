"""The action that notes of which commune she speaks, by a place in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import contacts
from helpdesk.places.communes import Place, places_by_id

WHICH_COMMUNE = "which_commune"
"""The flow that asks which commune is meant."""

COMMUNE_ASKED = "commune_asked"
"""The answer of what waits under that question: nobody is asked twice for one answer."""


def remember_commune(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The commune of the place that she chose or named is hers; `several`: that name is in more than one."""
    said = answers["place_id"]
    ids = said if isinstance(said, list) else [said]
    commune_id = only_commune(places_by_id(scene.db, ids), ids)
    if commune_id is None:
        return Happened("several")
    remember(scene, commune_id)
    return Happened("known", lasting=True)


def remember(scene: Scene, commune_id: int) -> None:
    """Whoever says of which commune she speaks is of that one, until she books elsewhere."""
    contacts.change(scene.db, scene.contact.id, commune_id=commune_id)
    scene.contact = replace(scene.contact, commune_id=commune_id)


def only_commune(places: Sequence[Place], ids: Sequence[int]) -> int | None:
    """The one commune in which all places with these ids are; None where they are in several, or there is none."""
    found = {place.commune_id for place in places if place.id in ids}
    return found.pop() if len(found) == 1 else None
