"""Which opening a message of the outbox spoke of, by the key of what it was to say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.changed_days.states import ToldState
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.reports.tables import Audience, lists

_LIST = re.compile(r"(?:mail|list):(\d+):")
_VERSION = re.compile(r"(mail|list):(\d+):(\d+):")
_AUDIENCE = {"mail": Audience.OFFICER.value, "list": Audience.LEADER.value}
_CHANGE = re.compile(r"day_changed:(\d+):(\d+):")
_BY_OTHERS = re.compile(r"by_(?:office|code):[0-9.]*:[0-9]*:(\d+):(\w+)")
_REMINDER = re.compile(r"reminder:(\d+):")


n = changed_bookings.c


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """An opening, and whether what was said of it still holds: it takes place, and the booking is not cancelled."""

    opening: Opening
    holds: bool


def spoken_of(db: sa.Connection, intents: Iterable[str]) -> dict[str, SpokenOf]:
    """The openings that reminders and lists spoke of, by intent key; a key of anything else is left out.

    Of several visits in one reminder it is the first; of a day that has changed it is the old one.
    """
    keys = list(intents)
    return _reminded_and_listed(db, keys) | _changed(db, keys) | _by_others(db, keys)


def _by_others(db: sa.Connection, keys: Iterable[str]) -> dict[str, SpokenOf]:
    """News of what an official, or somebody who knows the code, did with a booking: it holds until anything of that booking changes once more."""
    named = {key: (int(match[1]), match[2]) for key in keys if (match := _BY_OTHERS.match(key))}
    if not named:
        return {}
    query = (
        sa.select(bookings.c.id, bookings.c.changed_at, *COLUMNS)
        .select_from(SOURCE.join(bookings, bookings.c.opening_id == openings.c.id))
        .where(bookings.c.id.in_({booking_id for booking_id, _ in named.values()}))
    )
    found = {row[0]: (f"{row[1]:%Y%m%dT%H%M%S%f}", as_opening(row[2:])) for row in db.execute(query)}
    return {
        key: SpokenOf(found[booking_id][1], found[booking_id][0] <= said_at)
        for key, (booking_id, said_at) in named.items()
        if booking_id in found
    }


def _changed(db: sa.Connection, keys: Iterable[str]) -> dict[str, SpokenOf]:
    """News of changed days: they hold until the day changes once more, or she has chosen by herself."""
    named = {key: (int(match[1]), int(match[2])) for key in keys if (match := _CHANGE.match(key))}
    if not named:
        return {}
    changes = {change_id for change_id, _ in named.values()}
    query = (
        sa.select(day_changes.c.id, *COLUMNS)
        .select_from(SOURCE.join(day_changes, day_changes.c.opening_id == openings.c.id))
        .where(day_changes.c.id.in_(changes))
    )
    old = {change_id: as_opening(opening) for change_id, *opening in db.execute(query)}
    texted = (n.change_id.in_(changes)) & (n.told == ToldState.TEXTED.value)
    still = {tuple(row) for row in db.execute(sa.select(n.change_id, n.contact_id).where(texted))}
    return {key: SpokenOf(old[pair[0]], pair in still) for key, pair in named.items() if pair[0] in old}


def _reminded_and_listed(db: sa.Connection, keys: Sequence[str]) -> dict[str, SpokenOf]:
    booked = _ids(_REMINDER, keys)
    query = sa.select(bookings.c.id, bookings.c.opening_id, bookings.c.state)
    rows = db.execute(query.where(bookings.c.id.in_(set(booked.values())))).all() if booked else []
    live = {row.id: row.state in LIVE for row in rows}
    where = {row.id: row.opening_id for row in rows}
    wanted = _ids(_LIST, keys) | {key: where[id_] for key, id_ in booked.items() if id_ in where}
    if not wanted:
        return {}
    found = db.execute(sa.select(*COLUMNS).select_from(SOURCE).where(openings.c.id.in_(set(wanted.values()))))
    by_id = {row[0]: as_opening(row) for row in found}
    corrections = _corrections(db, keys)
    return {
        key: SpokenOf(
            by_id[id_],
            key in corrections
            or (by_id[id_].state is OpeningState.OPEN and live.get(booked.get(key, 0), True)),
        )
        for key, id_ in wanted.items()
        if id_ in by_id
    }


def _corrections(db: sa.Connection, keys: Iterable[str]) -> set[str]:
    """The lists that say that a day is called off: those hold although it does not take place."""
    named = {
        key: (int(match[2]), int(match[3]), _AUDIENCE[match[1]])
        for key in keys
        if (match := _VERSION.match(key))
    }
    if not named:
        return set()
    v = lists.c
    ids = {opening_id for opening_id, _, _ in named.values()}
    query = sa.select(v.opening_id, v.version, v.audience).where(
        v.opening_id.in_(ids), v.change_id.is_not(None)
    )
    saying = {tuple(row) for row in db.execute(query)}
    return {key for key, version in named.items() if version in saying}


def _ids(form: re.Pattern[str], keys: Iterable[str]) -> dict[str, int]:
    return {key: int(match[1]) for key in keys if (match := form.match(key))}
