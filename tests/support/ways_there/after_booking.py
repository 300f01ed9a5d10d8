"""Ways to what is asked of somebody who has a place and says something of it; and where Huy may be a name."""

from helpdesk.booking.tables import openings
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, book, set_openings


def a_name_is_wrong(now: Rehearsal) -> str:
    """She says so, and not how it is right."""
    book(now)
    now.say(HER, "sua ten")
    return HER


def one_more_comes_along(now: Rehearsal) -> str:
    """She says so without a name, and has two places."""
    book(now)
    now.say(HER, "DAT", "1", "2", "Ho Thi E 1970", "1", "them 1 nguoi nua")
    return HER


def a_child_under_six_joins(now: Rehearsal) -> str:
    """The child that joins can have level 1 only."""
    book(now)
    now.say(HER, "them Ho Thi Na 2023")
    return HER


def huy_joins(now: Rehearsal) -> str:
    """Who joins is called Huy, or she cancels."""
    book(now)
    now.say(HER, "them 1 nguoi nua", "Huy")
    return HER


def huy_is_to_be_booked(now: Rehearsal) -> str:
    """Who comes is called Huy, or she cancels."""
    now.say(HER, "DAT", "1", "1", "Huy")
    return HER


def huy_waits(now: Rehearsal) -> str:
    """Who waits is called Huy, or she cancels."""
    set_openings(now, openings.c.taken == 0, capacity=0)
    now.say(HER, "DAT", "1", "2", "Huy")
    return HER
