"""Ways to the questions of a booking that is being made."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.places.tables import PlaceKind, places
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import EIGHTEEN, HER, NAMES, OTHER, THREE, book, set_openings


def nobody_yet(now: Rehearsal) -> str:
    """A number that never wrote."""
    now.say(HER, "menu")
    return HER


def one_booking(now: Rehearsal) -> str:
    """One person is booked, so she has consented, and her commune is known."""
    book(now)
    return HER


def booking_again(now: Rehearsal) -> str:
    """She has consented before, and reads the echo of another booking."""
    book(now)
    now.say(HER, "DAT", "1", "2", "Ho Thi E 1970")
    return HER


def booked_already(now: Rehearsal) -> str:
    """She books the same person once more."""
    book(now)
    now.say(HER, "DAT", "1", "2", NAMES)
    return HER


def a_child_under_six(now: Rehearsal) -> str:
    """Level 1 is all that the child can have."""
    now.say(HER, "DAT", "1", "1", "Ho Thi Na 2023")
    return HER


def a_household_with_a_child_under_six(now: Rehearsal) -> str:
    """One of two can have level 1 only."""
    now.say(HER, "DAT", "1", "1", f"{NAMES}, Ho Thi Na 2023")
    return HER


def a_household(now: Rehearsal) -> str:
    """Three are booked at once."""
    book(now, THREE)
    return HER


def few_places(now: Rehearsal) -> str:
    """Two places are left wherever one looks, and she names three."""
    set_openings(now, openings.c.taken == 0, capacity=2)
    now.say(HER, "DAT", "1", "1", THREE)
    return HER


def no_places(now: Rehearsal) -> str:
    """She is booked, and nowhere else is a place left."""
    book(now)
    set_openings(now, openings.c.taken == 0, capacity=0)
    return HER


def no_places_for_anybody(now: Rehearsal) -> str:
    """She has chosen where, and there is no place left."""
    set_openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "DAT", "1")
    return HER


def no_visits_for_anybody(now: Rehearsal) -> str:
    """The team has no place left in any village."""
    set_openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "khi nao doi den ban Tuoc")
    return HER


def no_places_in_her_village(now: Rehearsal) -> str:
    """The team has been to her village, and comes no more; to others it does."""
    now.say(HER, "DAT", "Tuoc", "1", NAMES, "1")
    villages = sa.select(places.c.id).where(places.c.kind == PlaceKind.VILLAGE.value, places.c.name == "Tuộc")
    set_openings(now, openings.c.place_id.in_(villages), capacity=openings.c.taken)
    return HER


def a_day_without_opening(now: Rehearsal) -> str:
    """One text names a day on which the place is closed."""
    now.say(HER, "DK HO VAN A 1985 TRUNG TAM THUONG TRACH THU 5")
    return HER


def a_day_without_opening_and_one_other(now: Rehearsal) -> str:
    """One text names a day on which nobody comes to the village, and the team comes there once."""
    now.say(HER, "DK HO VAN A 1985 BAN TUOC THU 6")
    return HER


def a_booking_left_and_taken_up(now: Rehearsal) -> str:
    """She has said where, looked into the menu, and comes back."""
    now.say(HER, "DAT", "1", "MENU", "DAT")
    return HER


def a_booking_with_names_left_and_taken_up(now: Rehearsal) -> str:
    """She has said who comes and where, looked into the menu, and comes back."""
    now.say(HER, "DK HO VAN A 1985 TRUNG TAM THUONG TRACH", "MENU", "DAT")
    return HER


def a_day_that_is_full(now: Rehearsal) -> str:
    """One text names a day on which the place has no room for all."""
    book(now, EIGHTEEN, who=OTHER)
    now.say(HER, f"DK {THREE} TRUNG TAM THUONG TRACH THU 4")
    return HER


def full_while_she_decides(now: Rehearsal) -> str:
    """The last places go while she reads the echo."""
    now.say(HER, "DAT", "1", "1", THREE)
    book(now, EIGHTEEN, who=OTHER)
    now.say(HER, "1")
    return HER


def names_in_several_texts(now: Rehearsal) -> str:
    """More were spoken of than were named; she is new."""
    now.say(HER, "DK BAN TUOC 29/12: Ho Van Mot 1970", "them Ho Thi Hai 1972")
    return HER


def names_in_several_texts_again(now: Rehearsal) -> str:
    """The same of somebody who has consented."""
    book(now)
    now.say(HER, "DK BAN TUOC 29/12: Ho Van Mot 1970", "them Ho Thi Hai 1972")
    return HER


def two_openings_left(now: Rehearsal) -> str:
    """There are two openings to choose from, and none after them."""
    _left(now, 2)
    now.say(HER, "DAT", "1")
    return HER


def one_opening_left(now: Rehearsal) -> str:
    """There is one opening, and nothing to choose."""
    _left(now, 1)
    now.say(HER, "DAT", "1")
    return HER


def _left(now: Rehearsal, count: int) -> None:
    place = sa.select(openings.c.place_id).order_by(openings.c.id).limit(1).scalar_subquery()
    kept = sa.select(openings.c.id).where(openings.c.place_id == place).order_by(openings.c.starts_at)
    set_openings(now, openings.c.id.not_in(kept.limit(count)), capacity=0)


def gone_by_while_she_decides(now: Rehearsal) -> str:
    """The opening that she chooses has begun."""
    now.say(HER, "DAT", "1")
    now.clock.advance(timedelta(days=1, hours=3))
    now.say(HER, "1")
    return HER
