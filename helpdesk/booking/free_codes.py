"""Codes that are free in an opening."""

from random import Random

import sqlalchemy as sa

from helpdesk.booking.codes import new_code
from helpdesk.booking.tables import bookings

_WITH_CODE = sa.select(bookings.c.id).where(
    bookings.c.opening_id == sa.bindparam("opening"), bookings.c.code == sa.bindparam("code")
)


def free_code(db: sa.Connection, opening_id: int, chance: Random, *, wish: str | None = None) -> str:
    """A code that no booking of the opening has; the one wished for, where it is free.

    The caller has taken places there, and so holds the opening: nobody else draws one now.
    """
    code = wish or new_code(chance)
    while db.execute(_WITH_CODE, {"opening": opening_id, "code": code}).first():
        code = new_code(chance)
    return code
