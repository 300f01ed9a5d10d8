"""helpdesk/reports/formats/as_csv.py."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from helpdesk.reports.formats.as_csv import HEADER, render
from tests.support import lists


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_there_is_a_row_for_each_person_with_all_that_tells_the_list() -> None:
    listing = lists.listing(lists.rows(lists.FAMILY, lists.ALONE, coming="55512"), version=2)
    same = [
        "bản Cà Roòng 1",
        "2026-12-02",
        "7h30-11h",
        "2",
        "2026-12-01 15:30",
        "",
        "",
        "định danh mức 2",
        "",
        "",
        "",
        "",
    ]
    assert _cells(render([listing])) == [
        list(HEADER),
        ["1", "40725", "Hồ Thị Mai", "1954", "0912 345 601", "chưa báo", *same],
        ["2", "40725", "Hồ Văn Đoàn", "1979", "0912 345 601", "chưa báo", *same],
        ["3", "55512", "Y Cúc", "", "", "sẽ đến", *same],
    ]


def test_several_lists_share_one_header() -> None:
    cells = _cells(render([lists.listing(lists.rows(lists.FAMILY)), lists.listing(lists.rows(lists.ALONE))]))
    assert [row[0] for row in cells] == ["STT", "1", "2", "1"]


def test_a_spreadsheet_knows_that_it_is_utf_8() -> None:
    text = render([])
    assert text.encode() == b"\xef\xbb\xbf" + ",".join(HEADER).encode() + b"\r\n"


@pytest.mark.parametrize(
    "name", ["=1+1", "+84", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x","y")']
)
def test_no_cell_is_a_formula(name: str) -> None:
    (_, row) = _cells(render([lists.listing(lists.rows(("40725", "+85620555555", [(name, 1985)])))]))
    assert row[2] == f"'{name}"
    assert row[4] == "'+85620555555"


@pytest.mark.parametrize("name", ["Hồ Văn A", "K-Ai", "1+1", "'x"])
def test_what_is_no_formula_stays_as_it_is(name: str) -> None:
    (_, row) = _cells(render([lists.listing(lists.rows(("40725", None, [(name, 1985)])))]))
    assert row[2] == name


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    (_, row) = _cells(render([lists.listing(lists.rows(("40725", None, [('Hồ, "A"\nB', 1985)])))]))
    assert row[2] == 'Hồ, "A"\nB'


def test_number_arrival_service_needs_and_relation_have_columns_of_their_own() -> None:
    header, *cells = _cells(render([lists.listing(lists.helped())]))
    assert header[-7:-2] == ["Số", "Giờ đến", "Việc", "Cần giúp", "Quan hệ"]
    card = "mức 2 kèm làm hoặc đổi thẻ căn cước"
    assert [row[-7:-2] for row in cells] == [
        ["12", "8h30-10h", card, "", ""],
        ["13", "8h30-10h", card, "mượn máy kích hoạt; giúp đọc, viết", "hàng xóm"],
    ]


def test_what_came_of_whom_stands_beside_her() -> None:
    listing = lists.listing(lists.rows(lists.FAMILY))
    first = listing.rows[0]
    outcomes = {(first.booking, first.person): ("đã làm mức 2", date(2026, 12, 7))}
    header, *cells = _cells(render([replace(listing, outcomes=outcomes)]))
    assert [row[-2:] for row in (header, *cells)] == [
        ["Kết quả", "Hạn có kết quả"],
        ["đã làm mức 2", "2026-12-07"],
        ["", ""],
    ]
