"""A list as the officer gets it by e-mail: told in the text, attached to print and for a spreadsheet."""

from collections.abc import Iterator

from helpdesk.channels.contract import Attachment
from helpdesk.reports.differences import Difference, told
from helpdesk.reports.files import list_name
from helpdesk.reports.formats import as_csv, as_html, as_text
from helpdesk.reports.opening_list import OpeningList, day, hours, place_name


def subject(listing: OpeningList, found: Difference | None) -> str:
    """E.g. "Danh sách bản Cà Roòng 1, thứ tư 2/12/2026, 7h30-11h (phiên bản 1)"."""
    opening = listing.opening
    name = "Danh sách" if found is None else "Sửa danh sách"
    if listing.called_off:
        name = f"{listing.called_off}: danh sách"
    return f"{name} {place_name(opening)}, {day(opening)}, {hours(opening)} (phiên bản {listing.version})"


def body(listing: OpeningList, found: Difference | None) -> str:
    """The text of the mail: what changed since the version before, then the whole list."""
    return "\n".join((*_changes(found), as_text.render([listing]), *_ending()))


def attachments(listing: OpeningList, found: Difference | None) -> tuple[Attachment, ...]:
    """The list as CSV and as a page to print, with the changes marked, called as in the folder of finished lists."""
    name = list_name(listing)
    return (
        Attachment(f"{name}.html", "text/html", as_html.render([listing], found).encode()),
        Attachment(f"{name}.csv", "text/csv", as_csv.render([listing], found).encode()),
    )


def _changes(found: Difference | None) -> Iterator[str]:
    if found is None:
        return
    lines = told(found)
    yield f"Thay đổi so với phiên bản {found.since}:" if lines else f"Như phiên bản {found.since}."
    yield from (f"  {line}" for line in lines)
    yield ""


def _ending() -> Iterator[str]:
    yield "Kèm theo: trang để in (.html) và bảng tính (.csv)."
    yield "Thư có thông tin cá nhân: không chuyển tiếp, dùng xong thì xóa. Thư tự động, không cần trả lời."
