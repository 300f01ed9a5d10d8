"""What is told of people after an opening, in whatever way: facts for texts, for neighbours and for who rings."""

from collections.abc import Sequence
from typing import Any

from helpdesk.booking.attending.attendance import Attendance
from helpdesk.booking.openings import Opening
from helpdesk.conversation.actions.facts import Facts, opening_facts, place_facts

LOOKED_AT = 10
"""Openings among which one is looked for that can do what she came for."""


def about_absent(missed: Sequence[Attendance], openings: Sequence[Opening]) -> tuple[str, Facts]:
    """`again` with the next date for all of them among the `openings` to come at that place, or `no_date`."""
    before = missed[0].opening
    facts = {"people": named(missed), "missed": {"date": before.day.isoformat()}}
    coming = _next_opening(openings, before, persons=len(missed))
    if coming is None:
        return "no_date", {**facts, **where(before)}
    return "again", {**opening_facts(coming), **facts, **to_book(missed, coming)}


def about_waiting(found: Sequence[Attendance]) -> Facts:
    """`people` and when their dossiers were `taken`."""
    return {"people": named(found), "taken": {"date": found[0].opening.day.isoformat()}}


def about_to_activate(found: Sequence[Attendance]) -> Facts:
    """`people`."""
    return {"people": named(found)}


def to_book(found: Sequence[Attendance], opening: Opening | None) -> Facts:
    """What the flow `book` can go on with: who, where, and when if that is known."""
    people = [[one.name, one.birth_year] for one in found]
    place_id = found[0].opening.place_id
    return {"booking_people": people, "place_id": place_id, "opening_id": opening.id if opening else None}


def named(found: Sequence[Attendance]) -> dict[str, Any]:
    """The names with birth years."""
    return {"people": [[one.name, one.birth_year] for one in found]}


def where(opening: Opening) -> Facts:
    """`place`."""
    return place_facts(opening.place_kind, opening.place_name)


def _next_opening(openings: Sequence[Opening], before: Opening, *, persons: int) -> Opening | None:
    """The next with room for all; one that can do what the missed one could, where there is one."""
    found = [one for one in openings if one.free >= persons][:LOOKED_AT]
    able = [one for one in found if one.finishes_level2 or not before.finishes_level2]
    return next(iter(able or found), None)
