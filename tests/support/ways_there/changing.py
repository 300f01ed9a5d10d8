"""Ways to the questions about bookings that there are."""

from helpdesk.booking.tables import openings
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, NAMES, THREE, book, set_openings


def several_bookings(now: Rehearsal) -> str:
    """More bookings than one, by which nobody knows which is meant."""
    for opening, names in enumerate((NAMES, THREE, "Ho Thi E 1970"), start=1):
        book(now, names, opening=opening)
    return HER


def cancelled_by_name(now: Rehearsal) -> str:
    """She says who is not to come."""
    book(now, THREE)
    now.say(HER, "huy cho ho thi b")
    return HER


def cancelled_every_one(now: Rehearsal) -> str:
    """She has several bookings, and wants all of them cancelled."""
    several_bookings(now)
    now.say(HER, "huy het")
    return HER


def cancelled_once_more(now: Rehearsal) -> str:
    """The text that cancels comes twice."""
    book(now)
    book(now, "Ho Thi E 1970", opening=2)
    now.say(HER, "HUY", "1", "1", "HUY")
    return HER


def cancelled_one_more(now: Rehearsal) -> str:
    """One of a household is cancelled, and the same number comes again."""
    book(now, THREE)
    now.say(HER, "HUY", "2", "HUY", "2")
    return HER


def _of_an_unknown_code(now: Rehearsal, wish: str) -> str:
    several_bookings(now)
    now.say(HER, f"{wish} ma 40725")
    return HER


def cancelled_by_an_unknown_code(now: Rehearsal) -> str:
    """She has several bookings, and none of that code."""
    return _of_an_unknown_code(now, "huy")


def moved_by_an_unknown_code(now: Rehearsal) -> str:
    """The same, to move one."""
    return _of_an_unknown_code(now, "doi")


def seen_by_an_unknown_code(now: Rehearsal) -> str:
    """The same, to see one."""
    return _of_an_unknown_code(now, "xem")


def moved_to_a_day_she_names(now: Rehearsal) -> str:
    """She says to which day."""
    book(now)
    now.say(HER, "toi muon doi sang thu 6")
    return HER


def moved_to_what_is_full_now(now: Rehearsal) -> str:
    """The opening that she chooses has no room any more."""
    book(now)
    now.say(HER, "DOI")
    state = now.asked(HER)
    assert state is not None
    set_openings(now, openings.c.id == state.answers["openings"][0]["value"], capacity=0)
    now.say(HER, "1")
    return HER


def she_cannot_come(now: Rehearsal) -> str:
    """A child is ill."""
    book(now)
    now.say(HER, "chau om khong di duoc")
    return HER


def she_cannot_come_to_one_of_several(now: Rehearsal) -> str:
    """To which she does not say."""
    several_bookings(now)
    now.say(HER, "om qua khong den duoc")
    return HER


def somebody_unknown_cannot_come(now: Rehearsal) -> str:
    """She says who cannot come, and that is nobody of hers."""
    several_bookings(now)
    now.say(HER, "huy cho y cuc 1960 khong di duoc")
    return HER


def moved_for_nobody_known(now: Rehearsal) -> str:
    """She says by a word of kin who is to go on another day, and that is nobody of hers."""
    book(now, THREE)
    now.say(HER, "doi cho ba noi")
    return HER
