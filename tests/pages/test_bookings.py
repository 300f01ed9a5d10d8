"""A booking on the desk in a real browser: made for somebody without a phone, changed, moved; pairs looked at."""

from playwright.sync_api import Page, expect

from tests.conversation.talk import book
from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service


def test_somebody_without_a_phone_is_booked_and_what_she_needs_is_noted(page: Page) -> None:
    log_in(page)
    page.get_by_role("link", name="Trung tâm xã Thượng Trạch").first.click()
    page.get_by_role("link", name="Đặt chỗ giúp").click()
    no_sideways_scroll(page)
    first = page.get_by_role("listitem").first
    first.get_by_label("Họ và tên").fill("Hồ Thị Già")
    first.get_by_label("Năm sinh").fill("19")
    page.get_by_role("button", name="Đặt chỗ").click()
    expect(page.get_by_role("alert")).to_have_text("Năm sinh gồm bốn chữ số, hoặc để trống.")
    shot(page, "walk-in-refused")
    first.get_by_label("Năm sinh").fill("1944")
    first.get_by_label("xe lăn hoặc đến nhà").check()
    first.get_by_label("Quan hệ").select_option("hàng xóm")
    page.get_by_role("button", name="Đặt chỗ").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đặt chỗ, mã")
    expect(page.get_by_label("xe lăn hoặc đến nhà").first).to_be_checked()
    page.get_by_text("Thêm người", exact=True).click()
    page.get_by_text("Chuyển sang buổi khác", exact=True).click()
    shot(page, "booking")
    no_sideways_scroll(page)
    page.get_by_role("link", name="Danh sách").click()
    row = page.get_by_role("row").filter(has_text="Hồ Thị Già")
    expect(row).to_contain_text("hàng xóm")
    expect(row).to_contain_text("xe lăn hoặc đến nhà")
    shot(page, "list-with-needs")
    no_sideways_scroll(page)


def test_on_a_small_phone_a_booking_and_a_pair_can_be_seen(service: Service, narrow_page: Page) -> None:
    book(service, names="Ho Thi Mai 1954, Ho Van Doan 1979", who=PROXY)
    book(service, opening=2, names="HO MAI 1954", who=RESIDENT)
    log_in(narrow_page)
    narrow_page.get_by_role("link", name="Có thể trùng người").click()
    shot(narrow_page, "same-persons-narrow")
    no_sideways_scroll(narrow_page)
    narrow_page.get_by_role("button", name="Cùng một người").click()
    expect(narrow_page.get_by_role("status")).to_have_text("Đã ghi: cùng một người.")
    narrow_page.get_by_role("listitem").get_by_role("link").first.click()
    narrow_page.get_by_text("Chuyển sang buổi khác", exact=True).click()
    shot(narrow_page, "booking-narrow")
    no_sideways_scroll(narrow_page)
    narrow_page.get_by_label("Ho Van Doan").uncheck()
    narrow_page.get_by_role("button", name="Chuyển", exact=True).click()
    expect(narrow_page.get_by_role("status").first).to_contain_text("Đã chuyển, mã")
    expect(narrow_page.get_by_role("heading", name="Ho Thi Mai")).to_be_visible()
    expect(narrow_page.get_by_role("heading", name="Ho Van Doan")).to_have_count(0)
