"""The simulated phone in a real browser, with its script and without."""

import re
from datetime import timedelta

from playwright.sync_api import Browser, Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import CENTRE, log_in
from tests.support.service import Service


def send(page: Page, text: str) -> None:
    """Type a text and press Enter; back when its answer is there."""
    own = page.locator("li.own .words")
    before = own.count()
    page.get_by_placeholder("Soạn tin gửi 8888").fill(text)
    page.keyboard.press("Enter")
    expect(own).to_have_count(before + 1)
    expect(own.last).to_have_text(text)


def pick_up(page: Page) -> None:
    page.goto("/phone")
    shot(page, "phone-choose")
    expect(page.get_by_label("Số điện thoại của người dân")).to_be_focused()
    page.keyboard.press("Enter")  # the number suggested
    expect(page).to_have_url(re.compile(r"number=0912345678"))


def test_what_is_booked_by_phone_stands_on_the_officials_list(page: Page) -> None:
    pick_up(page)
    for text in ("dat lich", "1", "1", "Hồ Thị Mai 1954", "1"):
        send(page, text)
    answer = page.locator("li.theirs .words").last
    expect(answer).to_contain_text(re.compile(r"cho 1 nguoi, ma \d{5}"))
    expect(page.locator("li.theirs .small").last).to_contain_text("GSM-7 · 2 đoạn")
    shot(page, "phone")
    code = re.search(r"\bma (\d{5})\b", answer.inner_text())
    assert code is not None
    log_in(page)
    page.get_by_role("link", name=CENTRE).first.click()
    row = page.get_by_role("row").nth(1)
    for told in ("Hồ Thị Mai", "1954", code[1], "0912345678"):
        expect(row).to_contain_text(told)


def test_a_reminder_appears_without_reloading(page: Page, service: Service) -> None:
    for text in ("dat lich", "1", "2", "Ho Thi Mai 1954", "1"):
        service.text("0912345678", text)
    pick_up(page)
    expect(page.get_by_role("listitem")).to_have_count(10)
    service.clock.advance(timedelta(days=2, hours=3))
    service.sweep("remind")
    service.sweep("send")
    expect(page.get_by_role("listitem")).to_have_count(11)
    expect(page.get_by_role("listitem").last).to_be_in_viewport()
    shot(page, "phone-reminder")


def test_a_half_written_text_survives_the_look_for_news(page: Page, service: Service) -> None:
    pick_up(page)
    page.get_by_placeholder("Soạn tin gửi 8888").fill("nua chung")
    service.text("0912345678", "menu")
    expect(page.locator("li.theirs")).to_have_count(1)
    expect(page.get_by_placeholder("Soạn tin gửi 8888")).to_have_value("nua chung")
    expect(page.get_by_placeholder("Soạn tin gửi 8888")).to_be_focused()


def test_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    pick_up(page)
    send(page, "menu")
    expect(page.locator("li.theirs")).to_have_count(1)
    context.close()


def test_it_fits_a_small_phone(narrow_page: Page) -> None:
    pick_up(narrow_page)
    no_sideways_scroll(narrow_page)
    send(narrow_page, "menu")
    send(narrow_page, "w" * 300)
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "phone-narrow")
