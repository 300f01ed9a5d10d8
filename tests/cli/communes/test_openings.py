"""`helpdesk openings`, `office-hours` and `visits`, on a real database file."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import from_day
from helpdesk.booking.visits.planning import first_monday
from helpdesk.cli.main import run
from helpdesk.clock import SystemClock, local_date
from helpdesk.people.tables import audit_entries
from helpdesk.places.closed_day_table import say_of
from helpdesk.places.tables import PlaceKind
from helpdesk.store.engine import open_database
from tests.support import builders

Said = pytest.CaptureFixture[str]


@pytest.fixture
def engine(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A migrated database with a commune, its centre and two villages, which the commands find by their environment."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    engine = open_database(sqlite_url)
    with engine.begin() as db:
        commune_id = builders.commune(db)
        builders.place(db, commune_id, "Thượng Trạch", kind=PlaceKind.CENTRE)
        for village in ("Nịu", "Tuộc"):
            builders.place(db, commune_id, village)
        today = local_date(SystemClock().now())
        for n in range(70):  # on whichever day the tests run, no holiday is in their way
            say_of(db, commune_id, today + timedelta(days=n), reason="mẫu", works=True)
    return engine


def file(tmp_path: Path, text: str, name: str = "table.csv") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def count(engine: sa.Engine) -> int:
    with engine.begin() as db:
        return len(from_day(db, local_date(SystemClock().now()), at_most=999))


def actions(engine: sa.Engine) -> list[str]:
    with engine.begin() as db:
        return list(db.execute(sa.select(audit_entries.c.action)).scalars())


def some_tuesday() -> str:
    return (first_monday(local_date(SystemClock().now())) + timedelta(days=1)).isoformat()


def test_openings_go_out_and_come_in(engine: sa.Engine, tmp_path: Path, capsys: Said) -> None:
    row = f"{some_tuesday()},Nịu,7:30,11:00,25,yes,,\n"
    table = file(tmp_path, "date,place,from,to,capacity,kit,services,team\n" + row)
    assert run(["openings", "import", table]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "table.csv: 1 added, 0 changed, 0 unchanged"
    out = tmp_path / "out.xlsx"
    assert run(["openings", "export", "--out", str(out)]) == 0
    assert run(["openings", "import", str(out)]) == 0
    assert capsys.readouterr().out.endswith("out.xlsx: 0 added, 0 changed, 1 unchanged\n")
    assert (count(engine), actions(engine)) == (1, ["openings.imported"])
    assert run(["openings", "import", file(tmp_path, "date,place\n2026-12-02,Nịu\n")]) == 2
    assert "column 'Từ': this column is missing" in capsys.readouterr().err


def test_office_hours_make_openings_at_once(engine: sa.Engine, tmp_path: Path, capsys: Said) -> None:
    header = "commune,weekday,from,to,capacity,kit,services\n"
    table = file(tmp_path, header + "thuong-trach,thứ tư,7:30,11:30,20,yes,\n")
    assert run(["office-hours", "import", table]) == 0
    made = count(engine)
    assert f"openings: {made} made, 0 changed, 0 taken back" in capsys.readouterr().out
    assert 5 <= made <= 8
    assert run(["office-hours", "export"]) == 0
    assert (
        "thuong-trach,thứ tư,07:30,11:30,20,có,level2|update_info|online_declaration,"
        in capsys.readouterr().out
    )


def test_a_closed_day_takes_back_what_nobody_booked_and_names_what_stands(
    engine: sa.Engine, tmp_path: Path, capsys: Said
) -> None:
    day = some_tuesday()
    run(
        [
            "openings",
            "import",
            file(tmp_path, f"date,place,from,to,capacity,kit\n{day},Nịu,7:30,11:00,25,yes\n"),
        ]
    )
    capsys.readouterr()
    run(["closed-days", "import", file(tmp_path, f"commune,date,reason\nthuong-trach,{day},lũ\n")])
    assert (
        f"on a closed day, to be postponed or called off: {day} Nịu, 0 booked (lũ)" in capsys.readouterr().out
    )


def test_visits_are_proposed_and_nothing_is_written_until_they_are_published(
    engine: sa.Engine, capsys: Said
) -> None:
    said = [
        "--per-week",
        "1",
        "--weekdays",
        "thứ tư,2",
        "--from",
        "8h",
        "--to",
        "11:30",
        "--capacity",
        "30",
        "--kit",
    ]
    assert run(["visits", "set", "--commune", "thuong-trach", *said]) == 0
    assert capsys.readouterr().out == (
        "Thượng Trạch: 1 a week, thứ tư, thứ hai, 08:00-11:30, 30 persons, with the kit\n"
    )
    assert run(["visits", "plan", "--weeks", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Thượng Trạch: 2 weeks from ")
    assert lines[1].split("  ")[1] == "date"
    assert [line.split()[-6:] for line in lines[2:4]] == [
        [village, "08:00-11:30", "30", "yes", "never", "0"] for village in ("Nịu", "Tuộc")
    ]
    assert (lines[-1], count(engine)) == ("2 proposed, nothing written; --publish opens them", 0)
    assert run(["visits", "plan", "--weeks", "2", "--publish"]) == 0
    assert capsys.readouterr().out.endswith("2 visits are open for booking\n")
    assert (count(engine), actions(engine)) == (2, ["visits.planned_otherwise", "visits.published"])
    assert run(["visits", "plan", "--weeks", "2"]) == 1
    assert capsys.readouterr().err.startswith("nothing to propose")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--commune", "thuong-trach", "--from", "12:00"], "visits must end after they begin"),
        (["--commune", "thuong-trach", "--to", "late"], "'late' is not a time; write 7:30 or 7h30"),
        (["--commune", "thuong-trach", "--team", "A"], "Thượng Trạch has no team 'A'"),
    ],
)
def test_what_cannot_be_set_is_said_in_one_line(
    engine: sa.Engine, capsys: Said, wrong: list[str], told: str
) -> None:
    assert run(["visits", "set", *wrong]) == 2
    assert capsys.readouterr().err == f"{told}\n"


def test_a_commune_that_nobody_added_is_not_found(engine: sa.Engine, capsys: Said) -> None:
    for command in (["visits", "set"], ["closed-days", "remove", "--date", "2026-12-02"]):
        assert run([*command, "--commune", "nowhere"]) == 1
        assert capsys.readouterr().err == "there is no commune 'nowhere'; known: thuong-trach\n"


@pytest.mark.parametrize(
    ("command", "column"), [("openings", "Ngày (date)"), ("office-hours", "Thứ (weekday)")]
)
def test_the_columns_stand_in_the_help(capsys: Said, command: str, column: str) -> None:
    assert run([command, "import", "--help"]) == 0
    assert f"\n    {column}: " in capsys.readouterr().out
