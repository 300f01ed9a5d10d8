"""What the persons of a booking bring, from what is known of them: their years, what they come for, what they need.

Of one person alone what she answered on the way through the steps is known, too, while that conversation lasts.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.bookings import Booked, Booking
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.conversation.actions.facts import Facts
from helpdesk.conversation.actions.questions.own_case import CARD, CHILD, EXPIRED, NONE, SIM, VALID, WHO, YES

GROWN_UP = 14
"""Who is younger comes with a parent or guardian, whose number is declared (Decree 69/2024, Art. 10)."""

GENERAL = ("card", "phone")
"""What an adult brings of whom nothing particular is known."""


def bring_fact(items: tuple[str, ...]) -> Facts:
    """`bring`."""
    return {"bring": {"list": [[{"phrase": f"take_{item}"}] for item in items]}}


def what_to_bring(booking: Booking, answers: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """What they bring together, as names of phrases `take_…`; GENERAL where nothing particular is known."""
    return what_all_bring([booking], answers)


def what_all_bring(bookings: Sequence[Booking], answers: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """The same of all who are in several bookings: whatever one of them brings is said once, to all."""
    people = [(person, booking) for booking in bookings for person in booking.people]
    own = answers or {} if len(people) == 1 else {}
    children = [person for person, booking in people if _is_child(person, booking, own)]
    without_card = any(booking.service is Service.LEVEL2_CARD for booking in bookings)
    if children and len(children) == len(people):
        without_card |= own.get(CARD) not in (None, VALID)
        return ("child_papers" if without_card else "child_card", "with_parent", "parent_phone")
    without_card |= own.get(CARD) in (EXPIRED, NONE)
    needs = {need for person, _ in people for need in person.needs}
    without_sim = Need.OWN_SIM in needs or own.get(SIM) not in (None, YES)
    adults = ("papers" if without_card else "card", "sim_first" if without_sim else "phone")
    return (*adults, "with_parent") if children else adults


def _is_child(person: Booked, booking: Booking, own: Mapping[str, Any]) -> bool:
    """By the year alone: who turns 14 that year may still be 13, and is told what everybody is told."""
    year = person.birth_year
    return booking.opening.day.year - year < GROWN_UP if year else own.get(WHO) == CHILD
