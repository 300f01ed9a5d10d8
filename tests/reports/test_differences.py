"""helpdesk/reports/differences.py."""

from dataclasses import replace

from helpdesk.reports.differences import ADDED, CHANGED, REMOVED, difference, told
from tests.support import lists

BEFORE = lists.rows(lists.FAMILY, lists.ALONE)
MAI, DOAN, CUC = BEFORE


def test_versions_that_are_alike_differ_in_nothing() -> None:
    found = difference(BEFORE, BEFORE, since=1)
    assert (found.added, found.removed, found.changed, told(found)) == ((), (), (), ())
    assert [found.mark(row) for row in BEFORE] == ["", "", ""]


def test_each_person_is_marked_for_what_became_of_her() -> None:
    renamed = replace(DOAN, name="Hồ Văn Đoan")
    late = replace(CUC, booking=3, person=4, code="60001", name="Hồ Văn Lình", birth_year=1990)
    found = difference(BEFORE, (MAI, renamed, late), since=4)
    assert found.since == 4
    assert [found.mark(row) for row in (MAI, renamed, late, CUC)] == ["", CHANGED, ADDED, REMOVED]
    assert told(found) == (
        "Thêm: 60001 Hồ Văn Lình 1990, không có điện thoại, chưa báo",
        "Bỏ: 55512 Y Cúc, không có điện thoại, chưa báo",
        "Đổi: 40725 Hồ Văn Đoan 1979, 0912345601, chưa báo;"
        " trước là 40725 Hồ Văn Đoàn 1979, 0912345601, chưa báo",
    )


def test_a_person_booked_anew_is_gone_and_new() -> None:
    again = replace(CUC, booking=9, code="70007")
    found = difference([CUC], [again], since=1)
    assert (found.added, found.removed, found.changed) == ((again,), (CUC,), ())


def test_from_nobody_and_to_nobody() -> None:
    assert difference((), BEFORE, since=1).added == BEFORE
    assert difference(BEFORE, (), since=1).removed == BEFORE
