"""Facts that actions leave in the answers: plain values that say what they are (`rendering.values`)."""

from collections.abc import Sequence
from typing import Any

from helpdesk.booking.arrival import spoken_numbers
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local
from helpdesk.people.persons import Person, is_under_six
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind

Facts = dict[str, Any]


def place_facts(kind: PlaceKind, name: str) -> Facts:
    """`place`."""
    return {"place": {"place": [kind.value, name]}}


def facts_of_place(place: Place) -> Facts:
    """`place`, of a place."""
    return place_facts(place.kind, place.name)


def opening_facts(opening: Opening) -> Facts:
    """`place`, `when`, `hours`, `level2`, `level2_sentence`, `free`."""
    promise = "finishes" if opening.finishes_level2 else "does_not_finish"
    if opening.state is OpeningState.CANCELLED:
        promise = "called_off"
    hours = [local(moment).strftime("%H:%M") for moment in (opening.starts_at, opening.ends_at)]
    return {
        **place_facts(opening.place_kind, opening.place_name),
        "when": {"date": opening.day.isoformat()},
        "hours": {"hours": hours},
        "level2": {"phrase": promise},
        "level2_sentence": {"phrase": f"{_what_for(opening, promise)}_sentence"},
        "free": opening.free,
    }


def level2_for(opening: Opening, people: Sequence[Person]) -> Facts:
    """`level2`, `level2_sentence` where all who come are under six, so that it is promised to nobody; empty otherwise."""
    year = opening.day.year
    if opening.state is OpeningState.CANCELLED or not people:
        return {}
    if not all(is_under_six(person.birth_year, in_year=year) for person in people):
        return {}
    return {"level2": {"phrase": "under_six"}, "level2_sentence": {"phrase": "under_six_sentence"}}


def _what_for(opening: Opening, promise: str) -> str:
    """The promise; of an opening that is for one thing only, which one."""
    if promise == "called_off" or opening.finishes_level2 or len(opening.services) != 1:
        return promise
    return f"only_{opening.services[0].value}"


def people_facts(people: Sequence[Person]) -> Facts:
    """`people`, `party`."""
    return {"people": {"people": [[p.name, p.birth_year] for p in people]}, "party": len(people)}


def arrival_fact(booking: Booking) -> Any:
    """When to arrive, and the numbers of the day; the opening's hours where there are none."""
    hours = booking.band or booking.opening
    spoken = {"hours": [local(moment).strftime("%H:%M") for moment in (hours.starts_at, hours.ends_at)]}
    if not booking.numbers:
        return spoken
    number = {"phrase": "queue_number", "numbers": spoken_numbers(booking.numbers)}
    return {"list": [[{"phrase": "arrive"}, spoken], [number]]}


def booking_facts(booking: Booking) -> Facts:
    """All of its opening's and its people's, `arrival`, `code`, and `booking_id` for the actions that follow."""
    return {
        **opening_facts(booking.opening),
        **level2_for(booking.opening, booking.people),
        **people_facts(booking.people),
        "arrival": arrival_fact(booking),
        "code": booking.code,
        "booking_id": booking.id,
    }


def option(value: Any, facts: Facts, **more: Any) -> Facts:
    """One line of a list to choose from."""
    return {"value": value, "facts": facts, **more}
