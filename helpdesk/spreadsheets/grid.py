"""The cells of a file, row by row as a spreadsheet shows them, whatever program wrote it."""

import codecs
import csv
import io
from collections.abc import Sequence
from pathlib import Path

import python_calamine

from helpdesk.spreadsheets.cells import Cell
from helpdesk.spreadsheets.extent import too_far
from helpdesk.spreadsheets.faults import Fault, TableFaults

Rows = list[Sequence[Cell]]

MAX_BYTES = 10_000_000
"""More than a province's openings of ten years; a larger file is another one."""

_ZIP = b"PK\x03\x04"  # an XLSX file is a zip archive
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # XLS, and XLSX under a password
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# In the order of who wins where a header has one cell only.
_DELIMITERS = (",", ";", "\t")


def read_grid(path: Path) -> Rows:
    """Every row of a CSV file or of the first sheet of an XLSX file. Which of the two it is, its content says.

    Raises TableFaults where it cannot be read.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(f"the file is larger than {MAX_BYTES // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise _refused(f"cannot be read: {error.strerror}") from error
    if content.startswith(_OLD_OFFICE):
        raise _refused("neither CSV nor XLSX: save it as 'Excel Workbook (.xlsx)', without a password")
    if content.startswith(_ZIP):
        return _xlsx(content)
    try:
        return _csv(content)
    except UnicodeDecodeError:
        if path.suffix.lower() == ".xlsx":
            raise _refused("not an XLSX file that can be read: it is damaged, or something else") from None
        raise _refused("not UTF-8: in Excel, save it as 'CSV UTF-8' or as XLSX") from None


def _refused(why: str) -> TableFaults:
    return TableFaults([Fault(0, "", why)])


def _xlsx(content: bytes) -> Rows:
    why = too_far(content)
    if why:
        raise _refused(why)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        # Empty rows and columns in front count: rows have the numbers that Excel shows.
        return list(book.get_sheet_by_index(0).to_python(skip_empty_area=False))
    except (python_calamine.CalamineError, IndexError) as error:
        raise _refused(f"not a workbook that can be read: {str(error).splitlines()[0]}") from error


def _csv(content: bytes) -> Rows:
    text = content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    first, _, rest = text.partition("\n")
    if (
        first.lower().startswith("sep=") and len(first.strip()) == 5
    ):  # Excel's own hint, which it does not show
        return _records(rest, first[4])
    return _records(text, max(_DELIMITERS, key=lambda delimiter: _cells_of_header(text, delimiter)))


def _cells_of_header(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return next((len(row) for row in reader if any(map(str.strip, row))), 0)
    except csv.Error:
        return 0


def _records(text: str, delimiter: str) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        raise TableFaults([Fault(len(rows) + 1, "", f"not CSV: {error}")]) from error
    return rows
