"""What somebody else did with a booking that was made by phone: an official, or whoever knows its code.

Whoever made it is told once, of all that was not told yet together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.reminding.retracting import subject_name
from helpdesk.messaging.subjects import waiting_about
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach
from helpdesk.tickets import calls

BY_OFFICE, BY_CODE = "by_office:", "by_code:"
BY_OTHERS = (BY_OFFICE, BY_CODE)
"""How what is said of such a change begins."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done with a booking: the persons cancelled, and the opening it was moved away from.

    `by_code`: not by an official, but from another phone by somebody who knows the code.
    """

    gone: tuple[int, ...] = ()
    left: int | None = None
    by_code: bool = False

    @property
    def said(self) -> str:
        """As messages and calls keep it, e.g. "by_office:7.9:" or "by_code::3"."""
        by = BY_CODE if self.by_code else BY_OFFICE
        return f"{by}{'.'.join(map(str, self.gone))}:{self.left or ''}"

    @classmethod
    def of(cls, said: str) -> Self:
        """The change that was written as `said`, or as a key that begins with it."""
        _, gone, left = said.split(":")[:3]
        ids = tuple(int(one) for one in gone.split(".") if one)
        return cls(ids, int(left) if left else None, by_code=said.startswith(BY_CODE))

    def after(self, earlier: Self) -> Self:
        """This one together with one before it that nobody was told of."""
        gone = dict.fromkeys((*earlier.gone, *self.gone))
        return replace(self, gone=tuple(gone), left=earlier.left or self.left)


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told of a booking; as it is, or where it holds no places any more as it was last."""

    booking: Booking
    change: Change


@dataclass(frozen=True, slots=True)
class Circle:
    """Whoever booked, and who tells her; held before the booking is, as everywhere."""

    contact: Contact
    helper: Contact | None


def hold_circle(db: sa.Connection, booking: Booking) -> Circle | None:
    """None where nobody booked by phone."""
    if booking.contact_id is None:
        return None
    contact = hold(db, booking.contact_id)
    helper = helper_of(db, contact.id) if contact.reach == Reach.NEIGHBOUR.value else None
    return Circle(contact, hold(db, helper) if helper is not None else None)


def untold(db: sa.Connection, booking_id: int) -> list[Change]:
    """What was done before of which no text has left and no call was made."""
    said = [*waiting_about(db, subject_name(booking_id)), *calls.waiting(db, booking_id)]
    return [Change.of(one) for one in dict.fromkeys(said) if one.startswith(BY_OTHERS)]


def together(done: Iterable[Change]) -> Change:
    """All of it as one change, the earliest first."""
    all_of_it = Change()
    for one in done:
        all_of_it = one.after(all_of_it)
    return all_of_it


def news_of_move(
    before: Booking, moved: Booking, earlier: Sequence[Change], *, by_code: bool = False
) -> list[News]:
    """What is to be told of a booking that was moved, or of which some were moved in a booking of their own."""
    gone_on = Change(left=before.opening.id, by_code=by_code)
    if moved.id == before.id:
        return [News(moved, together([*earlier, gone_on]))]
    # Who stays was not told yet of what was done before; who goes hears of the way from where she thinks she is.
    thinks = together(earlier).left
    apart = News(moved, replace(gone_on, left=thinks or before.opening.id))
    return [apart, News(before, together(earlier))] if earlier else [apart]
