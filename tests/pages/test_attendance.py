"""Check-in in a real browser: with a thumb on a small phone, with the keyboard at a desk, and on paper."""

from playwright.sync_api import Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.service import Service
from tests.web.desk.days.test_attendance import booked, outcomes, people

THUMB = 44
"""Pixels that a target has at least (WCAG 2.2, 2.5.5)."""


def test_who_comes_is_checked_in_with_a_thumb_or_with_the_keyboard(
    page: Page, narrow_page: Page, service: Service
) -> None:
    opening_id = booked(service)
    code = people(service, opening_id)[2].code
    log_in(page)
    page.goto(f"/desk/openings/{opening_id}/attendance")
    page.get_by_label("Gõ mã, cả nhóm đã đến").fill(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã đến: Hồ Văn 0.")
    no_sideways_scroll(page)
    shot(page, "attendance")
    narrow_page.goto(f"/desk/openings/{opening_id}/attendance")
    came = narrow_page.get_by_role("button", name="Đã đến Hồ Văn 1")
    box = came.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= THUMB
    came.click()
    narrow_page.get_by_role("button", name="Đã làm mức 2 Hồ Văn 1").click()
    narrow_page.get_by_text("Đến mà chưa làm được Hồ Văn 0").first.click()
    narrow_page.get_by_role("button", name="Máy hỏng Hồ Văn 0").first.click()
    expect(narrow_page.get_by_text("chưa làm được: máy hỏng")).to_be_visible()
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "attendance_on_a_small_phone")
    assert outcomes(service, opening_id) == ["sent_away", "taken", "came"]
    narrow_page.goto("/desk/attendance")
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "who_came_on_a_small_phone")
    page.goto("/desk/attendance")
    no_sideways_scroll(page)
    shot(page, "who_came")
    page.goto(f"/desk/openings/{opening_id}/attendance")
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    shot(page, "attendance_on_paper")
