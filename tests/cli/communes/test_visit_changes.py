"""`helpdesk visits postpone`, `cancel` and `undo`, on a real database file."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.cli.main import run
from helpdesk.clock import SystemClock
from helpdesk.people.tables import audit_entries
from helpdesk.places.closed_day_table import say_of
from helpdesk.store.engine import open_database
from tests.support import builders

Said = pytest.CaptureFixture[str]


@pytest.fixture
def engine(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A migrated database, which the commands find by their environment."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    return open_database(sqlite_url)


@pytest.fixture
def opening(engine: sa.Engine) -> Opening:
    """In a week at Cà Roòng 1, with two persons of one phone."""
    now = SystemClock().now()
    with engine.begin() as db:
        found = builders.some_opening(db, now=now)
        builders.booking(db, found, now=now, people=2)
        for days in (0, 1):  # on whichever day the tests run, no holiday is in their way
            say_of(db, found.commune_id, found.day + timedelta(days=days), reason="mẫu", works=True)
    return found


def state(engine: sa.Engine, opening: Opening) -> str:
    with engine.connect() as db:
        return opening_by_id(db, opening.id).state.value


def args(opening: Opening, *more: str) -> list[str]:
    return ["--place", "ca roong 1", "--date", opening.day.isoformat(), *more]


def test_put_off_undone_and_called_off(engine: sa.Engine, opening: Opening, capsys: Said) -> None:
    to = (opening.day + timedelta(days=1)).isoformat()
    put_off = ["visits", "postpone", *args(opening, "--to", to, "--reason", "rain")]
    assert run([*put_off, "--preview"]) == 0
    out = capsys.readouterr().out
    assert "1 bookings, 2 persons, 1 phones to be told: 1 by text" in out
    assert "the last text leaves about" in out
    assert (state(engine, opening), "nothing written" in out) == ("open", True)
    assert run([*put_off, "--from", "8:00"]) == 0
    assert f"put off to {to} 08:00-11:00 because of floods" in capsys.readouterr().out
    assert state(engine, opening) == "changing"
    assert run(put_off) == 2
    assert "undo that first" in capsys.readouterr().err
    assert run(["visits", "undo", *args(opening)]) == 0
    assert state(engine, opening) == "open"
    assert run(["visits", "undo", *args(opening)]) == 1
    assert run(["visits", "cancel", *args(opening, "--reason", "landslide", "--move")]) == 0
    assert state(engine, opening) == "changing"
    with engine.connect() as db:
        actions = list(db.execute(sa.select(audit_entries.c.action)).scalars())
    assert actions == ["opening.postponed", "opening.change_undone", "opening.called_off"]


def test_wrong_use_is_told_in_a_line(engine: sa.Engine, opening: Opening, capsys: Said) -> None:
    assert run(["visits", "cancel", *args(opening, "--reason", "snow")]) == 2
    assert run(["visits", "cancel", "--place", "nowhere", "--date", "2030-01-01", "--reason", "rain"]) == 1
    assert "no place is 'nowhere'" in capsys.readouterr().err
    assert run(["visits", "cancel", *args(opening, "--at", "9:00", "--reason", "rain")]) == 1
    assert "is not open on" in capsys.readouterr().err
    assert run(["visits", "postpone", *args(opening, "--to", "2020-01-01", "--reason", "rain")]) == 2
    assert "the new day has come already" in capsys.readouterr().err
    assert state(engine, opening) == "open"
