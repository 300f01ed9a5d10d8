"""helpdesk/reports/formats/as_html.py."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from helpdesk.places.tables import PlaceKind
from helpdesk.reports.formats.as_html import STYLE_SOURCE, render
from tests.support import lists


class _Cells(HTMLParser):
    """The table cells of a page, row by row, as texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


def test_the_sheet_has_a_line_to_sign_for_each_person_and_repeats_its_version() -> None:
    page = render([lists.listing(lists.rows(lists.FAMILY, lists.ALONE, coming="55512"), version=2)])
    assert _Cells(page).rows == [
        ["Phiên bản 2, lập lúc 15h30 ngày 1/12/2026 cho bản Cà Roòng 1, thứ tư 2/12/2026"],
        ["STT", "Số", "Mã, giờ đến", "Họ và tên", "Năm sinh", "Điện thoại", "Báo", "Đến", "Xong", "Ký tên"],
        ["1", "", "40725", "Hồ Thị Mai", "1954", "0912345601", "chưa báo", "", "", ""],
        ["2", "", "Hồ Văn Đoàn", "1979", "", "", ""],
        ["3", "", "55512", "Y Cúc", "", "", "sẽ đến", "", "", ""],
    ]
    assert "3 người, 2 lượt đặt, 1 người báo sẽ đến, 30 chỗ." in page


def test_an_empty_list_is_information_too() -> None:
    page = render([lists.listing()])
    assert _Cells(page).rows[2:] == [["Chưa có ai đặt chỗ."]]


def test_level_2_is_promised_only_where_it_can_be_done() -> None:
    assert "Làm được mức 2." in render([lists.listing()])
    page = render([lists.listing(of=lists.opening(finishes=False))])
    assert "Chưa làm được mức 2, chỉ hướng dẫn." in page
    assert "Làm được mức 2." not in page


def test_a_name_is_text_and_never_markup() -> None:
    hostile = "<script>alert(1)</script>\"'&"
    page = render(
        [
            lists.listing(
                lists.rows(("40725", hostile, [(hostile, 1985)])),
                of=lists.opening(name=hostile, commune=hostile),
            )
        ]
    )
    assert "<script" not in page
    assert _Cells(page).rows[2][3:6] == [hostile, "1985", hostile]


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    page = render([lists.listing(lists.rows(lists.FAMILY))])
    assert re.findall(r"(?:src|href|action)=|url\(|@import|<script|<link|style=", page) == []


def test_a_policy_can_allow_exactly_its_style() -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", render([lists.listing()]), flags=re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == STYLE_SOURCE


def test_each_list_is_a_sheet_of_one_document() -> None:
    centre = lists.opening(name="Dân Hóa", kind=PlaceKind.CENTRE, commune="Dân Hóa")
    page = render([lists.listing(), lists.listing(of=centre)])
    assert re.findall(r"<h1>(.*?)</h1>", page) == [
        "Danh sách đặt chỗ: bản Cà Roòng 1",
        "Danh sách đặt chỗ: Trung tâm xã Dân Hóa",
    ]
    assert page.count("<!doctype html>") == page.count("</html>") == 1


def test_a_day_without_openings_says_so() -> None:
    assert "Hôm đó không có buổi nào." in render([])


def test_the_sheet_says_who_needs_what_and_when_they_come() -> None:
    mother, neighbour = _Cells(render([lists.listing(lists.helped())])).rows[2:]
    card = "mức 2 kèm làm hoặc đổi thẻ căn cước"
    assert mother[1:4] == ["12", "40725đến 8h30-10h", f"Hồ Thị Mai{card}"]
    assert neighbour[1:3] == ["13", f"Hồ Văn Đoàn (hàng xóm){card}cần mượn máy kích hoạt; giúp đọc, viết"]
