"""helpdesk/reports/due.py."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import at_local
from helpdesk.people.tables import teams
from helpdesk.places.tables import closed_days
from helpdesk.reports.due import corrections_due, leader_lists_due, officer_lists_due
from helpdesk.settings import Timetable
from tests.support import builders, lists
from tests.support.statements import statements_of

TIMETABLE = Timetable()
Opener = Callable[..., Opening]


@pytest.fixture
def commune_id(db: sa.Connection) -> int:
    return builders.commune(db)


@pytest.fixture
def open_on(db: sa.Connection, commune_id: int) -> Opener:
    """Opens the one village of the commune on a day."""
    village = builders.place(db, commune_id)
    return lambda day, **more: builders.opening(db, village, day=day, **more)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(day, time(hour, minute))


def _for_officers(db: sa.Connection, now: datetime) -> list[int]:
    return [opening.id for opening in officer_lists_due(db, now=now, timetable=TIMETABLE)]


def _for_leaders(db: sa.Connection, now: datetime) -> list[int]:
    return [opening.id for opening in leader_lists_due(db, now=now, timetable=TIMETABLE)]


@pytest.mark.parametrize(
    ("day", "made_on"),
    [
        pytest.param(date(2026, 12, 2), date(2026, 12, 1), id="the day before"),
        pytest.param(date(2026, 12, 7), date(2026, 12, 4), id="Friday for Monday"),
        pytest.param(date(2026, 12, 5), date(2026, 12, 4), id="Friday for a drive on Saturday"),
        pytest.param(date(2026, 11, 25), date(2026, 11, 23), id="over Viet Nam Culture Day"),
        pytest.param(date(2027, 2, 11), date(2027, 2, 3), id="over Tet"),
    ],
)
def test_the_officer_s_list_is_due_at_15_30_of_the_working_day_before(
    db: sa.Connection, open_on: Opener, day: date, made_on: date
) -> None:
    opening = open_on(day)
    assert _for_officers(db, _at(made_on, 15, 29)) == []
    assert _for_officers(db, _at(made_on, 15, 30)) == [opening.id]


def test_it_stays_due_until_the_opening_begins(db: sa.Connection, open_on: Opener) -> None:
    monday = open_on(date(2026, 12, 7))
    for late in (_at(date(2026, 12, 5), 3), _at(date(2026, 12, 6), 23, 59), _at(date(2026, 12, 7), 7, 29)):
        assert _for_officers(db, late) == [monday.id]
    assert _for_officers(db, _at(date(2026, 12, 7), 7, 30)) == []
    assert _for_officers(db, _at(date(2026, 12, 8), 9)) == []


def test_a_closed_day_of_the_commune_moves_the_officer_s_list_forward(
    db: sa.Connection, commune_id: int, open_on: Opener
) -> None:
    opening = open_on(date(2026, 12, 3))
    closed = {"commune_id": commune_id, "day": date(2026, 12, 2), "reason": "lễ hội"}
    db.execute(closed_days.insert().values(closed))
    assert _for_officers(db, _at(date(2026, 12, 1), 15, 29)) == []
    assert _for_officers(db, _at(date(2026, 12, 1), 15, 30)) == [opening.id]
    # The other commune works on that day.
    elsewhere = builders.opening(
        db, builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm"), day=opening.day
    )
    assert _for_officers(db, _at(date(2026, 12, 1), 15, 30)) == [opening.id]
    assert _for_officers(db, _at(date(2026, 12, 2), 15, 30)) == [opening.id, elsewhere.id]


def test_what_does_not_take_place_is_never_due(db: sa.Connection, open_on: Opener) -> None:
    opening = open_on(date(2026, 12, 2))
    db.execute(openings.update().values(state=OpeningState.CANCELLED.value, team_id=_team(db, opening)))
    assert _for_officers(db, _at(date(2026, 12, 1), 20)) == []
    assert _for_leaders(db, _at(date(2026, 12, 1), 20)) == []


def _team(db: sa.Connection, opening: Opening) -> int:
    row = {"commune_id": opening.commune_id, "name": "Tổ 1"}
    return int(db.execute(teams.insert().values(row).returning(teams.c.id)).scalar_one())


def test_the_leader_s_list_is_due_at_18_00_of_the_evening_before_working_day_or_not(
    db: sa.Connection, open_on: Opener
) -> None:
    monday = open_on(date(2026, 12, 7))
    db.execute(openings.update().values(team_id=_team(db, monday)))
    sunday = date(2026, 12, 6)
    assert _for_leaders(db, _at(sunday, 17, 59)) == []
    assert _for_leaders(db, _at(sunday, 18)) == [monday.id]
    assert _for_leaders(db, _at(monday.day, 7, 29)) == [monday.id]
    assert _for_leaders(db, _at(monday.day, 7, 30)) == []


def test_where_no_team_goes_no_leader_is_told(db: sa.Connection, open_on: Opener) -> None:
    open_on(date(2026, 12, 7))
    assert _for_leaders(db, _at(date(2026, 12, 6), 19)) == []


def test_corrections_are_due_from_06_00_of_the_day() -> None:
    opening = lists.opening()
    assert not corrections_due(opening, now=_at(lists.DAY, 5, 59), timetable=TIMETABLE)
    assert corrections_due(opening, now=_at(lists.DAY, 6), timetable=TIMETABLE)


def test_the_hours_are_settings(db: sa.Connection, open_on: Opener) -> None:
    opening = open_on(date(2026, 12, 2))
    early = Timetable(officer_list=time(10, 0))
    due = officer_lists_due(db, now=_at(date(2026, 12, 1), 10), timetable=early)
    assert [found.id for found in due] == [opening.id]


def test_what_lies_far_ahead_or_behind_costs_no_statement(db: sa.Connection, open_on: Opener) -> None:
    now = _at(date(2026, 12, 1), 16)
    open_on(date(2026, 12, 2))

    def statements() -> int:
        with statements_of(db.engine) as seen:
            officer_lists_due(db, now=now, timetable=TIMETABLE)
            leader_lists_due(db, now=now, timetable=TIMETABLE)
        return len(seen)

    before = statements()
    for n in range(60):
        open_on(date(2026, 12, 3 + n % 28), at=time(8 + n % 12, n))
        open_on(date(2026, 11, 1 + n % 28), at=time(8 + n % 12, n))
    assert statements() == before
