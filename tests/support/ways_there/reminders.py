"""Ways to what is asked when a day comes nearer: of her, or of the neighbour who tells her."""

from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, NEIGHBOUR, THREE, book, helped_by_neighbour

CHILD = "Ho Thi Mai 2016"


def reminded(now: Rehearsal) -> str:
    """The day comes nearer."""
    book(now, THREE, opening=3)
    now.pass_until(HER, "reminder")
    return HER


def reminded_of_a_child(now: Rehearsal) -> str:
    """It is told what a child brings."""
    book(now, CHILD, opening=3)
    now.pass_until(HER, "reminder")
    return HER


def reminded_of_several(now: Rehearsal) -> str:
    """Two are due at once."""
    book(now, opening=3)
    book(now, THREE, opening=3)
    now.pass_until(HER, "reminder")
    return HER


def reminded_in_mid_booking(now: Rehearsal) -> str:
    """A reminder lies on top of a booking that she is making."""
    book(now, opening=3)
    now.say(HER, "DAT", "1", "2")
    now.pass_until(HER, "reminder")
    return HER


def asked_to_help(now: Rehearsal) -> str:
    """He is to take her messages."""
    book(now, opening=3)
    now.say(HER, f"Bao cho hang xom {NEIGHBOUR.replace('+84', '0')}")
    now.pass_until(NEIGHBOUR, "neighbour")
    return NEIGHBOUR


def reminded_for_her(now: Rehearsal) -> str:
    """He has agreed, and her day comes nearer."""
    asked_to_help(now)
    now.say(NEIGHBOUR, "1")
    now.pass_until(NEIGHBOUR, "reminder_neighbour")
    return NEIGHBOUR


def reminded_of_a_child_for_her(now: Rehearsal) -> str:
    """He is told what her child brings."""
    book(now, CHILD, opening=3)
    helped_by_neighbour(now)
    now.pass_until(NEIGHBOUR, "reminder_neighbour")
    return NEIGHBOUR


def reminded_of_several_for_her(now: Rehearsal) -> str:
    """The same with more bookings than one."""
    book(now, THREE, opening=3)
    return reminded_for_her(now)
