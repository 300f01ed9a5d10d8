"""People to be rung, in a real browser: what to say is read at a glance, on a desk and on a small phone."""

import re

from playwright.sync_api import Page, expect

from tests.pages.conftest import no_sideways_scroll, shot
from tests.pages.test_desk import log_in
from tests.support.builders import PROXY
from tests.support.service import Service
from tests.web.desk.test_calls import to_ring


def test_calls_stand_first_with_what_to_say_and_one_button_ends_them(
    page: Page, narrow_page: Page, service: Service
) -> None:
    to_ring(service)
    service.text(PROXY.phone, "goi lai")
    log_in(page)
    page.get_by_role("link", name="Việc cần làm").click()
    expect(page.get_by_role("heading", name="Gọi điện nhắc hẹn (1)")).to_be_visible()
    expect(page.get_by_text("Mời bà con Ho Thi Mai 1954 đến Trung tâm xã Thượng Trạch")).to_be_visible()
    no_sideways_scroll(page)
    shot(page, "calls")
    page.get_by_role("button", name=re.compile("^Không gặp")).click()
    expect(page.get_by_text("Đã ghi: chưa gặp, gọi lại sau.")).to_be_visible()
    narrow_page.goto("/desk/tickets")
    no_sideways_scroll(narrow_page)
    shot(narrow_page, "calls_on_a_small_phone")
    page.get_by_role("button", name=re.compile("^Từ nay gọi, không nhắn tin")).click()
    expect(page.get_by_text("Từ nay gọi điện cho số này, không nhắn tin.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Đã gọi")).click()
    expect(page.get_by_text("Đã ghi: đã gọi.")).to_be_visible()
    expect(page.get_by_role("heading", name="Gọi điện nhắc hẹn")).to_have_count(0)
