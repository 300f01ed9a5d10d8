"""helpdesk/booking/free_codes.py."""

from random import Random

import sqlalchemy as sa

from helpdesk.booking.codes import new_code
from helpdesk.booking.free_codes import free_code
from helpdesk.booking.tables import bookings
from helpdesk.clock import FixedClock
from tests.support import builders
from tests.support.statements import statements_of

SEED = 5
NOT_DRAWN = "99992"


def test_a_code_that_is_taken_is_not_given_and_costs_no_further_statement(
    database: sa.Engine, clock: FixedClock
) -> None:
    chance = Random(SEED)
    first, second = new_code(chance), new_code(chance)
    with database.begin() as db:
        opening = builders.some_opening(db, now=clock.now())
        made = builders.booking(db, opening, now=clock.now())
        db.execute(bookings.update().where(bookings.c.id == made.id).values(code=first))
        with statements_of(database) as asked:
            given = free_code(db, opening.id, Random(SEED))
    assert (given, len(asked)) == (second, 1)


def test_where_all_that_were_drawn_are_taken_others_are(database: sa.Engine, clock: FixedClock) -> None:
    chance = Random(SEED)
    drawn = [new_code(chance) for _ in range(5)]
    with database.begin() as db:
        opening = builders.some_opening(db, now=clock.now())
        for code in drawn[:4]:
            made = builders.booking(db, opening, now=clock.now())
            db.execute(bookings.update().where(bookings.c.id == made.id).values(code=code))
        assert free_code(db, opening.id, Random(SEED)) == drawn[4]


def test_a_wish_is_met_where_it_is_free(database: sa.Engine, clock: FixedClock) -> None:
    with database.begin() as db:
        opening = builders.some_opening(db, now=clock.now())
        made = builders.booking(db, opening, now=clock.now())
        assert free_code(db, opening.id, Random(SEED), wish=NOT_DRAWN) == NOT_DRAWN
        assert free_code(db, opening.id, Random(SEED), wish=made.code) == new_code(Random(SEED))
