"""A day that changes in a real browser: decided, undone, and the roll of who knows, wide and on a small phone."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.conversation.talk import book
from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.builders import PROXY
from tests.support.service import Service


def decide(page: Page, opening_id: int) -> None:
    page.goto(f"/desk/openings/{opening_id}")
    page.get_by_role("link", name="Hoãn, hủy buổi").click()
    expect(page.get_by_role("heading", level=2, name="Nếu hoãn hoặc hủy")).to_be_visible()


def test_a_day_is_called_off_undone_and_put_off(page: Page, service: Service) -> None:
    booked = book(service, names="Ho Thi Mai 1954, Ho Van Doan 1950")
    book(service, names="Ho Van Bay 1961", who=PROXY)
    page.set_viewport_size({"width": 1280, "height": 900})
    log_in(page)
    decide(page, booked.opening.id)
    shot(page, "day-change")
    no_sideways_scroll(page)
    page.get_by_label("mưa lũ").check()
    page.get_by_label("Hủy buổi này, hỏi bà con chọn buổi khác").check()
    page.get_by_role("button", name="Quyết định").click()
    expect(page.get_by_role("status")).to_contain_text("trước đó còn có thể hoàn tác")
    shot(page, "day-change-held")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("status")).to_have_text("Đã hoàn tác, mọi thứ như cũ.")
    page.get_by_label("sạt lở đường").check()
    page.get_by_label("Hủy buổi này, hỏi bà con chọn buổi khác").check()
    page.get_by_role("button", name="Quyết định").press("Enter")
    service.clock.advance(timedelta(minutes=10))
    service.sweep("change_days")
    service.sweep("send")
    page.reload()
    expect(page.get_by_role("note")).to_contain_text("BUỔI NÀY ĐÃ HỦY do sạt lở đường")
    expect(page.get_by_role("listitem").filter(has_text="chưa chọn buổi khác")).to_have_count(2)
    shot(page, "day-change-roll")
    no_sideways_scroll(page)
    page.goto(f"/desk/openings/{booked.opening.id}")
    shot(page, "day-change-list")
    page.goto("/desk")
    expect(page.get_by_role("heading", name="Đã hoãn, đã hủy")).to_be_visible()
    shot(page, "day-change-openings")


def test_a_small_phone_has_room_for_it(narrow_page: Page, service: Service) -> None:
    booked = book(service, names="Ho Thi Mai 1954, Ho Van Doan 1950")
    log_in(narrow_page)
    decide(narrow_page, booked.opening.id)
    shot(narrow_page, "day-change-narrow")
    no_sideways_scroll(narrow_page)
    narrow_page.get_by_label("mưa lũ").check()
    narrow_page.get_by_label("Hủy buổi này, hỏi bà con chọn buổi khác").check()
    narrow_page.get_by_role("button", name="Quyết định").click()
    service.clock.advance(timedelta(minutes=10))
    service.sweep("change_days")
    narrow_page.reload()
    expect(narrow_page.get_by_role("note")).to_contain_text("BUỔI NÀY ĐÃ HỦY")
    shot(narrow_page, "day-change-roll-narrow")
    no_sideways_scroll(narrow_page)
