"""A small file may ask for all the memory of a small computer: it is refused before it is read."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from helpdesk.spreadsheets.extent import MAX_CELLS, MAX_UNPACKED, too_far
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.spreadsheets.grid import read_grid


def workbook(*cells: tuple[int, int]) -> bytes:
    """A sheet with a word in each of these cells, rows and columns counted from 1."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for row, column in cells:
        sheet.write(row - 1, column - 1, "x")
    book.close()
    return out.getvalue()


def test_a_word_in_the_last_corner_of_a_sheet_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "villages.xlsx"
    file.write_bytes(workbook((1, 1), (1_048_576, 16_384)))
    with pytest.raises(TableFaults) as refused:
        read_grid(file)
    assert [str(fault) for fault in refused.value.faults] == [
        "the sheet has 1048576 rows and 16384 columns: delete what stands far outside the table"
    ]


def test_up_to_the_limit_a_sheet_is_read() -> None:
    assert too_far(workbook((1, 1), (10_000, MAX_CELLS // 10_000))) is None
    assert too_far(workbook((1, 1), (10_001, MAX_CELLS // 10_000))) is not None


def test_an_archive_that_swells_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(MAX_UNPACKED // 1_000_000 + 1):
            part.write(bytes(1_000_000))
    assert len(out.getvalue()) < 1_000_000
    assert too_far(out.getvalue()) == "unpacked, the file is larger than 200 MB"


def test_what_is_no_archive_is_left_to_its_reader() -> None:
    assert too_far(b"PK\x03\x04 broken") is None
