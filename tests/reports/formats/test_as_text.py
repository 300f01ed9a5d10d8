"""helpdesk/reports/formats/as_text.py."""

from helpdesk.reports.formats.as_text import render
from tests.support import lists


def test_a_list_reads_like_one() -> None:
    listing = lists.listing(lists.rows(lists.FAMILY, lists.ALONE, coming="55512"), version=2)
    assert render([listing]) == (
        "Danh sách bản Cà Roòng 1, xã Thượng Trạch\n"
        "thứ tư 2/12/2026, 7h30-11h, làm được mức 2\n"
        "phiên bản 2, lập lúc 15h30 ngày 1/12/2026: 3 người, 2 lượt đặt, 1 người báo sẽ đến\n"
        "\n"
        "  40725  0912345601  (chưa báo)\n"
        "      1. Hồ Thị Mai 1954\n"
        "      2. Hồ Văn Đoàn 1979\n"
        "  55512  không có điện thoại  (sẽ đến)\n"
        "      3. Y Cúc\n"
    )


def test_an_empty_list_says_so_and_promises_nothing() -> None:
    text = render([lists.listing(of=lists.opening(finishes=False))])
    assert text == (
        "Danh sách bản Cà Roòng 1, xã Thượng Trạch\n"
        "thứ tư 2/12/2026, 7h30-11h, chưa làm được mức 2, chỉ hướng dẫn\n"
        "phiên bản 1, lập lúc 15h30 ngày 1/12/2026: 0 người, 0 lượt đặt, 0 người báo sẽ đến\n"
        "\n"
        "  Chưa có ai đặt chỗ.\n"
    )


def test_several_lists_stand_one_below_the_other() -> None:
    one, other = lists.listing(), lists.listing(of=lists.opening(name="Tuộc"))
    assert render([one, other]) == render([one]) + "\n" + render([other])
    assert render([]) == ""


def test_number_arrival_service_and_needs_stand_beside_the_names() -> None:
    lines = render([lists.listing(lists.helped())]).splitlines()
    assert lines[4:] == [
        "  40725  0912345601  (chưa báo, đến 8h30-10h)",
        "      1. Hồ Thị Mai 1954  (số 12; mức 2 kèm làm hoặc đổi thẻ căn cước)",
        "      2. Hồ Văn Đoàn 1979  (số 13; mức 2 kèm làm hoặc đổi thẻ căn cước; hàng xóm;"
        " cần mượn máy kích hoạt; giúp đọc, viết)",
    ]
