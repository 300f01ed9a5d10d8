"""The states of openings, bookings and reminders, and the moves between them that are allowed."""

from enum import StrEnum


class OpeningState(StrEnum):
    """Whether an opening takes place."""

    OPEN = "open"
    # It is being called off or put off, and that can still be undone: nobody is booked into it meanwhile.
    CHANGING = "changing"
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


OPENING_MOVES: dict[OpeningState, frozenset[OpeningState]] = {
    OpeningState.OPEN: frozenset({OpeningState.CHANGING}),
    # Undone, or it takes effect; what it is put off to opens.
    OpeningState.CHANGING: frozenset({OpeningState.OPEN, OpeningState.CANCELLED}),
    # Who was booked and has not chosen yet gets a new day after all; or a day that was called off is the new one.
    OpeningState.CANCELLED: frozenset({OpeningState.CHANGING}),
}
"""How people move openings; what follows the office hours while nobody is booked is the calendar's (calendar.py)."""


def sources_of(target: BookingState) -> list[str]:
    """The states from which a booking may move to `target`; what a conditional update asks for."""
    return [state.value for state, targets in ALLOWED.items() if target in targets]
