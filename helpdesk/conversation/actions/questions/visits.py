"""Actions that tell when a team comes: to her village, else where else in the commune one may go."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, from_day, with_room
from helpdesk.clock import local_date
from helpdesk.conversation.actions.facts import facts_of_place, opening_facts, option
from helpdesk.conversation.actions.making.choosing import SHOWN_OPENINGS
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.places.communes import places_by_id

LOOKED_AT = 40
"""Openings of a commune looked through for places left: more than two weeks of it."""


def find_visits(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The next openings with places left at the village she named or is known by.

    `elsewhere`: none there, but in her commune; `none`: nowhere; `unknown`: we do not know her village;
    `several`: the name she wrote may be one of several.
    """
    if isinstance(answers.get("place_id"), list):
        return Happened("several")
    found = places_by_id(scene.db, [place_id] if (place_id := _place_id(scene, answers)) else [])
    if not found:
        return Happened("unknown")
    (place,) = found
    here = with_room(scene.db, place_id=place.id, persons=1, after=scene.now, at_most=SHOWN_OPENINGS)
    facts = {**facts_of_place(place), "place_id": place.id}
    if here:
        return Happened("found", {**facts, "openings": [_line(opening) for opening in here]})
    around = _in_commune(scene.db, scene, place.commune_id)
    return Happened("elsewhere", {**facts, "around": around}) if around else Happened("none", facts)


def _place_id(scene: Scene, answers: Mapping[str, Any]) -> int | None:
    named = answers.get("place_id")
    return named if isinstance(named, int) else scene.contact.place_id


def _in_commune(db: sa.Connection, scene: Scene, commune_id: int) -> list[dict[str, Any]]:
    """The next openings of a commune with places left, wherever, each to choose by its number."""
    coming = from_day(db, local_date(scene.now), commune_id=commune_id, at_most=LOOKED_AT)
    open_ones = [opening for opening in coming if opening.free > 0 and opening.starts_at > scene.now]
    return [_line(opening) for opening in open_ones[:SHOWN_OPENINGS]]


def _line(opening: Opening) -> dict[str, Any]:
    """A line to choose; who chooses it has also said where."""
    return option(opening.id, {**opening_facts(opening), "place_id": opening.place_id})
