"""Which of her bookings, and whom in it, she speaks of: by the code, by names, or by its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.conversation.understanding.bookings.which_booked import ALL_SAID, KEPT_SAID, OF_DAY, PLACES_SAID
from helpdesk.conversation.understanding.understand import CODE_SAID, PEOPLE_SAID
from helpdesk.text.folding import matching_key

WHOM_UNSAID = "whom_unsaid"
"""The answer that somebody of hers is meant of whom it is not clear who she is: "đổi cho mẹ", and nobody's mother is booked."""


def meant(bookings: Sequence[Booking], answers: Mapping[str, Any]) -> list[Booking]:
    """Those of her bookings that have the code or a name she said; none where nothing fits what was said.

    Of those at the place and on the day she said, where some are; her village may stand beside any wish.
    """
    code, named = answers.get(CODE_SAID), [*(answers.get(PEOPLE_SAID) or ()), *(answers.get(KEPT_SAID) or ())]
    if code is not None:
        return [booking for booking in bookings if booking.code == code]
    if named:
        return [booking for booking in bookings if persons_named(booking, named)]
    if answers.get(OF_DAY):
        on_it = [booking for booking in bookings if booking.opening.day.isoformat() == answers[OF_DAY]]
        bookings = on_it or bookings
    places = answers.get(PLACES_SAID) or ()
    return [booking for booking in bookings if booking.opening.place_id in places] or list(bookings)


def who_goes(booking: Booking, answers: Mapping[str, Any]) -> list[int]:
    """The ids of those who are to lose their places: who was named, all, or all but who was to keep hers; else none."""
    named, kept = answers.get(PEOPLE_SAID) or (), persons_named(booking, answers.get(KEPT_SAID) or ())
    if named:
        return persons_named(booking, named)
    if kept or answers.get(ALL_SAID):
        return [person.id for person in booking.people if person.id not in kept]
    return []


def persons_named(booking: Booking, named: Sequence[Sequence[Any]]) -> list[int]:
    """The ids of those persons of a booking who were named, as [name, birth year or None]."""
    return [
        person.id
        for person in booking.people
        if any(_is(person.name, person.birth_year, name, year) for name, year in named)
    ]


def one_of_several(booking: Booking, named: Sequence[Sequence[Any]]) -> bool:
    """Whether a name that was said fits more than one of a booking, so that it is not clear who of them is meant."""
    return any(len(persons_named(booking, [one])) > 1 for one in named)


def who_is_named(people: Sequence[tuple[str, int | None]], named: Sequence[Sequence[Any]]) -> list[int]:
    """The places of those of `people` (name, birth year) who were named, in the same way."""
    return [
        at for at, (own, born) in enumerate(people) if any(_is(own, born, name, year) for name, year in named)
    ]


def _is(name: str, born: int | None, said: str, year: int | None) -> bool:
    """Whether a name that was said is a person's: all its words are in hers, and no other birth year was said."""
    if year is not None and born is not None and year != born:
        return False
    words, own = matching_key(said).split(), matching_key(name).split()
    return bool(words) and set(words) <= set(own)
