"""helpdesk/store/migrate.py and the migrations themselves, on both databases."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

import helpdesk.runtime  # noqa: F401 - imports the tables of every room
from helpdesk.booking.persons import own_phones, person_tables
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.persons.telling_needs import note_relation
from helpdesk.booking.tables import booked_persons
from helpdesk.clock import FixedClock
from helpdesk.people.tables import contacts
from helpdesk.settings import Timetable
from helpdesk.store import migrate
from helpdesk.store.base import metadata
from helpdesk.store.engine import open_database
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.repository import TOP

_SCRIPTS = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
REVISIONS = [script.revision for script in _SCRIPTS.walk_revisions()][::-1]


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[sa.Engine]:
    engine = open_database(empty_database_url)
    yield engine
    engine.dispose()


def test_the_revisions_stand_in_one_line() -> None:
    assert _SCRIPTS.get_heads() == [migrate.head()] == REVISIONS[-1:]
    assert [script.down_revision for script in _SCRIPTS.walk_revisions()][::-1] == [None, *REVISIONS[:-1]]


@pytest.mark.parametrize("start", [None, REVISIONS[len(REVISIONS) // 2], REVISIONS[-2]])
def test_from_empty_and_from_an_earlier_revision_it_comes_to_the_newest_in_one_go(
    empty: sa.Engine, start: str | None
) -> None:
    if start is not None:
        migrate.upgrade(empty, start)
    assert migrate.current(empty) == start
    for _ in range(2):
        migrate.upgrade(empty)
        assert migrate.is_current(empty)
    assert _differences(empty) == []


def test_it_may_stop_at_every_revision_and_goes_on_from_there(empty: sa.Engine) -> None:
    for revision in REVISIONS:
        migrate.upgrade(empty, revision)
        assert migrate.current(empty) == revision
        assert migrate.is_current(empty) == (revision == REVISIONS[-1])
    assert _differences(empty) == []


_MIGRATE = """
import sys
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
sys.stdin.readline()
upgrade(open_database(sys.argv[1]))
"""


def test_several_processes_may_migrate_at_once(empty: sa.Engine, empty_database_url: str) -> None:
    command = [sys.executable, "-c", _MIGRATE, empty_database_url]
    several = [
        subprocess.Popen(command, cwd=TOP, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in several:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in several] == [("", 0)] * 3
    assert migrate.is_current(empty)


def _downgrade(engine: sa.Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS.dir)
    with engine.connect() as db, migrate.altering(db):
        config.attributes["connection"] = db
        command.downgrade(config, revision)
        db.commit()


def test_back_before_a_phone_could_be_of_two_the_newest_of_each_is_left_with_what_it_is_told(
    empty: sa.Engine, clock: FixedClock
) -> None:
    migrate.upgrade(empty)
    with empty.begin() as db:
        made = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=3)
        numbers = ("+84912345688", "+84912345688", "+84912345699")
        for person, number in zip(made.people, numbers, strict=True):
            own_phones.give(db, made, person.id, number, now=clock.now(), timetable=Timetable())
    _downgrade(empty, "0019")
    p, t = person_tables.own_phones.c, person_tables.tidings.c
    with empty.connect() as db:
        left = db.execute(sa.select(p.id, p.person_id, p.address).order_by(p.id)).all()
        assert [tuple(row[1:]) for row in left] == [
            (made.people[1].id, "+84912345688"),
            (made.people[2].id, "+84912345699"),
        ]
        told = db.execute(sa.select(t.own_phone_id).distinct().order_by(t.own_phone_id)).scalars().all()
        assert told == [row.id for row in left]
    migrate.upgrade(empty)
    assert _differences(empty) == []


def test_back_before_relations_were_kept_as_said_the_wider_word_is_left(
    empty: sa.Engine, clock: FixedClock
) -> None:
    migrate.upgrade(empty)
    with empty.begin() as db:
        made = builders.booking(
            db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=len(Relation)
        )
        for person, relation in zip(made.people, Relation, strict=True):
            assert note_relation(db, made.id, person.id, relation, now=clock.now())
    _downgrade(empty, "0022")
    p = booked_persons.c
    with empty.connect() as db:
        left = list(db.execute(sa.select(p.relation).order_by(p.id)).scalars())
    said = dict(zip(Relation, left, strict=True))
    assert (said[Relation.MOTHER], said[Relation.SON_OR_DAUGHTER], said[Relation.WIFE]) == (
        "parent",
        "child",
        "spouse",
    )
    assert said[Relation.YOUNGER_SIBLING] == "relative"
    kept = ("self", "spouse", "child", "parent", "relative", "neighbour")
    assert set(left) == set(kept)
    assert {word: said[Relation(word)] for word in kept} == {word: word for word in kept}
    migrate.upgrade(empty)
    assert _differences(empty) == []


def _differences(engine: sa.Engine) -> list[object]:
    with engine.connect() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def test_migrated_the_database_is_what_the_code_says(database: sa.Engine) -> None:
    assert _differences(database) == []


def test_no_check_is_forgotten_by_the_migrations(database: sa.Engine) -> None:
    """Alembic compares tables, columns, keys and indexes; CHECKs it leaves to us."""
    found = sa.inspect(database)
    for table in metadata.tables.values():
        ours = {str(c.name) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
        theirs = {str(check["name"]) for check in found.get_check_constraints(table.name)}
        assert theirs == {name if name.startswith("ck_") else f"ck_{table.name}_{name}" for name in ours}


def test_a_table_that_others_refer_to_can_be_altered(database: sa.Engine, clock: FixedClock) -> None:
    with database.begin() as db:
        made = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now())
    with database.connect() as db, migrate.altering(db):
        context = MigrationContext.configure(db)
        with context.begin_transaction(), Operations(context).batch_alter_table("contacts") as batch:
            batch.alter_column("language", existing_type=sa.Text(), nullable=True)
        db.commit()
    with database.connect() as db:
        assert db.execute(sa.select(contacts.c.id)).scalar() == made.contact_id
        if db.dialect.name == "sqlite":
            assert db.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert db.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        with pytest.raises(sa.exc.IntegrityError):
            db.execute(contacts.delete())


def test_asking_for_the_revision_keeps_no_writer_waiting_and_waits_for_none(database: sa.Engine) -> None:
    with database.begin() as db:
        db.execute(contacts.delete())
        assert at_once(2, lambda _number: migrate.is_current(database)) == [True, True]
