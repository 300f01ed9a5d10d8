"""Planning visits and office hours in a real browser: changed and published, wide and on a small phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in


def test_visits_are_changed_and_opened(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    log_in(page)
    page.get_by_role("link", name="Lên lịch đi bản").click()
    rows = page.get_by_role("listitem").filter(has_text="Bản")
    expect(rows).to_have_count(3)
    shot(page, "planning")
    no_sideways_scroll(page)
    first = rows.first
    first.get_by_label("Số người").fill("0")
    page.get_by_role("button", name="Mở đặt chỗ các buổi đã đánh dấu").click()
    expect(page.get_by_role("alert")).to_have_text("Số người từ 1 đến 500.")
    shot(page, "planning-refused")
    rows.first.get_by_label("Số người").fill("28")
    rows.first.get_by_label("Có bộ sinh trắc").check()
    rows.nth(1).get_by_label("Mở buổi này").uncheck()
    page.get_by_role("button", name="Mở đặt chỗ các buổi đã đánh dấu").click()
    expect(page.get_by_role("status")).to_have_text("Đã mở 1 buổi để bà con đặt chỗ.")
    expect(page.get_by_role("row").filter(has_text="0/28")).to_contain_text("Làm được mức 2")


def test_hours_are_ticked_and_a_day_is_closed(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    log_in(page)
    page.get_by_role("link", name="Giờ mở cửa, ngày nghỉ").click()
    for weekday in ("Thứ ba", "Thứ năm"):
        page.get_by_label(weekday).check()
    page.get_by_label("Từ", exact=True).fill("07:30")
    page.get_by_label("Đến", exact=True).fill("11:30")
    page.get_by_label("Số người").fill("20")
    page.get_by_label("cập nhật thông tin căn cước").check()
    page.get_by_role("button", name="Lưu giờ").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu. Lịch 8 tuần tới: thêm ")
    page.get_by_label("Ngày", exact=True).fill("2026-12-08")
    page.get_by_label("Lý do").fill("lễ hội")
    page.get_by_role("button", name="Lưu ngày").click()
    expect(page.get_by_role("status")).to_contain_text("bỏ 1.")
    shot(page, "hours")
    no_sideways_scroll(page)


@pytest.mark.parametrize(
    ("link", "name"), [("Lên lịch đi bản", "planning"), ("Giờ mở cửa, ngày nghỉ", "hours")]
)
def test_a_small_phone_has_room_for_it(narrow_page: Page, link: str, name: str) -> None:
    log_in(narrow_page)
    no_sideways_scroll(narrow_page)
    narrow_page.get_by_role("link", name=link).click()
    expect(narrow_page.get_by_role("heading", level=1, name=link)).to_be_visible()
    shot(narrow_page, f"{name}-narrow")
    no_sideways_scroll(narrow_page)
