"""How much memory a workbook would take: its reader lays out every cell up to the farthest one, empty or not."""

import io
import re
import zipfile

MAX_CELLS = 2_000_000
"""Of a sheet, up to its last row and column: about 150 MB while it is read. Ten thousand rows of 200 columns."""

MAX_UNPACKED = 200_000_000
"""Bytes of all parts together."""

# ECMA-376 part 1, 18.3.1.4: a cell says where it stands; one that does not follows the one before.
_PLACE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def too_far(content: bytes) -> str | None:
    """Why an XLSX file is not to be read; None for one that may be, and for what is no archive at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                return f"unpacked, the file is larger than {MAX_UNPACKED // 1_000_000} MB"
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            return next(filter(None, (_too_far(archive.read(sheet)) for sheet in sheets)), None)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError):
        return None  # what reads it says what is wrong with it


def _too_far(sheet: bytes) -> str | None:
    rows = columns = 0
    for letters, digits in _PLACE.findall(sheet):
        rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    if rows * columns <= MAX_CELLS:
        return None
    return f"the sheet has {rows} rows and {columns} columns: delete what stands far outside the table"


def _column(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    at = 0
    for letter in letters:
        at = at * 26 + letter - ord("A") + 1
    return at
