"""Ways to what is asked of somebody who has a place and says something of it; and where Huy may be a name."""

from helpdesk.booking.tables import openings
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, book, set_openings


def a_name_is_wrong(now: Rehearsal) -> str:
    """She says so, and not how it is right."""
    book(now)
    now.say(HER, "sua ten")
    return HER


def a_year_is_wrong(now: Rehearsal) -> str:
    """She says how it is right, of the only one she booked."""
    book(now)
    now.say(HER, "sai nam sinh, 1984")
    return HER


def a_year_is_wrong_that_stands_so_already(now: Rehearsal) -> str:
    """What she says is right is what was written down."""
    book(now)
    now.say(HER, "sai nam sinh, 1985")
    return HER


def a_year_is_wrong_of_one_of_two(now: Rehearsal) -> str:
    """She does not say whose."""
    book(now, "Ho Van A 1985, Ho Thi B 1990")
    now.say(HER, "sai nam sinh, 1984")
    return HER


def another_name_altogether(now: Rehearsal) -> str:
    """Perhaps somebody else is to come."""
    book(now)
    now.say(HER, "sua ten Ho Van A thanh Y Nuong")
    return HER


def somebody_comes_instead(now: Rehearsal) -> str:
    """She says so with the name."""
    book(now)
    now.say(HER, "cho con toi ho van d 2000 di thay")
    return HER


def a_name_becomes_that_of_somebody_booked(now: Rehearsal) -> str:
    """Put right, it is the name of the other one she booked."""
    book(now, "Ho Van An 1985, Ho Van Anh 1985")
    now.say(HER, "sua ten Ho Van An thanh Ho Van Anh", "1")
    return HER


def a_year_put_right_makes_a_child_under_six(now: Rehearsal) -> str:
    """With that year she can have level 1 only."""
    book(now)
    now.say(HER, "sai nam sinh, 2023", "1")
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


def a_word_that_may_be_a_name(now: Rehearsal) -> str:
    """Who comes is called Kim, perhaps with a surname that nobody has here."""
    now.say(HER, "DAT", "1", "1", "so kim")
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


def stands_there_and_finds_nobody(now: Rehearsal) -> str:
    """On her day, or before it: her place is told, and a call offered."""
    book(now)
    now.say(HER, "den xa roi ma khong thay ai")
    return HER


def somebody_of_hers_on_another_day(now: Rehearsal) -> str:
    """She may be the one who is booked."""
    book(now)
    now.say(HER, "vo toi di thu 6 duoc khong")
    return HER


def somebody_of_hers_beside_several_bookings(now: Rehearsal) -> str:
    """She may be in one of two."""
    book(now)
    now.say(HER, "DAT", "1", "2", "Ho Thi E 1970", "1", "con trai toi muon lam thu 2")
    return HER


def somebody_of_hers_instead(now: Rehearsal) -> str:
    """She does not say her name."""
    book(now)
    now.say(HER, "chong toi di thay duoc khong")
    return HER
