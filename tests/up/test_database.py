"""What an operator has to mend about the database is said in one line; our own bugs stay bugs."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import head
from helpdesk.up.database import MEND, check_migrated, spoken_plainly
from helpdesk.up.faults import CannotStart
from tests.support.whole_service import free_port


def refusal(url: str) -> str:
    with pytest.raises(CannotStart) as refused:
        check_migrated(url)
    return str(refused.value)


def test_a_migrated_database_is_well(database_url: str) -> None:
    check_migrated(database_url)


def test_an_empty_database_is_to_be_migrated(empty_database_url: str) -> None:
    assert refusal(empty_database_url) == (
        f"the database is empty, this version needs {head()}: run `helpdesk db upgrade` first"
    )


def test_a_database_of_a_newer_version_is_not_touched(database_url: str) -> None:
    engine = open_database(database_url)
    with engine.begin() as db:
        db.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert refusal(database_url).startswith("the database is at revision 9999, this version needs ")


def test_a_server_that_is_away_is_named_without_its_password() -> None:
    port = free_port()
    said = refusal(f"postgresql://helpdesk:very-secret@127.0.0.1:{port}/helpdesk")
    assert said.startswith(
        f"the database postgresql://helpdesk:***@127.0.0.1:{port}/helpdesk cannot be used: connection failed: "
    )
    assert said.endswith(MEND)
    assert "\n" not in said
    assert "very-secret" not in said


def test_an_option_that_the_driver_does_not_know_is_said_without_the_password() -> None:
    said = refusal("postgresql://helpdesk:very-secret@127.0.0.1/helpdesk?foo=bar")
    assert 'invalid connection option "foo"' in said
    assert said.endswith(MEND)
    assert "very-secret" not in said


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    said = refusal(f"sqlite:///{tmp_path}/folder")
    assert (
        said == f"the database sqlite:///{tmp_path}/folder cannot be used: unable to open database file{MEND}"
    )


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+nodriver://x/y",
        "postgresql://h:port/y",
        "postgresql+psycopg2://h/y",
        "sqlite:////nowhere/x.db?foo=bar",
    ],
)
def test_an_address_that_makes_no_sense_is_said(url: str) -> None:
    assert refusal(url).startswith("HELPDESK_DATABASE_URL cannot be used: ")


def test_a_wrong_statement_of_ours_stays_a_bug(database: sa.Engine, database_url: str) -> None:
    with (
        pytest.raises(sa.exc.DBAPIError),
        spoken_plainly(database_url),
        database.connect() as db,
    ):
        db.execute(sa.text("SELECT nothing FROM nowhere"))
