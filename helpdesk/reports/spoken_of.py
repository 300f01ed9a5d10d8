"""Which opening a message of the outbox spoke of, by the key of what it was to say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import bookings, openings

_LIST = re.compile(r"(?:mail|list):(\d+):")
_REMINDER = re.compile(r"reminder:(\d+):")


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """An opening, and whether what was said of it still holds: it takes place, and the booking is not cancelled."""

    opening: Opening
    holds: bool


def spoken_of(db: sa.Connection, intents: Iterable[str]) -> dict[str, SpokenOf]:
    """The openings that reminders and lists spoke of, by intent key; a key of anything else is left out.

    Of several visits in one reminder it is the first.
    """
    keys = list(intents)
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
    return {
        key: SpokenOf(
            by_id[id_],
            by_id[id_].state is OpeningState.OPEN and live.get(booked.get(key, 0), True),
        )
        for key, id_ in wanted.items()
        if id_ in by_id
    }


def _ids(form: re.Pattern[str], keys: Iterable[str]) -> dict[str, int]:
    return {key: int(match[1]) for key in keys if (match := form.match(key))}
