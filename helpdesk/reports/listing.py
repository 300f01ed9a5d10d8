"""The lists of a place on a day, as somebody asks for them; and what every list is made from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_words import called
from helpdesk.booking.bookings import bookings_in_each
from helpdesk.booking.changed_days.roll import changed_days
from helpdesk.booking.openings import Opening, on_day
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.clock import local_date
from helpdesk.places.communes import Place, all_places, places_by_id
from helpdesk.places.matching import match_place, nearest
from helpdesk.reports.called_off import what_became
from helpdesk.reports.calls import to_ring
from helpdesk.reports.opening_list import OpeningList, Row, rows_of
from helpdesk.reports.tables import Audience
from helpdesk.reports.versions import Version, newest

_NEAR = 3


class UnknownPlace(LookupError):
    """No place is called that, or several may be; `near` are the places that look most like it."""

    def __init__(self, query: str, near: Sequence[Place]) -> None:
        names = ", ".join(f"{place.code} ({place.name})" for place in near)
        super().__init__(f"no place is '{query}'" + (f"; near it: {names}" if names else ""))
        self.query = query
        self.near = tuple(near)


def lists_for(db: sa.Connection, query: str, day: date, *, now: datetime) -> tuple[OpeningList, ...]:
    """The lists of all openings of a place on a day; none when it is not open then.

    `query` is a code or a name, accents and case ignored; raises UnknownPlace. A list carries the version and
    time of the officer's newest where nothing changed since, else no version and the time `now`.
    """
    place = find_place(db, query)
    found = on_day(db, day, place_id=place.id)
    changed = (one.opening for one in changed_days(db, first=day) if one.opening.day == day)
    found += [opening for opening in changed if opening.place_id == place.id]
    return lists_of(db, found, now=now)


def find_place(db: sa.Connection, query: str) -> Place:
    """The place with this code or name. Raises UnknownPlace, also when the name is not clear."""
    places = all_places(db)
    by_code = [place for place in places if place.code == query.strip().casefold()]
    if by_code:
        return by_code[0]
    match = match_place(query, places)
    if match.place is None:
        raise UnknownPlace(query, match.candidates or nearest(query, places, at_most=_NEAR))
    return match.place


def lists_of(db: sa.Connection, openings: Sequence[Opening], *, now: datetime) -> tuple[OpeningList, ...]:
    """The lists of some openings as they stand, in the same order."""
    ids = [opening.id for opening in openings]
    rows, last, codes = (
        current_rows(db, ids),
        newest(db, ids, audience=Audience.OFFICER),
        place_codes(db, openings),
    )
    found = []
    for opening in openings:
        own, version, code = rows.get(opening.id, ()), last.get(opening.id), codes[opening.place_id]
        if version is not None and version.rows == own:
            # Whom to ring is as it is now: that alone makes no new version.
            found.append(as_list(opening, replace(version, rows=own), place_code=code))
        else:
            found.append(OpeningList(opening, code, None, now, own))
    begun = {opening.id for opening in openings if opening.day <= local_date(now)}
    outcomes = _outcomes(db, begun) if begun else {}
    return tuple(
        replace(
            one,
            outcomes=outcomes if one.opening.id in begun else {},
            called_off=what_became(db, one.opening),
        )
        for one in found
    )


def _outcomes(
    db: sa.Connection, opening_ids: Iterable[int]
) -> dict[tuple[int, int], tuple[str, date | None]]:
    """What came of whom who was marked, in words."""
    return {
        (one.booking_id, one.person_id): (called(one.outcome, one.reason), one.result_by)
        for one in attendance_in(db, opening_ids)
        if one.outcome is not None
    }


def as_list(opening: Opening, version: Version, *, place_code: str, called_off: str = "") -> OpeningList:
    """A version as the list it was handed out as; with what became of the day, where it does not take place."""
    return OpeningList(
        opening, place_code, version.number, version.made_at, version.rows, called_off=called_off
    )


def current_rows(db: sa.Connection, opening_ids: Iterable[int]) -> dict[int, tuple[Row, ...]]:
    """Who is booked now, by opening; an opening that nobody booked is not in it."""
    found = bookings_in_each(db, opening_ids)
    ring = to_ring(db, [booking for bookings in found.values() for booking in bookings])
    beside = phones_beside(db, [booking for bookings in found.values() for booking in bookings])
    return {
        opening_id: rows_of(bookings, to_ring=ring, beside=beside) for opening_id, bookings in found.items()
    }


def place_codes(db: sa.Connection, openings: Iterable[Opening]) -> dict[int, str]:
    """The codes of the openings' places, by place id."""
    ids = {opening.place_id for opening in openings}
    return {place.id: place.code for place in places_by_id(db, sorted(ids))}
