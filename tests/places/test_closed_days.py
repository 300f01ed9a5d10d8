"""helpdesk/places/closed_days.py."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.places.closed_day_table import say_of
from helpdesk.places.closed_days import (
    closures,
    is_working_day,
    next_working_day,
    previous_working_day,
    to_be_confirmed,
    working_days,
)
from helpdesk.places.tables import closed_days, communes


@pytest.fixture
def commune_id(db: sa.Connection) -> int:
    row = communes.insert().values(code="thuong-trach", name="Thượng Trạch").returning(communes.c.id)
    return int(db.execute(row).scalar_one())


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 12, 1), True, id="a Tuesday"),
        pytest.param(date(2026, 12, 5), False, id="a Saturday"),
        pytest.param(date(2026, 12, 6), False, id="a Sunday"),
        pytest.param(date(2026, 11, 24), False, id="Viet Nam Culture Day"),
        pytest.param(date(2027, 1, 1), False, id="New Year"),
        pytest.param(date(2027, 2, 8), False, id="Tet"),
        pytest.param(date(2027, 4, 16), False, id="Hung Kings"),
        pytest.param(date(2027, 5, 3), False, id="1 May observed on Monday"),
        pytest.param(date(2026, 8, 31), False, id="a Monday swapped away"),
        pytest.param(date(2026, 8, 22), True, id="the Saturday worked for it"),
    ],
)
def test_national_working_days_are_known(
    db: sa.Connection, commune_id: int, day: date, working: bool
) -> None:
    assert is_working_day(db, commune_id, day) is working


def test_a_commune_closes_on_days_of_its_own(db: sa.Connection, commune_id: int) -> None:
    other = db.execute(communes.insert().values(code="dan-hoa", name="Dân Hóa").returning(communes.c.id))
    flood = date(2026, 12, 2)
    db.execute(closed_days.insert().values(commune_id=commune_id, day=flood, reason="lũ"))
    assert is_working_day(db, commune_id, flood) is False
    assert is_working_day(db, other.scalar_one(), flood) is True


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        pytest.param(date(2026, 12, 2), date(2026, 12, 1), date(2026, 12, 3), id="within a week"),
        pytest.param(date(2026, 12, 7), date(2026, 12, 4), date(2026, 12, 8), id="Monday looks over Sunday"),
        pytest.param(date(2026, 11, 25), date(2026, 11, 23), date(2026, 11, 26), id="over a holiday"),
        pytest.param(date(2027, 2, 11), date(2027, 2, 3), date(2027, 2, 12), id="over Tet"),
        pytest.param(date(2026, 12, 5), date(2026, 12, 4), date(2026, 12, 7), id="from a day that is none"),
    ],
)
def test_neighbouring_working_days_are_found(
    db: sa.Connection, commune_id: int, day: date, before: date, after: date
) -> None:
    assert previous_working_day(db, commune_id, day) == before
    assert next_working_day(db, commune_id, day) == after


def test_a_closed_day_is_passed_over_in_both_directions(db: sa.Connection, commune_id: int) -> None:
    closed = date(2026, 12, 1)
    db.execute(closed_days.insert().values(commune_id=commune_id, day=closed, reason="lễ hội"))
    assert previous_working_day(db, commune_id, date(2026, 12, 2)) == date(2026, 11, 30)
    assert next_working_day(db, commune_id, date(2026, 11, 30)) == date(2026, 12, 2)


def test_a_commune_works_on_a_holiday_or_a_saturday_where_it_says_so(
    db: sa.Connection, commune_id: int
) -> None:
    culture_day, saturday, flood = date(2026, 11, 24), date(2026, 12, 5), date(2026, 12, 2)
    days = [culture_day, saturday, flood, date(2027, 1, 1)]
    assert closures(db, commune_id, days) == {
        culture_day: "Ngày Văn hóa Việt Nam",
        date(2027, 1, 1): "Tết Dương lịch",
    }
    for day, works in ((culture_day, True), (saturday, True), (flood, False)):
        say_of(db, commune_id, day, reason="xã báo", works=works)
    assert closures(db, commune_id, days) == {flood: "xã báo", date(2027, 1, 1): "Tết Dương lịch"}
    assert working_days(db, commune_id, days) == {culture_day, saturday}
    assert [is_working_day(db, commune_id, day) for day in days] == [True, True, False, False]
    assert [to_be_confirmed(day) for day in days] == [True, False, False, False]


def test_the_working_days_of_a_year_are_those_of_each_day(db: sa.Connection, commune_id: int) -> None:
    db.execute(closed_days.insert().values(commune_id=commune_id, day=date(2026, 12, 2), reason="lũ"))
    days = [date(2026, 11, 1) + timedelta(days=n) for n in range(120)]
    each = {day for day in days if is_working_day(db, commune_id, day)}
    assert working_days(db, commune_id, days) == each
    assert working_days(db, commune_id, []) == set()
