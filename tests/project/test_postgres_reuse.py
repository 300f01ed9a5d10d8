"""A lent PostgreSQL database comes back as good as new, or not at all."""

import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from helpdesk.places.tables import closed_days, communes
from helpdesk.store.engine import open_database
from tests.support.postgres import GIVEN, Postgres
from tests.support.run import Run


@pytest.fixture
def server(run: Run) -> Iterator[Postgres]:
    """The run's server, with nothing lent so far."""
    server = Postgres(run)
    yield server
    server.close()


def add_commune(db: sa.Connection) -> int:
    """The id that the database gave to a new commune with a closed day."""
    added = db.execute(communes.insert().values(code="A", name="Sample A").returning(communes.c.id))
    commune_id = int(added.scalar_one())
    db.execute(closed_days.insert().values(commune_id=commune_id, day="2026-12-24", reason="sample"))
    return commune_id


def test_rows_and_numbering_start_afresh_for_the_next_test(server: Postgres) -> None:
    lent = []
    for _ in range(3):
        with server.database() as url:
            lent.append(url)
            engine = open_database(url)
            with engine.begin() as db:
                assert db.scalar(sa.select(sa.func.count()).select_from(closed_days)) == 0
                assert add_commune(db) == 1
            engine.dispose()
    # A given server's user may lack the rights for it; then each test gets a new database.
    assert len(set(lent)) == 1 or GIVEN in os.environ


def test_a_transaction_that_a_test_left_open_holds_nobody_up(server: Postgres) -> None:
    with server.database() as first:
        engine = open_database(first)
        left_open = engine.connect()
        add_commune(left_open)
    with server.database() as second, open_database(second).begin() as db:
        assert add_commune(db) == 1
    left_open.invalidate()
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE left_behind (id integer)",
        "ALTER TABLE communes RENAME TO left_behind",
        "ALTER TABLE communes ADD COLUMN left_behind integer",
        "ALTER TABLE communes ALTER COLUMN name DROP NOT NULL",
        "CREATE INDEX left_behind ON communes (name)",
        "UPDATE alembic_version SET version_num = 'left behind'",
    ],
)
def test_a_database_of_another_shape_is_given_up(server: Postgres, change: str) -> None:
    with server.database() as first:
        engine = open_database(first)
        with engine.begin() as db:
            db.exec_driver_sql(change)
        engine.dispose()
    with server.database() as second:
        assert second != first
