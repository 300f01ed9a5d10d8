"""helpdesk/cli/gateways/gateways.py and gateway_templates.py, on a real database file."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.cli.main import run
from helpdesk.messaging.gateways import known
from helpdesk.people.tables import audit_entries
from helpdesk.store.engine import open_database
from tests.support import builders

NAME = "XATTRACH"
WORDING = f"{NAME}: Nhac ba con {{when}}."


@pytest.fixture
def engine(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A database with one commune, and Twilio with a brand name in the environment."""
    given = {"HELPDESK_DATABASE_URL": sqlite_url, "HELPDESK_DATA": str(tmp_path), "TWILIO_FROM": NAME}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    engine = open_database(sqlite_url)
    with engine.begin() as db:
        builders.commune(db)
    return engine


Captured = pytest.CaptureFixture[str]


def _told(captured: Captured, *words: str) -> str:
    assert run(["gateways", *words]) == 0
    return captured.readouterr().out


@pytest.mark.usefixtures("engine")
def test_a_gateway_begins_as_its_channel_can_and_is_shown_in_one_line(capsys: Captured) -> None:
    assert _told(capsys, "list") == (
        f"1  twilio {NAME} (brand name): every commune, one-way, registered wordings only, lists, 60 a minute, "
        "price not known\n"
        "2  simulator 8888: every commune, two-way, any text, lists, 60000 a minute, price not known\n"
    )


def test_what_is_set_is_kept_shown_and_noted_and_the_rest_stays(engine: sa.Engine, capsys: Captured) -> None:
    told = _told(
        capsys, "set", NAME, "--pace", "30", "--price", "350", "--no-bulk", "--commune", "thuong trach"
    )
    assert told == (
        f"1  twilio {NAME} (brand name): Thượng Trạch, one-way, registered wordings only, no lists, 30 a minute, "
        "350 dong a segment\n"
    )
    told = _told(capsys, "set", "1", "--commune", "all", "--price", "unknown", "--off")
    assert told.endswith(
        ": every commune, one-way, registered wordings only, no lists, 30 a minute, price not known; off\n"
    )
    with engine.connect() as db:
        way = known(db)[0]
        query = (
            sa.select(audit_entries.c.detail)
            .where(audit_entries.c.action == "gateway.set")
            .order_by(audit_entries.c.id)
        )
        details = list(db.execute(query).scalars())
    assert (way.pace_per_minute, way.vnd_per_segment, way.commune_id, way.active) == (30, None, None, False)
    assert details[1] == {"commune_id": None, "vnd_per_segment": None, "active": False}
    assert details[0]["pace_per_minute"] == 30


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["set", NAME, "--two-way"], 2, f"{NAME} is a name: nobody can text to it, so it is one-way"),
        (["set", NAME], 2, "nothing to set (see helpdesk gateways set --help)"),
        (["set", "9", "--on"], 1, "there is no gateway '9'; see `helpdesk gateways list`"),
        (["set", "1", "--pace", "0"], 2, "the pace must be from 1 to 60000 messages a minute"),
        (["set", "1", "--commune", "Hue"], 1, "there is no commune 'Hue'; known: thuong-trach"),
        (
            ["set", "1", "--price", "-5"],
            2,
            "Invalid value for --price: '-5' is neither dong nor 'unknown' (see helpdesk gateways set --help)",
        ),
        (["set", "1", "--price", "9" * 12], 2, "the price must be from 0 to 1000000 dong"),
        (
            ["set", "1", "--price", "9" * 24],
            2,
            f"Invalid value for --price: '{'9' * 24}' is neither dong nor 'unknown' (see helpdesk gateways set --help)",
        ),
        (["templates", "list", NAME], 1, "no wording is registered for this gateway"),
        (
            ["templates", "remove", NAME, "4"],
            1,
            "this gateway has no wording 4; see `helpdesk gateways templates list`",
        ),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_changes_nothing(
    engine: sa.Engine, capsys: Captured, words: list[str], code: int, told: str
) -> None:
    _told(capsys, "list")
    with engine.connect() as db:
        before = known(db)
    assert run(["gateways", *words]) == code
    assert capsys.readouterr().err == f"{told}\n"
    with engine.connect() as db:
        assert known(db) == before
        assert db.execute(sa.select(audit_entries.c.action)).scalars().all() == []


@pytest.mark.usefixtures("engine")
def test_what_is_wanted_is_what_can_be_imported_when_it_is_registered(
    capsys: Captured, tmp_path: Path
) -> None:
    sheet = tmp_path / "mau.csv"
    out = _told(capsys, "templates", "wanted", NAME, "--out", str(sheet))
    count = int(out.removeprefix(f"{sheet}: ").removesuffix(" rows\n"))
    assert count > 0
    assert (
        _told(capsys, "templates", "import", NAME, str(sheet)) == f"mau.csv: {count} added, 0 there already\n"
    )
    assert (
        _told(capsys, "templates", "import", NAME, str(sheet)) == f"mau.csv: 0 added, {count} there already\n"
    )
    lines = _told(capsys, "templates", "list", NAME).splitlines()
    assert len(lines) == count
    assert all(line.partition("  ")[2].startswith(f"{NAME}: ") for line in lines)


@pytest.mark.usefixtures("engine")
def test_a_wording_is_registered_and_taken_away(capsys: Captured, tmp_path: Path) -> None:
    sheet = tmp_path / "mau.csv"
    sheet.write_text(f"Mẫu tin;Mã mẫu\n{WORDING};T-17\n", encoding="utf-8")
    assert _told(capsys, "templates", "import", "1", str(sheet)) == "mau.csv: 1 added, 0 there already\n"
    assert _told(capsys, "templates", "list", "1") == f"1 [T-17]  {WORDING}\n"
    assert _told(capsys, "templates", "remove", "1", "1") == f"removed: {WORDING}\n"
    assert run(["gateways", "templates", "list", "1"]) == 1


def test_all_that_is_wrong_with_a_sheet_is_told_at_once_and_nothing_is_registered(
    engine: sa.Engine, capsys: Captured, tmp_path: Path
) -> None:
    sheet = tmp_path / "mau.csv"
    sheet.write_text(f"wording\n{WORDING}\nNhac ba con {{when}} di hop.\n{{all}}\n", encoding="utf-8")
    assert run(["gateways", "templates", "import", NAME, str(sheet)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"mau.csv: row 3, column 'Mẫu tin': the sender's name {NAME} is not in it: operators refuse such a template",
        "mau.csv: row 4, column 'Mẫu tin': fewer than 10 letters outside the {placeholders}: any text would fit",
    ]
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM message_templates")).scalar() == 0


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["list"],
        ["set"],
        ["templates"],
        *(["templates", name] for name in ("list", "wanted", "import", "remove")),
    ],
)
def test_every_command_has_its_help(words: list[str], capsys: Captured) -> None:
    assert run(["gateways", *words, "--help"]) == 0
    assert "Usage: helpdesk gateways" in capsys.readouterr().out


def test_texts_a_day_are_set_shown_and_taken_away(engine: sa.Engine, capsys: Captured) -> None:
    assert ", 60 a minute, 200 texts a day, " in _told(capsys, "set", NAME, "--per-day", "200")
    assert "texts a day" not in _told(capsys, "set", NAME, "--per-day", "none")
    for wrong in ("3", "many"):
        assert run(["gateways", "set", NAME, "--per-day", wrong]) == 2
    with engine.connect() as db:
        assert known(db)[0].per_day is None
