"""Ways to questions that are not come to by answering: what must be so before, and who is asked then.

`every_question.py` goes on from each of them by all that can be answered. A question of a new flow that nobody comes
to needs a way here; what it is called is told with what was found at the question.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.places.tables import PlaceKind, places
from tests.support.rehearsal import Rehearsal

HER = "+84912340001"
NEIGHBOUR = "+84912340002"
OTHER = "+84912340003"

Way = Callable[[Rehearsal], str]
"""Makes it so, and returns the number of whoever is spoken to from then on."""

NAMES = "Ho Van A 1985"
THREE = "Ho Thi B 1990, Ho Van C 1991, Ho Thi D 1992"
EIGHTEEN = ", ".join(f"Ho Van {letter} 19{60 + n}" for n, letter in enumerate("ABCDEGHIKLMNOPQRST"))


def _book(now: Rehearsal, names: str = NAMES, *, opening: int = 1, who: str = HER) -> None:
    now.say(who, "DAT", "1", str(opening), names, "1")


def _openings(now: Rehearsal, where: sa.ColumnElement[bool], **values: object) -> None:
    with now.transaction() as db:
        db.execute(openings.update().where(where).values(values))


def nobody_yet(now: Rehearsal) -> str:
    """A number that never wrote."""
    now.say(HER, "menu")
    return HER


def one_booking(now: Rehearsal) -> str:
    """One person is booked, so she has consented, and her commune is known."""
    _book(now)
    return HER


def booking_again(now: Rehearsal) -> str:
    """She has consented before, and reads the echo of another booking."""
    _book(now)
    now.say(HER, "DAT", "1", "2", "Ho Thi E 1970")
    return HER


def a_household(now: Rehearsal) -> str:
    """Three are booked at once."""
    _book(now, THREE)
    return HER


def several_bookings(now: Rehearsal) -> str:
    """More bookings than one, by which nobody knows which is meant."""
    for opening, names in enumerate((NAMES, THREE, "Ho Thi E 1970"), start=1):
        _book(now, names, opening=opening)
    return HER


def few_places(now: Rehearsal) -> str:
    """Two places are left wherever one looks, and she names three."""
    _openings(now, openings.c.taken == 0, capacity=2)
    now.say(HER, "DAT", "1", "1", THREE)
    return HER


def no_places(now: Rehearsal) -> str:
    """She is booked, and nowhere else is a place left."""
    _book(now)
    _openings(now, openings.c.taken == 0, capacity=0)
    return HER


def no_places_for_anybody(now: Rehearsal) -> str:
    """She has chosen where, and there is no place left."""
    _openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "DAT", "1")
    return HER


def no_visits_for_anybody(now: Rehearsal) -> str:
    """The team has no place left in any village."""
    _openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "khi nao doi den ban Tuoc")
    return HER


def no_places_in_her_village(now: Rehearsal) -> str:
    """The team has been to her village, and comes no more; to others it does."""
    now.say(HER, "DAT", "Tuoc", "1", NAMES, "1")
    villages = sa.select(places.c.id).where(places.c.kind == PlaceKind.VILLAGE.value, places.c.name == "Tuộc")
    _openings(now, openings.c.place_id.in_(villages), capacity=openings.c.taken)
    return HER


def a_day_without_opening(now: Rehearsal) -> str:
    """One text names a day on which the place is closed."""
    now.say(HER, "DK HO VAN A 1985 TRUNG TAM THUONG TRACH THU 5")
    return HER


def a_day_that_is_full(now: Rehearsal) -> str:
    """One text names a day on which the place has no room for all."""
    _book(now, EIGHTEEN, who=OTHER)
    now.say(HER, f"DK {THREE} TRUNG TAM THUONG TRACH THU 4")
    return HER


def full_while_she_decides(now: Rehearsal) -> str:
    """The last places go while she reads the echo."""
    now.say(HER, "DAT", "1", "1", THREE)
    _book(now, EIGHTEEN, who=OTHER)
    now.say(HER, "1")
    return HER


def names_in_several_texts(now: Rehearsal) -> str:
    """More were spoken of than were named; she is new."""
    now.say(HER, "DK BAN TUOC 29/12: Ho Van Mot 1970", "them Ho Thi Hai 1972")
    return HER


def names_in_several_texts_again(now: Rehearsal) -> str:
    """The same of somebody who has consented."""
    _book(now)
    now.say(HER, "DK BAN TUOC 29/12: Ho Van Mot 1970", "them Ho Thi Hai 1972")
    return HER


def a_topic_in_doubt(now: Rehearsal) -> str:
    """A text that may be about either of two things."""
    now.say(HER, "toi muon huy hay doi ngay")
    return HER


def an_answer_too_late(now: Rehearsal) -> str:
    """What was asked has lapsed."""
    now.say(HER, "DAT")
    now.clock.advance(timedelta(days=4))
    now.say(HER, "1")
    return HER


def an_answer_to_nothing(now: Rehearsal) -> str:
    """Nothing was asked."""
    now.say(HER, "1")
    return HER


def steps_left_half_way(now: Rehearsal) -> str:
    """She has seen some of the steps before."""
    now.say(HER, "BUOC", "1", "1", "BUOC")
    return HER


def reminded(now: Rehearsal) -> str:
    """The day comes nearer."""
    _book(now, THREE, opening=3)
    now.pass_until(HER, "reminder")
    return HER


def reminded_of_several(now: Rehearsal) -> str:
    """Two are due at once."""
    _book(now, opening=3)
    _book(now, THREE, opening=3)
    now.pass_until(HER, "reminder")
    return HER


def reminded_in_mid_booking(now: Rehearsal) -> str:
    """A reminder lies on top of a booking that she is making."""
    _book(now, opening=3)
    now.say(HER, "DAT", "1", "2")
    now.pass_until(HER, "reminder")
    return HER


def asked_to_help(now: Rehearsal) -> str:
    """He is to take her messages."""
    _book(now, opening=3)
    now.say(HER, f"Bao cho hang xom {NEIGHBOUR.replace('+84', '0')}")
    now.pass_until(NEIGHBOUR, "neighbour")
    return NEIGHBOUR


def reminded_for_her(now: Rehearsal) -> str:
    """He has agreed, and her day comes nearer."""
    asked_to_help(now)
    now.say(NEIGHBOUR, "1")
    now.pass_until(NEIGHBOUR, "reminder_neighbour")
    return NEIGHBOUR


def reminded_of_several_for_her(now: Rehearsal) -> str:
    """The same with more bookings than one."""
    _book(now, THREE, opening=3)
    return reminded_for_her(now)


WAYS: Mapping[str, Way] = {
    way.__name__: way
    for way in (
        nobody_yet,
        one_booking,
        booking_again,
        a_household,
        several_bookings,
        few_places,
        no_places,
        no_places_for_anybody,
        no_visits_for_anybody,
        no_places_in_her_village,
        a_day_without_opening,
        a_day_that_is_full,
        full_while_she_decides,
        names_in_several_texts,
        names_in_several_texts_again,
        a_topic_in_doubt,
        an_answer_too_late,
        an_answer_to_nothing,
        steps_left_half_way,
        reminded,
        reminded_of_several,
        reminded_in_mid_booking,
        asked_to_help,
        reminded_for_her,
        reminded_of_several_for_her,
    )
}
