"""What speaks against calling off or putting off an opening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.horizon import MOST_DAYS_AHEAD, too_far
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.clock import at_local, local, local_date
from helpdesk.places.closed_days import closures

o = openings.c


class Wrong(StrEnum):
    """Why an opening cannot be changed in this way."""

    CHANGING = "it is being called off or put off already; undo that first"
    OVER = "it has begun"
    MARKED = "somebody was checked in already; take that back first"
    NOTHING_LEFT = "it was called off, and nobody waits for a new day"
    SAME = "that is when it takes place"
    PAST = "the new day has come already"
    FAR = f"the new day is more than {MOST_DAYS_AHEAD} days ahead"
    CLOSED = "the new day is a closed day"
    HOURS = "it must end after it begins"
    PLACE_TWICE = (
        "the place is open at that time already; call this one off, and let who is booked get the next places"
    )
    NO_ROOM = "the place is open then already, and has no room for all who are booked"
    TEAM_TWICE = "the team is somewhere else at that time"


class CannotChange(ValueError):
    """What is wrong; nothing was written."""

    def __init__(self, *wrong: Wrong) -> None:
        self.wrong = wrong
        super().__init__("; ".join(wrong))


@dataclass(frozen=True, slots=True)
class NewDay:
    """When an opening is to take place instead, by the clocks of the commune."""

    day: date
    opens: time
    closes: time

    @classmethod
    def of(
        cls, opening: Opening, day: date, opens: time | None = None, closes: time | None = None
    ) -> "NewDay":
        """Another day; the hours stay unless they are named."""
        begins, ends = local(opening.starts_at).time(), local(opening.ends_at).time()
        return cls(day, opens or begins, closes or ends)

    @property
    def starts_at(self) -> datetime:
        """When it begins (UTC)."""
        return at_local(self.day, self.opens)

    @property
    def ends_at(self) -> datetime:
        """When it ends (UTC)."""
        return at_local(self.day, self.closes)


def faults_of_change(opening: Opening, *, now: datetime) -> Iterator[Wrong]:
    """What speaks against changing an opening at all, as it is now."""
    if opening.state is OpeningState.CHANGING:
        yield Wrong.CHANGING
    elif opening.state is OpeningState.CANCELLED and not opening.taken:
        yield Wrong.NOTHING_LEFT
    elif opening.state is OpeningState.OPEN and opening.starts_at <= now:
        yield Wrong.OVER


def somebody_marked(db: sa.Connection, opening_id: int) -> bool:
    """Whether it was noted of anybody booked there what came of her."""
    there = (
        sa.select(attendances.c.id)
        .join(booked_persons, booked_persons.c.id == attendances.c.booked_id)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .where(bookings.c.opening_id == opening_id, bookings.c.state.in_(LIVE))
        .where(booked_persons.c.cancelled_at.is_(None))
    )
    return db.execute(there.limit(1)).first() is not None


def faults_of_new_day(db: sa.Connection, opening: Opening, to: NewDay, *, now: datetime) -> Iterator[Wrong]:
    """What speaks against the new day of an opening."""
    if to.opens >= to.closes:
        yield Wrong.HOURS
        return
    if to.day < local_date(now) or to.starts_at <= now:
        yield Wrong.PAST
    elif too_far(to.day, now=now):
        yield Wrong.FAR
        return
    elif to.day in closures(db, opening.commune_id, {to.day}):
        yield Wrong.CLOSED
    if to.starts_at == opening.starts_at:
        yield Wrong.SAME
        return
    there = standing(db, opening, to)
    if any(_in_the_way(one, opening, to) for one in there if one.place_id == opening.place_id):
        yield Wrong.PLACE_TWICE
    same = to_take_over(there, opening, to)
    if same is not None and same.state is OpeningState.OPEN and same.free < opening.taken:
        yield Wrong.NO_ROOM
    busy = (one for one in there if one.team_id is not None and one.team_id == opening.team_id)
    if any(one.state is not OpeningState.CANCELLED and one != same for one in busy):
        yield Wrong.TEAM_TWICE


def standing(db: sa.Connection, opening: Opening, to: NewDay) -> list[Opening]:
    """What else stands in the commune at that time, called off or not."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(
            o.commune_id == opening.commune_id,
            o.day == to.day,
            o.starts_at < to.ends_at,
            o.ends_at > to.starts_at,
            o.id != opening.id,
        )
        .order_by(o.starts_at)
    )
    return [as_opening(row) for row in db.execute(query)]


def to_take_over(there: list[Opening], opening: Opening, to: NewDay) -> Opening | None:
    """The opening that begins at that place and moment: no second one can, so it becomes the new day.

    One that takes place has its own hours and its own room; one that was called off opens again.
    """
    same = (one for one in there if (one.place_id, one.starts_at) == (opening.place_id, to.starts_at))
    return next(same, None)


def _in_the_way(one: Opening, opening: Opening, to: NewDay) -> bool:
    if (one.place_id, one.starts_at) == (opening.place_id, to.starts_at):
        # One that was called off and still holds people has a change of its own to come.
        return one.state is OpeningState.CHANGING or (one.state is OpeningState.CANCELLED and one.taken > 0)
    return one.state is not OpeningState.CANCELLED
