"""Actions that find places and openings to choose from."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.horizon import a_year_before, too_far
from helpdesk.booking.openings import Opening, find_opening, on_day, with_room
from helpdesk.clock import at_local, local
from helpdesk.conversation.actions.facts import facts_of_place, opening_facts, option, place_facts
from helpdesk.conversation.actions.her_place.reachable import reachable
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import SINCE, UNCLEAR
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID
from helpdesk.places.communes import centres, places_by_id

SHOWN_PLACES = 3
"""Centres named at once where no commune is known; any other is reached by its name."""

ONLY = "only_opening"
"""The answer that holds the one opening there is to choose."""

THERE = "moves_there"
"""The answer that holds the id of the place to which she wants her booking moved, if not to another day where it is."""

LOOKED_AT = 60
"""Openings of a place among which those are looked for that fit a wish: two months of every working day."""

NOON = 12

SHOWN_OPENINGS = 3
"""Openings offered at once: what fits into two segments with what each can do."""


def find_places(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """The centres one may go to (her commune's where it is known), and the village remembered of her."""
    places = centres(scene.db, commune_id=scene.commune_id)[:SHOWN_PLACES]
    if scene.contact.place_id is not None:
        home = places_by_id(scene.db, [scene.contact.place_id])
        places += [place for place in home if place.id not in {known.id for known in places}]
    options = [option(place.id, facts_of_place(place)) for place in places]
    return Happened("found", {"places": options})


def name_candidates(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The villages that a name may have meant."""
    places = places_by_id(scene.db, answers["place_id"])
    return Happened("found", {"places": [option(place.id, facts_of_place(place)) for place in places]})


def find_openings(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The next openings of the chosen place with room for at least one, or for those named already."""
    place_id = answers["place_id"]
    found = with_room_since(scene, answers, place_id=place_id, persons=persons_of(answers))
    if found:
        return _openings(found)
    (place,) = places_by_id(scene.db, [place_id])
    return Happened("none", facts_of_place(place))


def find_days(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The same; `one` where there is no more than one to choose, so that what else she may do is numbered beside it."""
    found = find_openings(scene, answers)
    listed: Sequence[Any] = found.facts.get("openings", ())
    if len(listed) != 1 or answers.get(SINCE):
        return found  # of those she wants it may be the only one, and not of all
    return Happened("one", {**found.facts, **listed[0]["facts"], ONLY: listed[0]["value"]})


def with_room_since(
    scene: Scene,
    answers: Mapping[str, Any],
    *,
    place_id: int,
    persons: int,
    at_most: int = SHOWN_OPENINGS,
    but_not: int | None = None,
) -> list[Opening]:
    """The next openings of a place with room for `persons`: those of the week that she spoke of and behind it, or where
    there are none or she spoke of no week, all that are to come."""

    def after(begins: datetime) -> list[Opening]:
        return with_room(
            scene.db, place_id=place_id, persons=persons, after=begins, at_most=at_most, but_not=but_not
        )

    since = answers.get(SINCE)
    begins = at_local(date.fromisoformat(since), time.min) if since else scene.now
    return (after(begins) if begins > scene.now else []) or after(scene.now)


def take_only_day(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """She takes the one there is."""
    return Happened("chosen", {"opening_id": answers[ONLY]})


def persons_of(answers: Mapping[str, Any]) -> int:
    """For how many there must be room: those named, or spoken of. Too many for one booking are told so later."""
    return min(MAX_PARTY, max(1, len(answers.get("people") or ()), answers.get("persons") or 0))


def find_other_openings(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The next other openings of a booking's place with room for all its persons.

    `that_day`: she named a day, and one of them is on it. She is asked once whether she means it. `not_then`, `past_day`,
    `unclear_day`: none is, or it is over, or no day of the calendar; she is told so once. `other_part`, `no_part`: there
    is none in the part of the day that she said, on that day or at all; she is told that once, too.
    """
    own = reachable(scene, answers, [answers["booking_id"]])
    if not own:
        return Happened("none", {"place": answers["place"]})
    opening = own[0].opening
    place_id = where_to(answers, own[0])
    wished = _on_the_day_said(scene, answers, own[0])
    at_another_time = other_part(wished, answers)
    if at_another_time is not None:
        return at_another_time
    if len(wished) == 1:
        return Happened("that_day", {**opening_facts(wished[0]), "opening_id": wished[0].id, DAY_SAID: None})
    in_vain = None if wished else said_in_vain(scene, answers)
    if in_vain is not None:
        return in_vain
    part = None if wished else answers.get(PART_SAID)
    found = with_room_since(
        scene,
        answers,
        place_id=place_id,
        persons=own[0].party,
        at_most=LOOKED_AT if part else SHOWN_OPENINGS,
        but_not=opening.id,
    )
    if part and (none_then := other_part(found, answers)) is not None:
        return none_then
    if found:
        return _openings([one for one in found if part in (None, part_of(one))][:SHOWN_OPENINGS])
    (place,) = places_by_id(scene.db, [place_id])
    return Happened("none", facts_of_place(place))


def where_to(answers: Mapping[str, Any], own: Booking) -> int:
    """The id of the place to which she wants to move: the one she said, else where she has booked."""
    there: int = answers.get(THERE) or own.opening.place_id
    return there


def part_of(opening: Opening) -> str:
    """The part of the day in which an opening begins: "morning" or "afternoon"."""
    return "morning" if local(opening.starts_at).hour < NOON else "afternoon"


def other_part(found: Sequence[Opening], answers: Mapping[str, Any]) -> Happened | None:
    """What is said once where none of these is in the part of the day that she said; None where one is, or she said none."""
    part = answers.get(PART_SAID)
    if not part or not found or part in [part_of(one) for one in found]:
        return None
    told = {"asked_part": {"phrase": part}, PART_SAID: None}
    known = opening_facts(found[0])
    if not answers.get(DAY_SAID):
        return Happened("no_part", {**told, "place": known["place"]})
    return Happened("other_part", {**told, "asked_day": known["when"], "hours": known["hours"]})


def said_in_vain(scene: Scene, answers: Mapping[str, Any]) -> Happened | None:
    """What is said once of a day that she named and that does not do; None where she named none."""
    if answers.get(UNCLEAR):
        return Happened("unclear_day", {UNCLEAR: None})
    if not answers.get(DAY_SAID):
        return None
    day = date.fromisoformat(answers[DAY_SAID])
    over = too_far(day, now=scene.now)
    told = {"date": (a_year_before(day) if over else day).isoformat()}
    return Happened("past_day" if over else "not_then", {"asked_day": told, DAY_SAID: None})


def _on_the_day_said(scene: Scene, answers: Mapping[str, Any], own: Booking) -> list[Opening]:
    """The other openings with room on the day that she said, at the place of her booking."""
    if not answers.get(DAY_SAID):
        return []
    day = date.fromisoformat(answers[DAY_SAID])
    return [
        one
        for one in on_day(scene.db, day, place_id=where_to(answers, own))
        if one.id != own.opening.id and one.free >= own.party and one.starts_at > scene.now
    ]


def find_later_openings(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The openings after all those she was shown, at the same place, with room for the same persons."""
    own = reachable(scene, answers, [answers["booking_id"]]) if ("booking_id" in answers) else []
    shown = [find_opening(scene.db, opening_id) for opening_id in _last_shown(answers)]
    last = max((one.starts_at for one in shown if one is not None), default=scene.now)
    place_id = where_to(answers, own[0]) if own else answers["place_id"]
    found = with_room(
        scene.db,
        place_id=place_id,
        persons=own[0].party if own else persons_of(answers),
        after=max(last, scene.now),
        at_most=SHOWN_OPENINGS,
        but_not=own[0].opening.id if own else None,
    )
    if found:
        return _openings(found)
    return Happened("none", {"place": answers["place"]})


def _last_shown(answers: Mapping[str, Any]) -> list[int]:
    """The last opening of each list she was shown; a line may be no opening but to wait."""
    lists = [answers.get(name) or () for name in ("openings", "nearest", "others")]
    shown = [[line["value"] for line in lines if isinstance(line["value"], int)] for lines in lists]
    return [ids[-1] for ids in shown if ids]


def _openings(found: list[Opening]) -> Happened:
    place = place_facts(found[0].place_kind, found[0].place_name)
    return Happened("found", {**place, "openings": [option(o.id, opening_facts(o)) for o in found]})
