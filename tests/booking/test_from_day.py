"""The openings from a day on, as a calendar shows them."""

from datetime import date, time, timedelta

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.tables import openings
from helpdesk.people.tables import teams
from tests.support import builders

DAY = date(2026, 12, 1)


def shown(found: list[Opening]) -> list[tuple[date, str]]:
    return [(opening.day, opening.place_name) for opening in found]


def test_they_stand_in_the_order_in_which_they_begin(db: sa.Connection) -> None:
    here = builders.commune(db)
    tuoc, aky = builders.place(db, here, "Tuộc"), builders.place(db, here, "A Ky")
    builders.opening(db, tuoc, day=DAY + timedelta(days=1))
    builders.opening(db, tuoc, day=DAY, at=time(13, 30))
    builders.opening(db, aky, day=DAY, at=time(7, 30))
    builders.opening(db, aky, day=DAY - timedelta(days=1))
    assert shown(from_day(db, DAY, at_most=10)) == [
        (DAY, "A Ky"),
        (DAY, "Tuộc"),
        (DAY + timedelta(days=1), "Tuộc"),
    ]
    assert shown(from_day(db, DAY, at_most=1)) == [(DAY, "A Ky")]


def test_of_one_commune_or_of_one_team_where_it_is_named(db: sa.Connection) -> None:
    here, there = builders.commune(db, "Thượng Trạch"), builders.commune(db, "Dân Hóa")
    team = db.execute(teams.insert().values(commune_id=here, name="Tổ 1").returning(teams.c.id)).scalar_one()
    visited = builders.opening(db, builders.place(db, here, "Tuộc"), day=DAY)
    builders.opening(db, builders.place(db, here, "A Ky"), day=DAY)
    builders.opening(db, builders.place(db, there, "Si"), day=DAY)
    db.execute(openings.update().where(openings.c.id == visited.id).values(team_id=team))
    assert {name for _, name in shown(from_day(db, DAY, commune_id=here, at_most=10))} == {"Tuộc", "A Ky"}
    assert shown(from_day(db, DAY, commune_id=here, team_id=team, at_most=10)) == [(DAY, "Tuộc")]
    assert from_day(db, DAY, commune_id=there, team_id=team, at_most=10) == []


def test_one_that_was_cancelled_is_not_shown(db: sa.Connection) -> None:
    gone = builders.opening(db, builders.place(db, builders.commune(db)), day=DAY)
    db.execute(openings.update().where(openings.c.id == gone.id).values(state="cancelled"))
    assert from_day(db, DAY, at_most=10) == []
