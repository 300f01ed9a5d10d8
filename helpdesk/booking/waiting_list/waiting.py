"""The waiting list: who waits with how many persons for an opening that is full, or for the next one at a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import Relation, relation_of
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST, WaitState, waits_that_may
from helpdesk.booking.waiting_list.waiting_tables import waits
from helpdesk.people.tables import contacts
from helpdesk.places.tables import PlaceKind, places

w = waits.c

MOST_WAITS = 5
"""Lists one phone may be on at once: a proxy waits for several households, a machine for everything."""

LONGEST = timedelta(days=60)
"""How long somebody waits for any opening at a place. A round of all villages takes about 14 weeks, but who has heard
nothing for two months has long gone elsewhere, and her name is no longer kept for anything."""

Names = Sequence[tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody on the list. `opening_id` is None where any opening of the place will do.

    `people` (name, birth year) are empty where nothing can come of it any more. `starts_at` and `ends_at` of the
    opening are beside it for whoever speaks of it.
    """

    id: int
    commune_id: int
    contact_id: int
    address: str
    place_id: int
    place_kind: PlaceKind
    place_name: str
    opening_id: int | None
    starts_at: datetime | None
    closes_at: datetime | None
    service: Service | None
    party: int
    people: tuple[tuple[str, int | None], ...]
    state: WaitState
    joined_at: datetime
    ends_at: datetime
    # Whether the opening takes place no more: then any other of the place will do.
    called_off: bool = False
    # Phones of their own, by place among `people`.
    phones: Mapping[int, str] = field(default_factory=dict)
    # What they are to her, in the same way.
    relations: Mapping[int, Relation] = field(default_factory=dict)

    @property
    def any_will_do(self) -> bool:
        """Whether she waits for whatever opening there is at the place."""
        return self.opening_id is None or self.called_off


def join(
    db: sa.Connection,
    people: Names,
    *,
    contact_id: int,
    commune_id: int,
    place_id: int,
    opening: Opening | None = None,
    service: Service | None = None,
    phones: Mapping[int, str] | None = None,
    relations: Mapping[int, Relation] | None = None,
    now: datetime,
) -> int | None:
    """Put a contact, held by the caller, on the list with these persons; the wait's id, None when on too many already.

    `phones` of their own (canonical numbers) and `relations` are by place among the persons. Of a place with a `service` only openings
    that offer it are offered; where none does, she would wait in vain: see `openings.place_offers`.

    Who is on this list already stays where she is in the queue, with the persons she names now and what they come for;
    while places are held for her, nothing is changed.
    """
    mine = (w.contact_id == contact_id) & w.state.in_(ON_THE_LIST)
    same = w.opening_id == opening.id if opening else (w.place_id == place_id) & w.opening_id.is_(None)
    listed = [[*one, *_told_of(at, phones or {}, relations or {})] for at, one in enumerate(people)]
    named: dict[str, Any] = {
        "people": listed,
        "party": len(people),
        "service": service.value if service else None,
    }
    there: int | None = db.execute(sa.select(w.id).where(mine, same)).scalar()
    if there is not None:
        unasked = (w.id == there) & (w.state == WaitState.WAITING.value)
        db.execute(waits.update().where(unasked).values(named))
        return there
    count = sa.select(sa.func.count()).select_from(waits).where(mine)
    if db.execute(count).scalar_one() >= MOST_WAITS:
        return None
    row = named | {
        "commune_id": commune_id,
        "contact_id": contact_id,
        "place_id": place_id,
        "opening_id": opening.id if opening else None,
        "state": WaitState.WAITING.value,
        "joined_at": now,
        "ends_at": opening.starts_at
        if opening and opening.state is not OpeningState.CANCELLED
        else now + LONGEST,
    }
    return int(db.execute(waits.insert().values(row).returning(w.id)).scalar_one())


def _told_of(at: int, phones: Mapping[int, str], relations: Mapping[int, Relation]) -> list[str | None]:
    """What stands behind a name and its year: nothing, the phone, or the phone if any and the relation."""
    if at in relations:
        return [phones.get(at), relations[at].value]
    return [phones[at]] if at in phones else []


def waits_of(db: sa.Connection, contact_id: int, *, now: datetime) -> list[Wait]:
    """Where a contact waits, in the order in which she joined."""
    return _find(db, w.contact_id == contact_id, w.state.in_(ON_THE_LIST), w.ends_at > now)


def wait_by_id(db: sa.Connection, wait_id: int) -> Wait | None:
    """One wait, whatever became of it."""
    found = _find(db, w.id == wait_id)
    return found[0] if found else None


def queue_for(db: sa.Connection, opening: Opening, *, now: datetime) -> list[Wait]:
    """Who waits for an opening, or for any at its place that is for what it is for, the first in the queue first."""
    serves = w.service.is_(None) | w.service.in_([service.value for service in opening.services])
    any_will_do = w.opening_id.is_(None) | (openings.c.state == OpeningState.CANCELLED.value)
    anywhere = (w.place_id == opening.place_id) & any_will_do & serves
    concerned = (w.opening_id == opening.id) | anywhere
    return _find(db, concerned, w.state.in_(ON_THE_LIST), w.ends_at > now)


def hold_wait(db: sa.Connection, wait_id: int) -> Wait | None:
    """A wait as it is now, held until the transaction ends. Held before its offer, and its offer before the opening."""
    db.execute(sa.select(w.id).where(w.id == wait_id).with_for_update()).all()
    return wait_by_id(db, wait_id)


def move_wait(db: sa.Connection, wait_id: int, to: WaitState, *, now: datetime) -> bool:
    """The one place where a wait changes its state; False where that is not allowed from where it is.

    The names go with the last state from which anything could come of them.
    """
    over = to in (WaitState.BOOKED, WaitState.LEFT, WaitState.EXPIRED)
    values: dict[str, Any] = {"people": None} if over else {}
    moved = db.execute(
        waits.update()
        .where(w.id == wait_id, w.state.in_(waits_that_may(to)))
        .values(state=to.value, settled_at=None if to.value in ON_THE_LIST else now, **values)
    )
    return moved.rowcount == 1


_COLUMNS = (
    w.id,
    w.commune_id,
    w.contact_id,
    contacts.c.address,
    w.place_id,
    places.c.kind,
    places.c.name,
    w.opening_id,
    openings.c.starts_at,
    openings.c.ends_at,
    w.service,
    w.party,
    w.people,
    w.state,
    w.joined_at,
    w.ends_at,
    openings.c.state,
)


def _find(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Wait]:
    query = (
        sa.select(*_COLUMNS)
        .join_from(waits, contacts, contacts.c.id == w.contact_id)
        .join(places, places.c.id == w.place_id)
        .outerjoin(openings, openings.c.id == w.opening_id)
        .where(*conditions)
        .order_by(w.id)
    )
    return [_wait(row) for row in db.execute(query)]


def _wait(row: Sequence[Any]) -> Wait:
    values = list(row)
    values[5] = PlaceKind(values[5])
    values[10] = Service(values[10]) if values[10] else None
    listed = values[12] or ()
    values[12] = tuple((name, year) for name, year, *_ in listed)
    values[13] = WaitState(values[13])
    values[16] = values[16] == OpeningState.CANCELLED.value
    told = {at: [*more, None, None][:2] for at, (_, _, *more) in enumerate(listed) if more}
    phones = {at: phone for at, (phone, _) in told.items() if phone}
    relations = {at: known for at, (_, said) in told.items() if (known := relation_of(said)) is not None}
    return replace(Wait(*values), phones=phones, relations=relations)
