"""What the commune says of itself, in a real browser: written and signed by keyboard, and on a small phone."""

from playwright.sync_api import Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in

HOTLINE = "Số điện thoại trực của xã"


def test_a_fact_is_written_and_signed_with_the_keyboard(page: Page) -> None:
    log_in(page)
    page.get_by_role("link", name="Thông tin của xã").press("Enter")
    expect(page.get_by_role("heading", name="Thông tin của xã")).to_be_visible()
    shot(page, "facts-empty")
    page.get_by_role("link", name=f"Điền {HOTLINE}").press("Enter")
    expect(page.get_by_label("Nội dung")).to_be_focused()
    page.keyboard.type("0232 111 222 miễn phí")
    page.keyboard.press("Tab")
    page.keyboard.type("UBND xã")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").first).to_contain_text("được 13")
    shot(page, "fact-refused")
    page.get_by_label("Nội dung").fill("0232.111.222")
    page.get_by_role("button", name="Lưu").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã lưu. Chưa có người ký xác nhận.")
    shot(page, "facts-unsigned")
    page.get_by_role("button", name=f"Ký xác nhận {HOTLINE}").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Cán bộ mẫu Thượng Trạch đã ký xác nhận.")
    card = page.get_by_role("main").get_by_role("listitem").filter(has_text=HOTLINE)
    expect(card).to_contain_text("Đã ký: Cán bộ mẫu Thượng Trạch")
    shot(page, "facts-signed")


def test_a_fact_is_changed_on_a_small_phone(narrow_page: Page) -> None:
    log_in(narrow_page)
    for words in ("0232.111.222", "0232.333.444"):
        narrow_page.goto("/desk/facts/1/hotline")
        narrow_page.get_by_label("Nội dung").fill(words)
        narrow_page.get_by_label("Nguồn").fill("UBND xã")
        narrow_page.get_by_role("button", name="Lưu").click()
        narrow_page.get_by_role("button", name=f"Ký xác nhận {HOTLINE}").click()
        no_sideways_scroll(narrow_page)
    shot(narrow_page, "narrow-facts-signed")
    narrow_page.goto("/desk/facts/1/hotline")
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "narrow-fact-history")
