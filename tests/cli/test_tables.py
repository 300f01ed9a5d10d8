"""The commands that load and write tables: communes, places, facts, closed days, on a real database file."""

import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.cli.main import run
from helpdesk.clock import SystemClock, local_date
from helpdesk.people import sample as sample_people
from helpdesk.people.tables import audit_entries, officials
from helpdesk.places import sample as sample_places
from helpdesk.places.communes import all_communes, all_places
from helpdesk.places.facts import all_facts
from helpdesk.places.tables import communes, places
from helpdesk.spreadsheets.columns import Column
from helpdesk.store.engine import open_database
from tests.support import builders

Said = pytest.CaptureFixture[str]


@pytest.fixture
def engine(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A migrated database without a commune, which the commands find by their environment."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    return open_database(sqlite_url)


def file(tmp_path: Path, text: str, name: str = "table.csv") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_first_real_commune_ends_the_sample_and_names_who_waits(
    engine: sa.Engine, tmp_path: Path, capsys: Said
) -> None:
    now = SystemClock().now()
    with engine.begin() as db:
        sample_places.load(db)
        sample_people.load(db, now=now, password="mau-thu-2026")
        sample_openings.load(db, today=local_date(now))
        opening = builders.opening(db, all_places(db)[0], day=local_date(now).replace(year=2099))
        builders.booking(db, opening, now=now)
    assert run(["communes", "add", "--name", "Thượng Trạch"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Thượng Trạch (thuong-trach): added"
    assert re.fullmatch(r"the sample is gone: Thượng Trạch, Dân Hóa with 25 places and \d+ openings", said[1])
    assert said[2].endswith("their bookings were in the sample: 0912345601")
    with engine.begin() as db:
        assert [(one.name, one.sample) for one in all_communes(db)] == [("Thượng Trạch", False)]
        assert (all_places(db), db.execute(sa.select(officials.c.id)).all()) == ([], [])
    assert run(["communes", "add", "--name", "Thượng Trạch"]) == 0
    assert capsys.readouterr().out == "Thượng Trạch (thuong-trach): is there already\n"
    assert run(["communes", "add", "--name", "Thuong Trach", "--code", "tt"]) == 1
    assert capsys.readouterr().err == "there is a commune Thượng Trạch (thuong-trach) already\n"
    assert run(["communes", "add", "--name", "Xa" * 31]) == 2
    assert capsys.readouterr().err.startswith("Invalid value for --name: at most 60 characters")
    assert run(["communes", "export", "--out", str(tmp_path / "communes.pdf")]) == 2
    assert capsys.readouterr().err.startswith("Invalid value for --out: the file's name ends in .csv or ")
    assert run(["communes", "export"]) == 0
    assert capsys.readouterr().out.splitlines() == ["\ufeffMã,Tên,Mẫu", "thuong-trach,Thượng Trạch,không"]


def test_of_a_communes_name_only_what_is_seen_is_kept_and_said(engine: sa.Engine, capsys: Said) -> None:
    assert run(["communes", "add", "--name", "Thượng\x1b Trạch\u200d\u202e"]) == 0
    assert capsys.readouterr().out == "Thượng Trạch (thuong-trach): added\n"
    with engine.begin() as db:
        assert [one.name for one in all_communes(db)] == ["Thượng Trạch"]
    for name, code in (("\u200b", "hai"), ("\x1b", "ba")):
        assert run(["communes", "add", "--name", name, "--code", code]) == 2
        assert "a name needs letters" in capsys.readouterr().err
    assert run(["communes", "add", "--name", "Hai", "--code", "ha\x1bi"]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_loads_as_nothing_new(
    engine: sa.Engine, tmp_path: Path, capsys: Said, ending: str
) -> None:
    with engine.begin() as db:
        sample_places.load(db)
        commune = all_communes(db)[0].code
    days = file(tmp_path, f"Xã;Ngày;Lý do\n{commune};2/12/2026;lũ\n", "days.csv")
    facts = file(tmp_path, f"Xã;Mã;Nội dung;Nguồn\n{commune};fact_hotline;0232.111.222;UBND xã\n", "f.csv")
    assert run(["closed-days", "import", days]) == 0
    assert run(["facts", "import", facts]) == 0
    assert run(["facts", "sign", "--commune", commune, "--by", "Nguyễn Thị Hạnh"]) == 0
    with engine.begin() as db:
        before = (all_facts(db), all_places(db))
    capsys.readouterr()
    for command, rows in (("places", 25), ("closed-days", 1), ("facts", 1)):
        out = tmp_path / f"{command}.{ending}"
        assert run([command, "export", "--out", str(out)]) == 0
        capsys.readouterr()
        assert run([command, "import", str(out)]) == 0
        told = capsys.readouterr()
        assert (told.out, told.err) == (f"{out.name}: 0 added, 0 changed, {rows} unchanged\n", "")
    with engine.begin() as db:
        assert (all_facts(db), all_places(db)) == before


def test_every_fault_is_a_line_on_stderr_and_nothing_is_loaded(
    engine: sa.Engine, tmp_path: Path, capsys: Said
) -> None:
    with engine.begin() as db:
        builders.commune(db)
    long = file(tmp_path, f"Xã,Loại,Tên\nThượng Trạch,bản,{'Dài ' * 16}\n")
    assert run(["places", "import", long]) == 2
    assert capsys.readouterr().err == "table.csv: row 2, column 'Tên': 63 characters; a name has at most 60\n"
    table = file(tmp_path, "Xã,Loại,Tên\nThượng Trạch,bản,Tuộc\nThượng Trạch,nhà,\n")
    assert run(["places", "import", table]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[1]) == ("", "table.csv: row 3, column 'Tên': this cell is empty")
    assert said.err.splitlines()[0].startswith("table.csv: row 3, column 'Loại': 'nhà' is none of bản, ")
    assert run(["places", "import", str(tmp_path / "none.csv")]) == 2
    assert capsys.readouterr().err == "none.csv: cannot be read: No such file or directory\n"
    with engine.begin() as db:
        assert db.execute(sa.select(places.c.id)).all() == []


FACTS = "Xã,Mã,Nội dung,Nguồn,Người ký,Ký lúc\n"


def test_facts_that_no_text_may_hold_are_refused(engine: sa.Engine, tmp_path: Path, capsys: Said) -> None:
    with engine.begin() as db:
        builders.commune(db)
    rows = (
        "thuong-trach,colour,xanh,xã,,",
        "thuong-trach,hotline,0232.111.222.333,xã,,",
        "thuong-trach,hotline,0232 & 1,,,",
        "thuong-trach,hours,7h30,xã,Hạnh,",
        "thuong-trach,fee,miễn phí,xã,Hạnh,2099-01-01",
        f"thuong-trach,hours,7h30,{'x' * 201},,",
    )
    assert run(["facts", "import", file(tmp_path, FACTS + "\n".join(rows))]) == 2
    told = [line.removeprefix("table.csv: ") for line in capsys.readouterr().err.splitlines()]
    assert told[0].startswith("row 2, column 'Mã': no text names a fact 'colour'; known: hotline, ")
    assert told[1:] == [
        "row 3, column 'Nội dung': 16 characters as it is sent, there is room for 13",
        "row 4, column 'Mã': 'hotline' of Thượng Trạch stands in row 3 already",
        "row 4, column 'Nguồn': this cell is empty; write who or what says so",
        "row 4, column 'Nội dung': '&' cannot be sent by SMS",
        "row 5, column 'Người ký': a signature needs both who signed and when",
        "row 6, column 'Ký lúc': this moment has not come yet",
        "row 6, column 'Nội dung': 'miễn phí' may never be said: no source for a fee or for none; the commune decides",
        "row 7, column 'Mã': 'hours' of Thượng Trạch stands in row 5 already",
        "row 7, column 'Nguồn': 201 characters; there is room for 200",
    ]
    with engine.begin() as db:
        assert all_facts(db) == {}


def test_a_cell_that_cannot_be_read_hides_no_other_fault(
    engine: sa.Engine, tmp_path: Path, capsys: Said
) -> None:
    with engine.begin() as db:
        builders.commune(db)
    rows = (
        "nowhere,colour,xanh,,,",
        "thuong-trach,hotline,0232.111.222.333,,Hạnh,31/02/2026",
        ",hours,7h30,xã,,",
        "thuong-trach,hotline,0232.111.222,xã,,",
    )
    assert run(["facts", "import", file(tmp_path, FACTS + "\n".join(rows))]) == 2
    told = [line.removeprefix("table.csv: ") for line in capsys.readouterr().err.splitlines()]
    assert [line.split(": ")[0] for line in told] == [
        "row 2, column 'Mã'",
        "row 2, column 'Nguồn'",
        "row 2, column 'Xã'",
        "row 3, column 'Ký lúc'",
        "row 3, column 'Nguồn'",
        "row 3, column 'Nội dung'",
        "row 4, column 'Xã'",
        "row 5, column 'Mã'",
    ]
    with engine.begin() as db:
        assert all_facts(db) == {}


@pytest.mark.parametrize(
    "fee",
    ["không thu tiền", "Làm mức 2 không mất phí", "bà con không phải nộp lệ phí", "0 đồng", "không tốn tiền"],
)
def test_free_of_charge_is_refused_in_whatever_words(
    engine: sa.Engine, tmp_path: Path, capsys: Said, fee: str
) -> None:
    with engine.begin() as db:
        builders.commune(db)
    row = f"thuong-trach,fee,{fee},xã,,"
    assert run(["facts", "import", file(tmp_path, FACTS + row)]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert told.endswith("may never be said: no source for a fee or for none; the commune decides")


def test_a_fee_in_dong_is_no_promise_of_none(engine: sa.Engine, tmp_path: Path) -> None:
    with engine.begin() as db:
        builders.commune(db)
    assert run(["facts", "import", file(tmp_path, FACTS + "thuong-trach,fee,thu 50.000 đồng,xã,,")]) == 0


def test_a_changed_fact_loses_its_signature_and_cannot_bring_the_old_one(
    engine: sa.Engine, tmp_path: Path, capsys: Said
) -> None:
    with engine.begin() as db:
        builders.commune(db)
    row = "thuong-trach,hotline,{},xã,{}\n"
    signed = "Hạnh,2026-11-01 9:05"
    assert run(["facts", "import", file(tmp_path, FACTS + row.format("0232.111.222", signed))]) == 0
    assert "unsigned" not in capsys.readouterr().out
    assert run(["facts", "import", file(tmp_path, FACTS + row.format("0232.111.333", signed))]) == 2
    assert "row 2, column 'Ký lúc': the text was changed after this" in capsys.readouterr().err
    assert run(["facts", "import", file(tmp_path, FACTS + row.format("0232.111.333", ","))]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "  changed: Thượng Trạch hotline, lost the signature of Hạnh"
    assert said[2] == "unsigned, and so not told in production: 1"
    with engine.begin() as db:
        (fact,) = all_facts(db).values()
        noted = db.execute(sa.select(audit_entries.c.action)).scalars().all()
    assert (fact.text, fact.signed, noted) == ("0232.111.333", False, ["fact.changed", "fact.changed"])
    assert run(["facts", "import", file(tmp_path, FACTS + row.format("", ","))]) == 0
    assert "  left: Thượng Trạch hotline" in capsys.readouterr().out


def test_facts_are_signed_for_one_commune(engine: sa.Engine, tmp_path: Path, capsys: Said) -> None:
    with engine.begin() as db:
        builders.commune(db)
    run(["facts", "import", file(tmp_path, FACTS + "thuong-trach,hotline,0232.111.222,xã,,\n")])
    capsys.readouterr()
    sign = ["facts", "sign", "--commune", "thượng trạch", "--by", "Hạnh"]
    assert run([*sign, "--key", "hours"]) == 1
    assert capsys.readouterr().err == "Thượng Trạch has not told 'hours'\n"
    assert run(sign) == 0
    assert capsys.readouterr().out == "Thượng Trạch hotline: signed by Hạnh\n"
    assert run(sign) == 1
    assert capsys.readouterr().err == "Thượng Trạch has no unsigned facts\n"


def test_a_closed_day_is_taken_away(engine: sa.Engine, tmp_path: Path, capsys: Said) -> None:
    with engine.begin() as db:
        db.execute(communes.insert().values(code="x", name="Xã X", sample=False))
    run(["closed-days", "import", file(tmp_path, "commune,date,reason\nx,2026-12-02,flood\n")])
    remove = ["closed-days", "remove", "--commune", "x", "--date", "2026-12-02"]
    assert run(remove) == 0
    capsys.readouterr()
    assert run(remove) == 1
    assert capsys.readouterr().err == "2026-12-02 is no closed day of Xã X\n"


@pytest.mark.parametrize("command", ["places", "facts", "closed-days"])
def test_the_columns_stand_in_the_help(capsys: Said, command: str) -> None:
    assert run([command, "import", "--help"]) == 0
    said = capsys.readouterr().out
    assert "\n    Xã (commune): code or name of a commune that was added\n" in said


def test_a_column_is_known_by_all_its_names() -> None:
    column = Column("day", "Ngày", ("date",), "when")
    assert [column.is_called(name) for name in ("NGAY", " Ngày ", "Date", "days")] == [
        True,
        True,
        True,
        False,
    ]
