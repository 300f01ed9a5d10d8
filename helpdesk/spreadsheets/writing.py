"""Rows written under a header, as CSV or XLSX, so that Excel shows every cell as it is and runs none."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.formulas import guarded, marked

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the code page of the machine."""

SEPARATOR = "|"

Row = Mapping[str, Any]


def as_csv(columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """The table as CSV with a byte order mark, to be written as UTF-8 without changing line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.header for column in columns])
    for row in rows:
        writer.writerow([guarded(_told(row.get(column.key))) for column in columns])
    return BYTE_ORDER_MARK + out.getvalue()


def as_xlsx(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """The table as a workbook of one sheet, its header frozen, every cell a text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    # "@": Excel keeps what is typed into the cell as text, leading zeros and all.
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    widths = [len(column.header) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.header, bold)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            words = _told(row.get(column.key))
            widths[place] = max(widths[place], len(words))
            sheet.write_string(number, place, marked(words), text)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width, 60) + 2, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _told(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case date():
            return value.isoformat()
        case tuple() | list():
            return SEPARATOR.join(value)
        case _:
            return str(value)
