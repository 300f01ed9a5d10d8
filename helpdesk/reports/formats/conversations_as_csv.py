"""What people do in conversations as CSV that a spreadsheet opens as it is: one figure to a row."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date

from helpdesk.messaging.states import Outcome
from helpdesk.reports.conversations import Figures
from helpdesk.reports.formats.as_csv import BYTE_ORDER_MARK
from helpdesk.spreadsheets.formulas import guarded

HEADER = ("Từ ngày", "Đến ngày", "Mục", "Bước", "Ngôn ngữ", "Chỉ số", "Giá trị")

OUTCOMES = {
    Outcome.ANSWERED: "tin trả lời câu đang hỏi",
    Outcome.UNDERSTOOD: "tin hiểu được chủ đề",
    Outcome.ASKED: "tin phải hỏi lại chủ đề nào",
    Outcome.NOT_UNDERSTOOD: "tin chưa hiểu",
    Outcome.LATE: "tin trả lời khi không còn câu hỏi",
    Outcome.PICTURE: "tin chỉ có ảnh",
    Outcome.FAULT: "tin gặp lỗi máy",
    Outcome.REST: "tin được báo máy tạm nghỉ",
    Outcome.SILENT: "tin không trả lời (máy tự nhắn hoặc quá nhiều)",
}
"""What came of a text, as officials read it."""

STEPS = {
    "asked": "lần hỏi",
    "asked_again": "lần hỏi lại",
    "told": "lần nói",
    "answered": "trả lời",
    "turned_away": "chuyển sang việc khác",
    "not_understood": "chưa hiểu",
    "expired": "không trả lời",
}
"""The figures of a step, as officials read them."""


def render(found: Figures, *, first: date, last: date, titles: Mapping[str, str]) -> str:
    """The figures of the days from `first` to `last`; `titles` of the flows. To be written as UTF-8 as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for cells in _rows(found, titles):
        writer.writerow([first.isoformat(), last.isoformat(), *(guarded(cell) for cell in cells)])
    return BYTE_ORDER_MARK + out.getvalue()


def _rows(found: Figures, titles: Mapping[str, str]) -> Iterator[tuple[str, str, str, str, str]]:
    for (outcome, language), number in sorted(found.turns.items(), key=str):
        name = OUTCOMES[Outcome(outcome)] if outcome else "tin chưa ghi kết quả"
        yield "", "", language, name, str(number)
    for language, number in sorted(found.wrong.items()):
        yield "", "", language, "tin cán bộ đánh dấu hiểu sai", str(number)
    yield "", "", "", "lượt đặt chỗ xong", str(found.booked)
    yield "", "", "", "tin của bà con khi đặt chỗ", str(found.texts_on_bookings)
    for name, spent in (
        ("mọi tin gửi bà con", found.spent),
        ("tin gửi khi đặt chỗ", found.spent_on_bookings),
    ):
        yield "", "", "", f"{name}: số đoạn tin", str(spent.segments)
        yield "", "", "", f"{name}: ước tính (đồng)", str(spent.vnd)
        for currency, cost in sorted(spent.named.items()):
            yield "", "", "", f"{name}: nhà mạng tính ({currency})", str(cost)
    for (flow, step, language), figures in sorted(found.steps.items()):
        for figure, name in STEPS.items():
            number = getattr(figures, figure)
            if number:
                yield titles.get(flow, flow), step, language, name, str(number)
