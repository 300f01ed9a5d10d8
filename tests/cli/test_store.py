"""What a command says of a store that cannot be used: one plain line, exit code 2, never a traceback."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.cli.main import run
from helpdesk.cli.store import NotPossible, configured_runtime


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that the commands of a test use."""
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    monkeypatch.delenv("HELPDESK_DATABASE_URL", raising=False)
    return tmp_path


@pytest.mark.parametrize("command", [["doctor"], ["purge"], ["places", "export", "--out", "places.csv"]])
def test_a_file_that_is_no_database_is_one_line(
    command: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "helpdesk.db"
    file.write_text("a list of villages, saved under the wrong name\n" * 9)
    assert run(command) == 2
    assert capsys.readouterr() == (
        "",
        f"the database sqlite:///{file} cannot be used: file is not a database;"
        " see that it runs and that HELPDESK_DATABASE_URL is right\n",
    )


def test_an_address_that_is_none_is_one_line_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HELPDESK_DATABASE_URL", "postgresql://helpdesk:geheim@host:port/helpdesk")
    assert run(["doctor"]) == 2
    assert capsys.readouterr() == ("", "HELPDESK_DATABASE_URL cannot be used: it is not an address\n")


def write_more_than_there_is_room_for() -> None:
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        db.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite takes it for as many as there are
        db.exec_driver_sql("CREATE TABLE much AS SELECT zeroblob(1000000) AS more")


def ask_for_what_never_was() -> None:
    with configured_runtime() as runtime, runtime.engine.connect() as db:
        db.exec_driver_sql("SELECT * FROM nowhere")


def test_a_store_that_fills_up_in_the_middle_of_a_command_undoes_it_and_is_one_line() -> None:
    assert run(["db", "upgrade"]) == 0
    with pytest.raises(NotPossible, match="cannot be used: database or disk is full;"):
        write_more_than_there_is_room_for()
    with configured_runtime() as runtime, runtime.engine.connect() as db:
        assert not sa.inspect(db).has_table("much")


def test_a_statement_of_ours_that_makes_no_sense_stays_a_bug() -> None:
    assert run(["db", "upgrade"]) == 0
    with pytest.raises(sa.exc.OperationalError, match="no such table"):
        ask_for_what_never_was()
