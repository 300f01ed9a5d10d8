"""Who is on the way, and what each of them does mostly."""

from collections.abc import Callable

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.booking.tables import openings
from tests.support.rehearsal import Rehearsal

HER = "+84912340001"
NEIGHBOUR = "+84912340002"
OTHER = "+84912340003"

Way = Callable[[Rehearsal], str]
"""Makes it so, and returns the number of whoever is spoken to from then on."""

NAMES = "Ho Van A 1985"
THREE = "Ho Thi B 1990, Ho Van C 1991, Ho Thi D 1992"
EIGHTEEN = ", ".join(f"Ho Van {letter} 19{60 + n}" for n, letter in enumerate("ABCDEGHIKLMNOPQRST"))


def book(now: Rehearsal, names: str = NAMES, *, opening: int = 1, who: str = HER) -> None:
    """Book at the centre of Thượng Trạch: Wednesday 2 December, Friday 4, or Monday 7."""
    now.say(who, "DAT", "1", str(opening), names, "1")


def bookings(now: Rehearsal, who: str = HER) -> list[Booking]:
    """What a number has booked."""
    with now.transaction() as db:
        return live_bookings_of(db, now.contact(db, who).id, now=now.clock.now())


def set_openings(now: Rehearsal, where: sa.ColumnElement[bool], **values: object) -> None:
    """Make openings other than they are."""
    with now.transaction() as db:
        db.execute(openings.update().where(where).values(values))


def helped_by_neighbour(now: Rehearsal) -> None:
    """He has agreed to take her messages; she is booked already."""
    now.say(HER, f"Bao cho hang xom {NEIGHBOUR.replace('+84', '0')}")
    now.pass_until(NEIGHBOUR, "neighbour")
    now.say(NEIGHBOUR, "1")
