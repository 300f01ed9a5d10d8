"""What a form says of the page it stood on, so that it undoes nothing that was changed since by somebody else."""

from hashlib import sha256

from helpdesk.booking.bookings import Booked, Booking

CHANGED_SINCE = 409
"""The answer to a form of a page that is not so any more; the page is shown anew with it."""

FIELD = "shown"
"""The hidden field of the form."""


def mark_of_person(person: Booked, phone: str | None) -> str:
    """Of what a page shows of a booked person; `phone` is her own, if any."""
    return _mark(person.id, *person.needs, person.relation, phone)


def mark_of_booking(booking: Booking) -> str:
    """Of who is in a booking, and for which opening."""
    return _mark(booking.opening.id, booking.opening.starts_at, *(person.id for person in booking.people))


def _mark(*parts: object) -> str:
    return sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]
