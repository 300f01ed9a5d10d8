"""Lists as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, one row for each person."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain

from helpdesk.clock import local
from helpdesk.reports.differences import Difference
from helpdesk.reports.opening_list import (
    OpeningList,
    Row,
    arrival,
    hours,
    needs_told,
    place_name,
    relation_name,
    service_name,
    state_name,
)
from helpdesk.spreadsheets.formulas import guarded

HEADER = (
    "STT",
    "Mã",
    "Họ và tên",
    "Năm sinh",
    "Điện thoại",
    "Tình trạng",
    "Nơi",
    "Ngày",
    "Giờ",
    "Phiên bản",
    "Lập lúc",
    "Số",
    "Giờ đến",
    "Việc",
    "Cần giúp",
    "Quan hệ",
    "Kết quả",
    "Hạn có kết quả",
)

CALLED_OFF = "Buổi"
"""The header of one column more, where a day is called off or put off."""

DIFFERENCE = "Thay đổi"
"""The header of one column more, where a list is compared with an earlier version."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the code page of the machine."""


def render(lists: Sequence[OpeningList], found: Difference | None = None) -> str:
    """One table of all the lists, header row first, to be written as UTF-8 without changing line ends.

    With what was `found` to differ, for one list only: each row is marked, and who is gone stands below, unnumbered.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    off = any(listing.called_off for listing in lists)
    writer.writerow((*HEADER, *((CALLED_OFF,) if off else ()), *((DIFFERENCE,) if found else ())))
    for listing in lists:
        for cells in _rows(listing, found, off=off):
            writer.writerow([guarded(cell) for cell in cells])
    return BYTE_ORDER_MARK + out.getvalue()


def _rows(listing: OpeningList, found: Difference | None, *, off: bool) -> Iterator[tuple[str, ...]]:
    opening, made_at = listing.opening, local(listing.made_at)
    same = (
        place_name(opening),
        opening.day.isoformat(),
        hours(opening),
        str(listing.version or ""),
        f"{made_at:%Y-%m-%d %H:%M}",
    )
    gone = found.removed if found else ()
    come = {party.rows[0].booking: arrival(opening, party) for party in listing.parties}
    numbers = (str(number) for number in range(1, len(listing.rows) + 1))
    for number, row in chain(zip(numbers, listing.rows, strict=True), (("", row) for row in gone)):
        yield (
            number,
            row.code,
            row.name,
            str(row.birth_year or ""),
            _spaced(row.phone or ""),
            state_name(row),
            *same,
            str(row.number or ""),
            come.get(row.booking, ""),
            service_name(row),
            needs_told(row),
            relation_name(row),
            *_outcome(listing, row),
            *((listing.called_off,) if off else ()),
            *((found.mark(row),) if found else ()),
        )


def _outcome(listing: OpeningList, row: Row) -> tuple[str, str]:
    words, result_by = listing.outcomes.get((row.booking, row.person), ("", None))
    return words, result_by.isoformat() if result_by else ""


def _spaced(phone: str) -> str:
    """The phone as "0912 345 678": from a bare number a spreadsheet would drop the leading 0."""
    if len(phone) == 10 and phone.startswith("0") and phone.isdecimal():
        return f"{phone[:4]} {phone[4:7]} {phone[7:]}"
    return phone
