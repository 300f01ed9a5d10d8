"""The action that finds what a booking still lacks, so that only that is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.horizon import a_year_before, too_far
from helpdesk.booking.openings import Opening, find_opening, on_day, with_room
from helpdesk.conversation.actions.facts import (
    facts_of_place,
    opening_facts,
    option,
    people_facts,
    place_facts,
)
from helpdesk.conversation.actions.making.booking import NOTED, bookable
from helpdesk.conversation.actions.making.choosing import LOOKED_AT, ONLY, SHOWN_OPENINGS, part_of, persons_of
from helpdesk.conversation.actions.waits.waiting import choice_line, wait_line
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import (
    ADDING,
    BESIDE_NAMES,
    DAY,
    OPENING,
    PART,
    PEOPLE,
    PERSONS,
    PLACE,
    SAME_NAME,
    SET_ASIDE,
    UNCLEAR,
    UNOWNED,
    UNOWNED_YEARS,
)
from helpdesk.conversation.understanding.bookings.several_bookings import SAID_TOO
from helpdesk.people.persons import Person
from helpdesk.places.communes import places_by_id
from helpdesk.text.phone_numbers import national

COMES_BACK = "comes_back"
"""The answer that is there where a booking is taken up again behind the one that came between."""

TAKEN_UP = "taken_up"
"""The answer that is there where she comes back to a booking that she had turned away from: she is asked whether to go
on with it."""

SAID = (PLACE, OPENING, PEOPLE, PERSONS, DAY, PART, *BESIDE_NAMES, ADDING, NOTED)
"""What she has said of a booking."""

SHOW_WHO = frozenset({"ready", "more", "none"})
"""Outcomes after which everybody named is read out to her, or is not taken down at all."""

Answers = Mapping[str, Any]


def next_missing(scene: Scene, answers: Answers) -> Happened:
    """The first of place, opening and names that is not known; `ready` or `more` when nothing is missing.

    `several`: the place may be one of several; `choose`: the day has several openings; `no_opening`, `full_day`: it
    has none, or none with room for all; `more`: names came in several texts, or fewer than she spoke of.

    `many_at_once`: she spoke of more than one booking may have; it is said once, and those she names count.

    `past_day`: the day is over; `other_part`: there is one that day, but not in the part of it that she named; `no_part`:
    nor on any day. Each is said once, and she is asked without them.

    Before that, each once: `unclear_day`, she said a day that is not in the calendar; `whose_number`, a number that may be anybody's; `whose_years`, birth years that may; `set_aside`, another booking waits until this one is made; `comes_back`, this is the one that
    waited; `noted`, of those she has named nothing has been said yet, and the next question says nothing of them.
    """
    if answers.get(TAKEN_UP):
        return _taken_up(answers.get(PEOPLE) or ())
    if isinstance(answers.get("people"), Mapping):
        # She comes from what is told of a booking, an offer: who that was for was said, not named for this one.
        found = _missing(scene, {**answers, "people": []})
        return replace(found, facts={"people": [], **found.facts})
    waiting = [*filter(None, [answers.get(SET_ASIDE)]), *(answers.get(SAID_TOO) or ())]
    if waiting:
        people = [person for one in waiting for person in one[PEOPLE]]
        return Happened("set_aside", {**_aside(people), SET_ASIDE: None, SAID_TOO: None})
    amiss = _amiss(answers)
    if amiss is not None:
        return amiss
    named = len(answers.get(PEOPLE) or ())
    if answers.get(COMES_BACK):
        return Happened("comes_back", {**_aside(answers[PEOPLE]), COMES_BACK: None, NOTED: named})
    found = _missing(scene, answers)
    if named and found.outcome not in SHOW_WHO and answers.get(NOTED) != named:
        return Happened("noted", {NOTED: named, "party": named})
    return found


def _amiss(answers: Answers) -> Happened | None:
    """What of it cannot be taken down as she said it; each is said once."""
    if answers.get(UNCLEAR):
        return Happened("unclear_day", {UNCLEAR: None})
    if answers.get(UNOWNED):
        return Happened("whose_number", {"number": national(answers[UNOWNED]), UNOWNED: None})
    if answers.get(UNOWNED_YEARS):
        return Happened("whose_years", {UNOWNED_YEARS: None})
    if (answers.get(PERSONS) or 0) > MAX_PARTY > len(answers.get(PEOPLE) or ()):
        return Happened("many_at_once", {PERSONS: None})
    if answers.get(SAME_NAME):
        return Happened("same_name", {"who": {"person": [answers[SAME_NAME], None]}, SAME_NAME: None})
    return None


def forget_booking(_scene: Scene, _answers: Answers) -> Happened:
    """Nothing counts that was said of the booking so far: she begins anew."""
    return Happened("done", dict.fromkeys(SAID))


def book_joining(_scene: Scene, answers: Answers) -> Happened:
    """Those who were to join a booking there is come at another place or on another day, and are named already."""
    kept = {name: answers.get(name) for name in BESIDE_NAMES}
    return Happened("done", {**dict.fromkeys(SAID), **kept, PEOPLE: answers.get("joining") or []})


def _taken_up(people: Sequence[Sequence[Any]]) -> Happened:
    if not people:
        return Happened("goes_on", {TAKEN_UP: None})
    return Happened("goes_on_named", {**_aside(people), TAKEN_UP: None, NOTED: len(people)})


def _aside(people: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return {"aside": people_facts([Person(0, name, year) for name, year in people])["people"]}


def _missing(scene: Scene, answers: Answers) -> Happened:
    place_id = answers.get("place_id")
    if not isinstance(place_id, int):
        return Happened("several" if place_id else "place")
    if not _is_chosen(scene, answers, place_id):
        if not answers.get("day"):
            return _not_then(scene, answers, place_id) or Happened("opening")
        found = _on_that_day(scene, answers, place_id)
        if not isinstance(found, Opening):
            return found
        return Happened(_names(answers), {"opening_id": found.id})
    return Happened(_names(answers))


def _not_then(scene: Scene, answers: Answers, place_id: int) -> Happened | None:
    """Where she named a part of the day and no day, and there is nothing in that part at all: she is told so once."""
    part = answers.get(PART)
    if not part:
        return None
    found = with_room(scene.db, place_id=place_id, persons=1, after=scene.now, at_most=LOOKED_AT)
    if not found or part in map(part_of, found):
        return None
    place = place_facts(found[0].place_kind, found[0].place_name)
    return Happened("no_part", {**place, "asked_part": {"phrase": part}, PART: None})


def _names(answers: Answers) -> str:
    people = answers.get("people")
    if not people:
        return "names"
    return "more" if answers.get("adding") or answers.get("persons", 0) > len(people) else "ready"


def _is_chosen(scene: Scene, answers: Answers, place_id: int) -> bool:
    """Whether she has chosen an opening of this place already, and it has not begun."""
    if not answers.get("opening_id"):
        return False
    chosen = find_opening(scene.db, answers["opening_id"])
    return chosen is not None and chosen.place_id == place_id and bookable(chosen, scene.now)


def _on_that_day(scene: Scene, answers: Answers, place_id: int) -> Opening | Happened:
    """The opening of the day and part of day that she named, or what she is to be asked instead."""
    day, part = date.fromisoformat(answers["day"]), answers.get("part_of_day")
    coming = [one for one in on_day(scene.db, day, place_id=place_id) if bookable(one, scene.now)]
    roomy = [one for one in coming if one.free >= persons_of(answers)]
    fitting = [one for one in roomy if part in (None, part_of(one))]
    if len(fitting) == 1:
        return fitting[0]
    if too_far(day, now=scene.now):
        # The next such day is nearly a year away: she means the one that is over.
        return Happened("past_day", {"asked_day": {"date": a_year_before(day).isoformat()}, DAY: None})
    if len(roomy) == 1 and part and not [one for one in coming if part == part_of(one)]:
        return Happened("other_part", {**_only_then(roomy[0], day, part), PART: None})
    if roomy:
        return Happened("choose", _listed("openings", fitting or roomy))
    of_part = [one for one in coming if part in (None, part_of(one))]
    return _nearest(scene, answers, place_id, day=day, full=(of_part or coming)[:1])


def _only_then(one: Opening, day: date, part: str) -> dict[str, Any]:
    hours = opening_facts(one)["hours"]
    return {"asked_day": {"date": day.isoformat()}, "hours": hours, "asked_part": {"phrase": part}}


def _nearest(
    scene: Scene, answers: Answers, place_id: int, *, day: date, full: Sequence[Opening]
) -> Happened:
    """The openings of a place with room that are nearest to a day; behind them, to wait for that day if it is full."""
    persons = persons_of(answers)
    found = with_room(scene.db, place_id=place_id, persons=persons, after=scene.now, at_most=LOOKED_AT)
    if not found:
        (place,) = places_by_id(scene.db, [place_id])
        return Happened("none", facts_of_place(place))
    found.sort(key=lambda one: (abs((one.day - day).days), one.starts_at))
    nearest = sorted(found[:SHOWN_OPENINGS], key=lambda one: one.starts_at)
    facts = {**_listed("nearest", nearest), "asked_day": {"date": day.isoformat()}}
    if not full and len(nearest) == 1:
        return Happened("only_other", {**facts, **opening_facts(nearest[0]), ONLY: nearest[0].id})
    if not full:
        return Happened("no_opening", facts)
    lines = [*map(choice_line, nearest), *map(wait_line, full)]
    return Happened("full_day", {**facts, "others": lines})


def _listed(name: str, found: Sequence[Opening]) -> dict[str, Any]:
    place = place_facts(found[0].place_kind, found[0].place_name)
    return {**place, name: [option(one.id, opening_facts(one)) for one in found[:SHOWN_OPENINGS]]}
