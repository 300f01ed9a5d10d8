"""The states of openings, bookings and reminders, and the moves between them that are allowed."""

from enum import StrEnum


class OpeningState(StrEnum):
    """Whether an opening takes place."""

    OPEN = "open"
    CANCELLED = "cancelled"


class BookingState(StrEnum):
    """Where a booking is."""

    BOOKED = "booked"
    COMING = "coming"
    CANCELLED = "cancelled"


class ReminderState(StrEnum):
    """Whether a reminder still waits for its time."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"


LIVE = (BookingState.BOOKED.value, BookingState.COMING.value)
"""A booking in one of these holds its places."""

ALLOWED: dict[BookingState, frozenset[BookingState]] = {
    BookingState.BOOKED: frozenset({BookingState.COMING, BookingState.CANCELLED}),
    # Moving to another opening makes it a plain booking again: she has not said she comes on that day.
    BookingState.COMING: frozenset({BookingState.BOOKED, BookingState.CANCELLED}),
    BookingState.CANCELLED: frozenset(),
}


def sources_of(target: BookingState) -> list[str]:
    """The states from which a booking may move to `target`; what a conditional update asks for."""
    return [state.value for state, targets in ALLOWED.items() if target in targets]
