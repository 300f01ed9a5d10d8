"""helpdesk/spreadsheets: rows written and read again, and every fault by row and column."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from helpdesk.spreadsheets.cells import day, list_of_words, number, one_of, time_of_day, yes_no
from helpdesk.spreadsheets.columns import Column, described
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.spreadsheets.grid import MAX_BYTES
from helpdesk.spreadsheets.reading import Line, read_table
from helpdesk.spreadsheets.writing import as_csv, as_xlsx

COLUMNS = (
    Column("name", "Tên", ("name", "ten ban"), "what it is called"),
    Column("day", "Ngày", ("day",), "when", read=day),
    Column("count", "Số", ("count",), "how many", read=number, may_be_empty=True),
    Column("others", "Tên khác", ("aliases",), "separated by |", read=list_of_words, may_be_empty=True),
    Column("note", "Ghi chú", ("note",), "for people", only_written=True),
)


@dataclass(frozen=True)
class Row:
    name: str
    day: date
    count: int | None
    others: tuple[str, ...] | None


FIRST = Row("Cà Roòng 1", date(2026, 12, 2), 20, ("Ca Rong 1", "Ka Roong 1"))


def given(tmp_path: Path, content: str | bytes, *, encoding: str = "utf-8") -> Path:
    path = tmp_path / "table"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def read(tmp_path: Path, content: str | bytes, *, encoding: str = "utf-8") -> list[Line[Row]]:
    return read_table(given(tmp_path, content, encoding=encoding), COLUMNS, Row)


def faults(tmp_path: Path, content: str | bytes, *, encoding: str = "utf-8") -> list[str]:
    with pytest.raises(TableFaults) as refused:
        read(tmp_path, content, encoding=encoding)
    return str(refused.value).splitlines()


def workbook(rows: list[list[object]]) -> bytes:
    """A workbook as Excel would save it: numbers, dates and times are no texts."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(at, place, cell)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_as_vietnamese_excel_saves_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = ("Tên;Ngày;Số;Tên khác", "Cà Roòng 1;2/12/2026;20;Ca Rong 1|Ka Roong 1", "")
    text = "\r\n".join(lines).replace(";", delimiter)
    assert read(tmp_path, text, encoding=encoding) == [Line(2, FIRST)]


def test_a_hint_about_the_separator_is_no_row(tmp_path: Path) -> None:
    assert read(tmp_path, "sep=;\r\nname;day\r\nTuộc;2026-12-02\r\n")[0].row == 2


def test_headers_are_known_in_both_languages_in_any_order_however_they_are_written(tmp_path: Path) -> None:
    found = read(tmp_path, "ALIASES,so, Day ,ten\nCa Rong 1|Ka Roong 1| ,20,2026-12-02,Cà  Roòng\u00a01\n")
    assert found == [Line(2, FIRST)]


def test_cells_of_excel_are_read_by_what_they_are(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [],
        ["Tên", "Ngày", "Số", "Ghi chú"],
        [],
        [39, datetime(2026, 12, 2), 20, "x"],  # noqa: DTZ001
    ]
    found = read(tmp_path, workbook(rows))
    assert found == [Line(4, Row("39", date(2026, 12, 2), 20, None))]


def test_dates_of_excel_have_the_bounds_of_written_ones(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Tên", "Ngày"], ["Tuộc", datetime(9999, 12, 31)]]  # noqa: DTZ001
    assert faults(tmp_path, workbook(rows)) == ["row 2, column 'Ngày': 9999-12-31 is not of this century"]


def test_names_are_composed_and_trimmed(tmp_path: Path) -> None:
    decomposed = "Ca\u0300 Roo\u0300ng 1"
    assert read(tmp_path, f"name,day\n  {decomposed} ,2026-12-02\n")[0].value.name == "Cà Roòng 1"


def test_all_faults_are_told_at_once_by_row_and_column(tmp_path: Path) -> None:
    text = "Tên,Ngày,Số\nTuộc,30/2/2026,20\n,2026-12-02,hai\nNịu,mai,-1,thừa\nA Ky,2/12/1926,1\n"
    assert faults(tmp_path, text) == [
        "row 2, column 'Ngày': there is no day 30/2/2026",
        "row 3, column 'Số': 'hai' is not a whole number",
        "row 3, column 'Tên': this cell is empty",
        "row 4: a value stands beside the columns: thừa",
        "row 4, column 'Ngày': 'mai' is not a date; write 2026-12-02 or 2/12/2026",
        "row 4, column 'Số': '-1' is not a whole number",
        "row 5, column 'Ngày': 2/12/1926 is not of this century",
    ]


def test_headers_that_are_unknown_doubled_or_missing_are_told(tmp_path: Path) -> None:
    columns = "the columns are Tên, Ngày, Số, Tên khác, Ghi chú"
    assert faults(tmp_path, "Tên,name,Giờ\nTuộc,Tuộc,7h\n") == [
        f"row 1, column 'Giờ': there is no such column; {columns}",
        "row 1, column 'Ngày': this column is missing",
        "row 1, column 'name': this column stands there twice",
    ]
    assert faults(tmp_path, " \n\n") == [f"there is no header; {columns}"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("Tên,Ngày\nTuộc,x".encode("cp1258", "replace"), "not UTF-8: in Excel, save it as 'CSV UTF-8' or as XLSX"),
        (b"\xd0\xcf\x11\xe0 old", "neither CSV nor XLSX: save it as 'Excel Workbook (.xlsx)', without a password"),
        (b"PK\x03\x04 broken", "not a workbook that can be read: "),
        (b'name,day\nTu,2026-12-02\n"open', "row 3: not CSV: unexpected end of data"),
        (b"x" * (MAX_BYTES + 1), "the file is larger than 10 MB"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    (told,) = faults(tmp_path, content)
    assert told.startswith(why)


def test_a_damaged_workbook_is_called_one_and_not_a_text_in_the_wrong_code(tmp_path: Path) -> None:
    path = tmp_path / "openings.xlsx"
    path.write_bytes(b"\xff\xfe\x01")
    with pytest.raises(TableFaults) as wrong:
        read_table(path, COLUMNS, Row)
    assert str(wrong.value) == "not an XLSX file that can be read: it is damaged, or something else"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableFaults, match="cannot be read: No such file or directory"):
        read_table(tmp_path / "none.csv", COLUMNS, Row)


FORMULAS = ["=1+1", "+84912345678", "-5", "@SUM(A1)", "'=already", "''+two", "'quoted'", "5-3", "a=b"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", FORMULAS)
def test_what_looks_like_a_formula_comes_back_as_the_text_it_is(tmp_path: Path, form: str, name: str) -> None:
    rows = [{"name": name, "day": date(2026, 12, 2), "count": 3, "others": ("=A", "B"), "note": "=x"}]
    written = as_csv(COLUMNS, rows) if form == "csv" else as_xlsx(COLUMNS, rows)
    assert read(tmp_path, written) == [Line(2, Row(name, date(2026, 12, 2), 3, ("=A", "B")))]


def test_no_cell_of_csv_begins_like_a_formula_and_none_of_excel_is_one() -> None:
    rows = [{"name": name, "day": date(2026, 12, 2)} for name in FORMULAS]
    cells = [line.partition(",")[0] for line in as_csv(COLUMNS, rows).splitlines()[1:]]
    assert cells == [
        "'=1+1",
        "'+84912345678",
        "'-5",
        "'@SUM(A1)",
        "''=already",
        "'''+two",
        "'quoted'",
        "5-3",
        "a=b",
    ]
    assert b"<f>" not in as_xlsx(COLUMNS, rows)


def test_csv_begins_with_what_makes_excel_read_utf_8() -> None:
    assert as_csv(COLUMNS, []) == "\ufeffTên,Ngày,Số,Tên khác,Ghi chú\r\n"


@pytest.mark.parametrize(("word", "means"), [("7:30", time(7, 30)), ("7h30", time(7, 30)), ("14h", time(14)), ("07:30:00", time(7, 30))])  # fmt: skip
def test_times_are_read_as_people_write_them(word: str, means: time) -> None:
    assert time_of_day(word) == means


@pytest.mark.parametrize("word", ["24:00", "7:61", "sáng", "7.5"])
def test_what_is_no_time_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        time_of_day(word)


def test_words_with_a_meaning_are_read_without_their_accents() -> None:
    kinds = one_of({"bản": "village", "trung tâm": "centre"})
    assert (kinds("BAN"), kinds("Trung Tâm"), yes_no("CO"), yes_no(False)) == (
        "village",
        "centre",
        True,
        False,
    )
    with pytest.raises(ValueError, match="'xã' is none of bản, trung tâm"):
        kinds("xã")


def test_a_date_that_excel_made_of_a_text_is_no_text(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, workbook([["Tên", "Ngày"], [datetime(2026, 2, 1), "2026-12-02"]]))  # noqa: DTZ001
    assert told.startswith("row 2, column 'Tên': Excel has made a date")


def test_the_columns_are_described_for_help() -> None:
    assert described(COLUMNS).splitlines()[2:4] == ["  Tên (name): what it is called", "  Ngày (day): when"]
    assert "  Ghi chú (note): for people; not read" in described(COLUMNS)
