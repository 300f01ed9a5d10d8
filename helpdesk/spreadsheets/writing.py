"""Rows written under a header, as CSV or XLSX, so that Excel shows every cell as it is and runs none."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

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


def as_xlsx(
    columns: Sequence[Column], rows: Iterable[Row], *, to_fill: str | None = None, hint: str | None = None
) -> bytes:
    """The table as a workbook of one sheet, its header frozen, every cell a text.

    With `to_fill`, the key of a column, all other cells are locked (without a password: against slips, not against
    people), and a cell of it shows what the row has under the key `hint` when it is entered.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    # "@": Excel keeps what is typed into the cell as text, leading zeros and all.
    look = {"num_format": "@", "text_wrap": True, "valign": "top"}
    text = book.add_format(look)
    open_text = book.add_format(
        {**look, "locked": False, "bg_color": "#FFF9DB", "border": 1, "border_color": "#CCCCCC"}
    )
    widths = [len(column.header) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.header, bold)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            words = _told(row.get(column.key))
            widths[place] = max(widths[place], len(words))
            sheet.write_string(number, place, marked(words), open_text if column.key == to_fill else text)
            if column.key == to_fill and hint is not None:
                _show_on_entering(sheet, number, place, _told(row.get(hint)))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width, 60) + 2, text)
    sheet.freeze_panes(1, 0)
    if to_fill is not None:
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
    book.close()
    return out.getvalue()


def _show_on_entering(sheet: Worksheet, row: int, place: int, words: str) -> None:
    # Excel takes 255 characters.
    if words:
        sheet.data_validation(row, place, row, place, {"validate": "any", "input_message": words[:255]})


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
