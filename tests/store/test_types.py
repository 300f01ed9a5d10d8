"""helpdesk/store/types.py."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.store.types import JsonData, UtcDateTime

_table = sa.Table(
    "moments",
    sa.MetaData(),
    sa.Column("n", sa.Integer()),
    sa.Column("at", UtcDateTime()),
    sa.Column("data", JsonData),
)

NOON = datetime(2026, 12, 1, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def moments(empty_database_url: str) -> Iterator[sa.Connection]:
    from helpdesk.store.engine import open_database

    engine = open_database(empty_database_url)
    with engine.begin() as db:
        _table.create(db)
        yield db
    engine.dispose()


def _stored(db: sa.Connection, **values: Any) -> Any:
    db.execute(_table.insert().values(values))
    return db.execute(sa.select(_table)).one()


@pytest.mark.parametrize(
    "zone", [UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))]
)
def test_a_moment_comes_back_as_the_same_in_utc(moments: sa.Connection, zone: timezone) -> None:
    back = _stored(moments, at=NOON.astimezone(zone)).at
    assert back == NOON
    assert back.tzinfo is UTC


@pytest.mark.parametrize("moment", [NOON, NOON.replace(microsecond=0), NOON.replace(year=201)])
def test_on_sqlite_it_is_the_text_that_sqlalchemy_writes_itself(moment: datetime) -> None:
    dialect = sa.create_engine("sqlite://").dialect
    write, write_plainly = (
        kind.dialect_impl(dialect).bind_processor(dialect) for kind in (UtcDateTime(), sa.DateTime())
    )
    assert write is not None
    assert write_plainly is not None
    assert write(moment) == write_plainly(moment.replace(tzinfo=None))


def test_a_time_without_a_zone_is_refused(moments: sa.Connection) -> None:
    with pytest.raises(sa.exc.StatementError, match="without a zone"):
        _stored(moments, at=NOON.replace(tzinfo=None))


def test_it_may_be_missing(moments: sa.Connection) -> None:
    assert _stored(moments, n=1).at is None


def test_moments_are_compared_as_moments(moments: sa.Connection) -> None:
    zones = [timezone(timedelta(hours=hours)) for hours in (7, 0, -8)]
    for n, zone in enumerate(zones):
        moments.execute(_table.insert().values(n=n, at=(NOON + timedelta(minutes=n)).astimezone(zone)))
    found = sa.select(_table.c.n).where(_table.c.at > NOON.astimezone(zones[2])).order_by(_table.c.at)
    assert list(moments.execute(found).scalars()) == [1, 2]


def test_json_comes_back_as_it_was(moments: sa.Connection) -> None:
    value = {"người": ["Hồ Thị Mai", None, 1954], "ok": True}
    assert _stored(moments, data=value).data == value


def test_no_json_is_null_and_not_the_word_null(moments: sa.Connection) -> None:
    assert _stored(moments, data=None).data is None
    missing = sa.select(sa.func.count()).select_from(_table).where(_table.c.data.is_(None))
    assert moments.execute(missing).scalar() == 1
