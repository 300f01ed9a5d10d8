"""What people do in conversations, in a real browser: figures by keyboard, marks, and a small phone."""

from playwright.sync_api import Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service


def talk(service: Service) -> None:
    for text in ("dat lich", "1", "1", "Ho Thi Mai 1954", "1", "mang theo gi", "cam on"):
        service.text(RESIDENT.phone, text)
    for text in (
        "nha toi o ca roong 1 co con nho 6 tuoi",
        "the thi sao",
        "wqx zzt",
        "so 0912345678 cua Ho Van Xon",
    ):
        service.text(PROXY.phone, text)


def test_a_period_is_looked_at_and_a_text_is_marked_with_the_keyboard(page: Page, service: Service) -> None:
    talk(service)
    log_in(page)
    page.get_by_role("link", name="Trao đổi", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Trao đổi với bà con")).to_be_visible()
    expect(page.get_by_role("row", name="Lượt đặt xong")).to_contain_text("1")
    shot(page, "conversations")
    page.get_by_role("link", name="Xem tin, đánh dấu hiểu sai").press("Enter")
    first = page.get_by_role("main").get_by_role("listitem").first
    first.get_by_label("Chủ đề đúng").select_option("human")
    first.get_by_role("button", name="Hiểu sai").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã đánh dấu là hiểu sai.")
    expect(first).to_contain_text("đã đánh dấu, đúng ra là")
    shot(page, "conversations-texts")


def test_both_fit_a_small_phone(narrow_page: Page, service: Service) -> None:
    talk(service)
    log_in(narrow_page)
    for address, name in (
        ("/desk/conversations", "narrow-conversations"),
        ("/desk/conversations/texts", "narrow-texts"),
    ):
        narrow_page.goto(address)
        no_sideways_scroll(narrow_page)
        shot(narrow_page, name)
