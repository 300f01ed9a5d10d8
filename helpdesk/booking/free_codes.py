"""Codes that are free in an opening."""

from random import Random

import sqlalchemy as sa

from helpdesk.booking.codes import new_code
from helpdesk.booking.tables import bookings

DRAWN = 4
"""Codes that are asked for at once. With sixty bookings in an opening all four are taken twice in a billion times
(60 of 9,000 codes, four times over), so that each booking costs the same statements."""

_TAKEN = sa.select(bookings.c.code).where(
    bookings.c.opening_id == sa.bindparam("opening"),
    bookings.c.code.in_(sa.bindparam("codes", expanding=True)),
)


def free_code(db: sa.Connection, opening_id: int, chance: Random, *, wish: str | None = None) -> str:
    """A code that no booking of the opening has; the one wished for, where it is free.

    The caller has taken places there, and so holds the opening: nobody else draws one now.
    """
    wished = [wish] if wish else []
    while True:
        drawn = wished + [new_code(chance) for _ in range(DRAWN - len(wished))]
        taken = set(db.execute(_TAKEN, {"opening": opening_id, "codes": drawn}).scalars())
        free = [code for code in drawn if code not in taken]
        if free:
            return free[0]
        wished = []
