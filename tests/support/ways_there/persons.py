"""Ways to the questions about the persons of a booking: who is booked already, who joins, who goes on another day."""

from helpdesk.booking import changes
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.persons.held_places import MOST_HELD
from helpdesk.booking.tables import openings
from tests.support.builders import persons
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, NAMES, OTHER, THREE, book, bookings, set_openings

NINE = "DK 9 nguoi BAN TUOC 29/12: Ho Van Mot 1970, Ho Thi Hai 1972"


def two_of_nine_are_named(now: Rehearsal) -> str:
    """She spoke of more than she has named; she is new."""
    now.say(HER, NINE)
    return HER


def two_of_nine_are_named_again(now: Rehearsal) -> str:
    """The same of somebody who has consented."""
    book(now)
    now.say(HER, NINE)
    return HER


def somebody_is_booked_already(now: Rehearsal) -> str:
    """One of two has a place on another day."""
    book(now, NAMES)
    now.say(HER, "DAT", "1", "2", f"{NAMES}, Ho Thi E 1970")
    return HER


def a_code_of_another_phone(now: Rehearsal) -> str:
    """Somebody else has booked for her."""
    book(now, NAMES, who=OTHER)
    now.say(HER, bookings(now, OTHER)[0].code)
    return HER


def a_phone_that_has_booked_for_a_whole_village(now: Rehearsal) -> str:
    """One more is one too many."""
    book(now, NAMES)
    set_openings(now, openings.c.taken == 1, capacity=100)
    booked = bookings(now)[0].opening.id
    with now.transaction() as db:
        day = opening_by_id(db, booked)
        contact_id = now.contact(db, HER).id
        for _ in range(MOST_HELD // MAX_PARTY):
            people = persons(MAX_PARTY - 1)
            timetable = now.house.timetable
            changes.book(db, day, people, contact_id=contact_id, now=now.clock.now(), timetable=timetable)
    now.say(HER, "DAT", "1", "2", THREE)
    return HER


def more_of_a_household(now: Rehearsal) -> str:
    """She wants to tell more about those who are booked."""
    book(now, THREE)
    now.say(HER, "XEM", "4")
    return HER


def too_many_join(now: Rehearsal) -> str:
    """Three more, and one place is left."""
    book(now, NAMES)
    set_openings(now, openings.c.taken == 1, capacity=2)
    now.say(HER, "XEM", "4", "3", THREE)
    return HER


def somebody_joins_who_is_in_already(now: Rehearsal) -> str:
    """She names whom she has booked."""
    book(now, NAMES)
    now.say(HER, "XEM", "4", "3", NAMES)
    return HER


def one_of_those_who_join_is_in_already(now: Rehearsal) -> str:
    """The same, and somebody else."""
    book(now, NAMES)
    now.say(HER, "XEM", "4", "3", f"{NAMES}, Ho Thi E 1970")
    return HER


def full_while_she_adds_somebody(now: Rehearsal) -> str:
    """The last place goes while she reads who is to join."""
    book(now, NAMES)
    now.say(HER, "XEM", "4", "3", "Ho Thi E 1970")
    set_openings(now, openings.c.taken == 1, capacity=1)
    now.say(HER, "1")
    return HER


def one_moves_to_a_day_she_names(now: Rehearsal) -> str:
    """Of a household she names one, and the day."""
    book(now, THREE)
    now.say(HER, "ho thi b doi sang thu 6")
    return HER


def one_moves_to_any_day(now: Rehearsal) -> str:
    """Of a household she names one, and no day."""
    book(now, THREE)
    now.say(HER, "doi lich cho ho thi b")
    return HER


def one_moves_and_there_is_no_other_day(now: Rehearsal) -> str:
    """The same, where all else is full."""
    book(now, THREE)
    set_openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "doi lich cho ho thi b")
    return HER


def cancelled_by_a_code_of_another_phone(now: Rehearsal) -> str:
    """Somebody else has booked for her, and she wants to cancel it."""
    book(now, NAMES, who=OTHER)
    now.say(HER, f"huy ma {bookings(now, OTHER)[0].code}")
    return HER


def moved_by_a_code_of_another_phone(now: Rehearsal) -> str:
    """The same, to move it."""
    book(now, NAMES, who=OTHER)
    now.say(HER, f"doi ma {bookings(now, OTHER)[0].code}")
    return HER
