"""helpdesk/store/engine.py."""

import threading
import traceback
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock
from helpdesk.people.tables import contacts, persons
from helpdesk.store.engine import open_database, reading
from tests.support import builders
from tests.support.at_once import at_once

AT_ONCE, FIRST_TIMES = 6, 40


def test_sqlite_keeps_its_word_over_a_power_cut_and_lets_readers_go_on(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with reading(engine) as db:
        answers = [db.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in asked]
    assert answers == ["wal", 2, 1, 20_000]
    engine.dispose()


def test_programs_that_open_a_file_for_the_first_time_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Each wants the switch to WAL, for which SQLite itself refuses the second at once, whatever the timeout."""

    def use(number: int) -> None:
        for file in range(FIRST_TIMES):
            engine = open_database(f"sqlite:///{tmp_path / f'{file}.db'}")
            together.wait(timeout=60)
            with engine.begin() as db:
                db.exec_driver_sql("CREATE TABLE IF NOT EXISTS seen (number INTEGER)")
                db.execute(sa.text("INSERT INTO seen VALUES (:number)"), {"number": number})
            engine.dispose()

    together = threading.Barrier(AT_ONCE)
    at_once(AT_ONCE, use)
    for file in range(FIRST_TIMES):
        engine = open_database(f"sqlite:///{tmp_path / f'{file}.db'}")
        with reading(engine) as db:
            assert db.execute(sa.text("SELECT count(*) FROM seen")).scalar() == AT_ONCE
        engine.dispose()


def test_every_connection_of_a_pool_is_prepared(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    several = [engine.connect().execution_options(helpdesk_read_only=True) for _ in range(3)]
    assert [db.exec_driver_sql("PRAGMA foreign_keys").scalar() for db in several] == [1, 1, 1]
    for db in several:
        db.close()
    engine.dispose()


def test_writers_queue_on_sqlite_from_their_first_word(sqlite_url: str, clock: FixedClock) -> None:
    """Read first, then write what follows from it: with a plain BEGIN the second writer would fail in mid-way."""
    engine = open_database(sqlite_url)
    with engine.begin() as db:
        opening = builders.some_opening(db, now=clock.now(), capacity=100)

    def count_up(_number: int) -> None:
        for _ in range(5):
            with engine.begin() as db:
                taken = db.execute(sa.select(openings.c.taken)).scalar_one()
                db.execute(openings.update().values(taken=taken + 1))

    at_once(8, count_up)
    with reading(engine) as db:
        assert db.execute(sa.select(openings.c.taken)).scalar() == 40 <= opening.capacity
    engine.dispose()


def test_a_reader_does_not_wait_for_a_writer(database: sa.Engine, clock: FixedClock) -> None:
    read = threading.Event()

    def look() -> None:
        with reading(database) as db:
            assert db.execute(sa.select(sa.func.count()).select_from(contacts)).scalar() == 0
        read.set()

    with database.begin() as db:
        builders.contact(db, now=clock.now())
        reader = threading.Thread(target=look)
        reader.start()
        assert read.wait(5), "the reader waits for the writer"
    reader.join()


def test_what_refers_to_nothing_is_refused(database: sa.Engine, clock: FixedClock) -> None:
    row = {"name": "Mai", "introduced_by_id": 999, "created_at": clock.now()}
    # PostgreSQL looks when the statement ends, SQLite too: neither waits for the commit.
    with pytest.raises(sa.exc.IntegrityError), database.begin() as db:
        db.execute(persons.insert().values(row))


@pytest.mark.parametrize(
    "what", ["a contact twice", "a person without a name", "a contact that cannot be reached"]
)
def test_no_error_quotes_a_name_or_a_number(database: sa.Engine, clock: FixedClock, what: str) -> None:
    who = builders.RESIDENT
    with database.begin() as db:
        builders.contact(db, now=clock.now())
    contact = {"address": who.phone, "created_at": clock.now(), "last_seen_at": clock.now()}
    statement = {
        "a contact twice": contacts.insert().values(contact),
        "a person without a name": persons.insert().values(
            name=who.name, birth_year=12, created_at=clock.now()
        ),
        "a contact that cannot be reached": contacts.insert().values({**contact, "reach": who.name}),
    }[what]
    with pytest.raises(sa.exc.IntegrityError) as caught, database.begin() as db:
        db.execute(statement)
    printed = "".join(traceback.format_exception(caught.value))
    assert "constraint" in printed.lower()
    assert who.phone not in printed
    assert who.name not in printed


def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'a' / 'b' / 'new.db'}")
    with engine.begin() as db:
        assert db.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()


def test_a_database_in_memory_is_one_for_all_its_connections() -> None:
    engine = open_database("sqlite://")
    with engine.begin() as db:
        db.exec_driver_sql("CREATE TABLE t (n)")
    with reading(engine) as db:
        assert db.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_postgresql_address_may_be_written_as_operators_do(postgres_url: str, scheme: str) -> None:
    engine = open_database(postgres_url.replace("postgresql+psycopg", scheme, 1))
    with engine.begin() as db:
        assert db.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()


def test_a_restarted_database_costs_a_reconnect_and_no_error(postgres_url: str, clock: FixedClock) -> None:
    engine = open_database(postgres_url)
    with engine.begin() as db:
        builders.contact(db, now=clock.now())
    other = open_database(postgres_url)
    with other.begin() as db:
        everybody_else = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        db.exec_driver_sql(f"{everybody_else} WHERE datname = current_database() AND pid <> pg_backend_pid()")
    clock.advance(timedelta(minutes=1))
    with engine.begin() as db:
        assert builders.contact(db, now=clock.now()).address == builders.RESIDENT.phone
    for one in (engine, other):
        one.dispose()
