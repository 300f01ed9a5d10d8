"""Call tasks: people to be rung by an official about a booking or an offer, because what we would text them is not read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.people.tables import contacts
from helpdesk.places.tables import communes, places
from helpdesk.store.upsert import insert_if_new
from helpdesk.tickets.tables import CallState, call_tasks

MOST_TRIES = 3
"""Calls that nobody answered after which the page says so, and asks for another way."""

TRY_AGAIN_AFTER = timedelta(hours=2)
"""Phones are off where there is no power, and on again in the evening: not at once, and not only tomorrow."""

OPEN = (CallState.OPEN.value, CallState.NOT_REACHED.value)
"""States of a call that is still to be made."""

c = call_tasks.c


@dataclass(frozen=True, slots=True)
class NewCall:
    """A call to be made. `intent_key` names what is said: it is never opened twice. `said`: see messaging/subjects.

    It is about a booking or, while there is none, about an offer. Raises ValueError where it is about neither: nothing
    would tell it from the calls about anything else.
    """

    commune_id: int
    contact_id: int
    booking_id: int | None
    opening_id: int
    intent_key: str
    said: str
    due_by: datetime
    offer_id: int | None = None

    def __post_init__(self) -> None:
        if self.booking_id is None and self.offer_id is None:
            raise ValueError("a call is about a booking or about an offer")


def open_call(db: sa.Connection, call: NewCall, *, now: datetime) -> int | None:
    """Open a call task; its id, or None when this call was opened before.

    It takes the place of an earlier call about the same booking that nobody made. The caller holds the booking or its
    reminders, so no two open one at once.
    """
    if db.execute(sa.select(c.id).where(c.intent_key == call.intent_key, _not_withdrawn())).first():
        return None
    same = c.offer_id == call.offer_id if call.booking_id is None else c.booking_id == call.booking_id
    earlier = call_tasks.update().where(same, c.state.in_(OPEN))
    db.execute(earlier.values(state=CallState.WITHDRAWN.value, settled_at=now))
    row = {
        "commune_id": call.commune_id,
        "contact_id": call.contact_id,
        "booking_id": call.booking_id,
        "offer_id": call.offer_id,
        "opening_id": call.opening_id,
        "intent_key": call.intent_key,
        "said": call.said,
        "state": CallState.OPEN.value,
        "tries": 0,
        "opened_at": now,
        "try_at": now,
        "due_by": call.due_by,
    }
    task_id: int | None = insert_if_new(db, call_tasks, row, returning=(c.id,)).scalar()
    return task_id


def _not_withdrawn() -> sa.ColumnElement[bool]:
    return c.state != sa.literal(CallState.WITHDRAWN.value, literal_execute=True)


def waiting(db: sa.Connection, booking_id: int) -> list[str]:
    """What is to be said in the calls about a booking that were not made."""
    query = sa.select(c.said).where(c.booking_id == booking_id, c.state.in_(OPEN)).order_by(c.id)
    return list(db.execute(query).scalars())


def withdraw(db: sa.Connection, booking_id: int, *, now: datetime) -> list[str]:
    """Take back the calls about a booking that were not made; what was to be said in them."""
    waiting = call_tasks.update().where(c.booking_id == booking_id, c.state.in_(OPEN))
    gone = {"state": CallState.WITHDRAWN.value, "settled_at": now}
    return list(db.execute(waiting.values(gone).returning(c.said)).scalars())


def withdraw_of_offer(db: sa.Connection, offer_id: int, *, now: datetime) -> int:
    """The same about an offer; how many."""
    waiting = call_tasks.update().where(c.offer_id == offer_id, c.state.in_(OPEN))
    gone = {"state": CallState.WITHDRAWN.value, "settled_at": now}
    return db.execute(waiting.values(gone)).rowcount


@dataclass(frozen=True, slots=True)
class Call:
    """A call to be made: to whom, about which booking or offer, not before `try_at` and not after `due_by`.

    `village` is None where it is not known; `language` is the one she chose for texts.
    """

    id: int
    contact_id: int
    address: str
    language: str
    village: str | None
    commune_id: int
    commune: str
    booking_id: int | None
    offer_id: int | None
    tries: int
    opened_at: datetime
    try_at: datetime
    due_by: datetime
    # Names what is said; see `NewCall`.
    intent_key: str = ""

    @property
    def given_up(self) -> bool:
        """Whether nobody answered so often that another way is needed."""
        return self.tries >= MOST_TRIES


def open_calls(db: sa.Connection, *, commune_id: int | None = None, now: datetime) -> list[Call]:
    """The calls still to be made that are of use, those that can be tried now first, the most pressing before others.

    Of a commune, or (None) of all.
    """
    query = (
        sa.select(
            c.id,
            c.contact_id,
            contacts.c.address,
            contacts.c.language,
            places.c.name,
            c.commune_id,
            communes.c.name,
            c.booking_id,
            c.offer_id,
            c.tries,
            c.opened_at,
            c.try_at,
            c.due_by,
            c.intent_key,
        )
        .join_from(call_tasks, contacts, contacts.c.id == c.contact_id)
        .join(communes, communes.c.id == c.commune_id)
        .outerjoin(places, places.c.id == contacts.c.place_id)
        .where(c.state.in_(OPEN), c.due_by > now)
    )
    if commune_id is not None:
        query = query.where(c.commune_id == commune_id)
    rows: Sequence[Sequence[Any]] = db.execute(query).all()
    found = [Call(*row) for row in rows]
    return sorted(found, key=lambda call: (call.try_at > now, call.due_by, call.address, call.id))


def told(db: sa.Connection, call_id: int, *, official_id: int, commune_id: int | None, now: datetime) -> bool:
    """She was rung and told; False where the call is made or withdrawn already, or of another commune."""
    done = {"state": CallState.DONE.value, "settled_at": now, "settled_by_id": official_id}
    made = call_tasks.update().where(_to_make(call_id, commune_id)).values(done)
    return db.execute(made).rowcount == 1


@dataclass(frozen=True, slots=True)
class Tried:
    """Calls that nobody answered so far, and whether this one was counted among them."""

    tries: int
    counted: bool


def not_reached(
    db: sa.Connection,
    call_id: int,
    *,
    tries_before: int,
    official_id: int,
    commune_id: int | None,
    now: datetime,
) -> Tried | None:
    """Nobody answered: to be tried again later; how many tries that makes, or None as for `told`.

    It counts once for whoever saw `tries_before`: the button pressed twice, or by two officials, is one try.
    """
    tries = c.tries + 1
    state = sa.case((tries >= MOST_TRIES, CallState.NOT_REACHED.value), else_=CallState.OPEN.value)
    open_still = _to_make(call_id, commune_id)
    tried = (
        call_tasks.update()
        .where(open_still, c.tries == tries_before)
        .values(tries=tries, state=state, try_at=now + TRY_AGAIN_AFTER, settled_by_id=official_id)
        .returning(c.tries)
    )
    made: int | None = db.execute(tried).scalar()
    if made is not None:
        return Tried(made, counted=True)
    before: int | None = db.execute(sa.select(c.tries).where(open_still)).scalar()
    return None if before is None else Tried(before, counted=False)


def _to_make(call_id: int, commune_id: int | None) -> sa.ColumnElement[bool]:
    condition = (c.id == call_id) & c.state.in_(OPEN)
    return condition if commune_id is None else condition & (c.commune_id == commune_id)


def still_to_ring(db: sa.Connection, booking_ids: Collection[int]) -> dict[int, bool]:
    """For bookings that have calls: whether one is still to be made, or all were made (withdrawn ones aside)."""
    query = sa.select(c.booking_id, c.state).where(c.booking_id.in_(booking_ids), _not_withdrawn())
    found: dict[int, bool] = {}
    for booking_id, state in db.execute(query):
        found[booking_id] = found.get(booking_id, False) or state in OPEN
    return found
