"""Who waits for an opening, in a real browser: on a desk and on a small phone."""

import re

from playwright.sync_api import Page, expect

from tests.conversation.talk import book
from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service
from tests.web.desk.booked.test_waiting import PAGE, fill_up, free_one, waits


def test_the_queue_stands_under_the_list_with_what_is_held_and_can_be_answered_there(
    page: Page, narrow_page: Page, service: Service
) -> None:
    fill_up(service)
    waits(service, RESIDENT, "Hồ Thị Mai")
    waits(service, PROXY, "Hồ Văn Đoàn")
    free_one(service)
    log_in(page)
    page.goto(PAGE)
    expect(page.get_by_role("heading", name="Danh sách chờ (2 người)")).to_be_visible()
    expect(page.get_by_text("Đang giữ 1 chỗ đến 13:00 1/12/2026")).to_be_visible()
    no_sideways_scroll(page)
    shot(page, "waiting")
    narrow_page.goto(PAGE)
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "waiting_on_a_small_phone")
    page.goto("/desk/tickets")
    expect(page.get_by_text("Nay có chỗ tại Trung tâm xã Thượng Trạch")).to_be_visible()
    shot(page, "calls_of_offers")
    page.get_by_role("button", name=re.compile("^Không nhận")).click()
    expect(page.get_by_text("Đã nhường người sau.")).to_be_visible()
    page.goto(PAGE)
    page.get_by_label("Thêm chỗ").fill("30")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Buổi này nay có 30 chỗ.")).to_be_visible()


def test_who_has_a_place_already_is_asked_about_it_on_a_small_phone(
    narrow_page: Page, service: Service
) -> None:
    book(service, opening=2, names="Ho Van Doan 1954", who=PROXY)
    fill_up(service)
    waits(service, PROXY, "Hồ Văn Đoàn")
    free_one(service)
    log_in(narrow_page)
    narrow_page.goto(PAGE)
    narrow_page.get_by_role("button", name=re.compile("^Nhận giúp")).click()
    expect(narrow_page.get_by_role("heading", name="Người này đã có chỗ")).to_be_visible()
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "offer_to_who_has_a_place")
    narrow_page.get_by_role("button", name="Thôi, nhường người sau").click()
    expect(narrow_page.get_by_text("Đã nhường người sau.")).to_be_visible()
