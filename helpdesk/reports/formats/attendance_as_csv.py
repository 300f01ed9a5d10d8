"""How many came to each opening, as CSV that a spreadsheet opens as it is: one row for each opening, no names."""

import csv
import io
from collections.abc import Sequence

from helpdesk.booking.attending.attendance_figures import Figures
from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.attending.outcome_words import REASONS
from helpdesk.reports.formats.as_csv import BYTE_ORDER_MARK
from helpdesk.reports.opening_list import hours, place_name
from helpdesk.spreadsheets.formulas import guarded

HEADER = (
    "Ngày",
    "Nơi",
    "Xã",
    "Giờ",
    "Đã đặt",
    "Đã đến",
    "Không đến",
    "Làm mức 2",
    "Đã kích hoạt",
    "Chưa làm được",
    *(f"Vì {words}" for words, _english in REASONS.values()),
    "Chưa ghi",
)


def render(found: Sequence[Figures]) -> str:
    """The table, header row first, to be written as UTF-8 without changing line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for one in found:
        opening = one.opening
        cells = (opening.day.isoformat(), place_name(opening), opening.commune, hours(opening))
        counts = (
            one.booked,
            one.came,
            one.of(Outcome.ABSENT),
            one.level2,
            one.of(Outcome.ACTIVATED),
            one.of(Outcome.SENT_AWAY),
            *(one.reasons.get(reason, 0) for reason in Reason),
            one.not_marked,
        )
        writer.writerow([*map(guarded, cells), *counts])
    return BYTE_ORDER_MARK + out.getvalue()
