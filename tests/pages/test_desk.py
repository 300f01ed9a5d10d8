"""The officials' pages in a real browser: by keyboard, on a small phone, on paper."""

import re
from datetime import timedelta

import sqlalchemy as sa
from playwright.sync_api import Page, expect

from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.places.tables import communes
from tests.pages.conftest import no_sideways_scroll, shot
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.web.desk.test_messages import trouble

CENTRE = "Trung tâm xã Thượng Trạch"
PAGES = (
    "/",
    "/desk",
    "/desk?all",
    "/desk/tickets",
    "/desk/messages",
    "/desk/facts",
    "/desk/facts/1/hotline",
    "/desk/texts",
    "/desk/texts/book",
    "/desk/attendance",
    "/desk/conversations",
    "/desk/conversations/texts",
    "/desk/hours",
    "/desk/plan",
    "/desk/same-persons",
    "/desk/password",
    "/desk/openings/1",
    "/desk/openings/1/attendance",
    "/phone",
)
"""Of everything that an officer opens, and a resident's phone."""


def log_in(page: Page) -> None:
    page.goto("/desk")
    expect(page.get_by_label("Số điện thoại")).to_be_focused()
    page.keyboard.type(OFFICER)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"//[^/]+/desk$"))


def book(service: Service, phone: str, people: str) -> None:
    """A booking by SMS, at the centre of Thượng Trạch, the day after tomorrow at the latest."""
    for text in ("dat lich", "1", "1", people, "1"):
        service.text(phone, text)


def test_one_logs_in_and_out_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/desk")
    expect(page.get_by_label("Số điện thoại")).to_be_focused()
    shot(page, "login")
    log_in(page)
    expect(page.get_by_role("heading", name="Lịch làm việc")).to_be_visible()
    names = []
    for _ in range(9):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert names == [
        "Đến nội dung chính",
        "Lịch làm việc",
        "Việc cần làm",
        "Tin chưa đến",
        "Thông tin của xã",
        "Trao đổi",
        "Cán bộ mẫu Thượng Trạch",
        "Đăng xuất",
        "English",
    ]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Cán bộ đăng nhập")).to_be_visible()


def test_a_wrong_password_is_said_where_one_types_again(page: Page) -> None:
    page.goto("/desk/login")
    page.get_by_label("Số điện thoại").fill("0900000001")
    page.get_by_label("Mật khẩu").fill("không phải")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Số điện thoại hoặc mật khẩu không đúng.")
    expect(page.get_by_label("Số điện thoại")).to_have_value("0900000001")
    expect(page.get_by_label("Mật khẩu")).to_be_focused()
    shot(page, "login-failed")


def test_the_list_shows_who_booked(page: Page, service: Service) -> None:
    book(service, RESIDENT.phone, "Hồ Thị Mai 1954")
    book(service, PROXY.phone, "Hồ Văn Đoàn 1990, Hồ Thị Lan")
    log_in(page)
    shot(page, "openings")
    page.get_by_role("link", name=CENTRE).first.click()
    expect(page.get_by_role("row")).to_have_count(4)
    expect(page.get_by_role("row").nth(1)).to_contain_text("Hồ Thị Mai")
    expect(page.get_by_role("row").nth(3)).to_contain_text("0912345602")
    shot(page, "list")


def test_the_sheet_is_one_page_of_paper(page: Page, service: Service) -> None:
    book(service, PROXY.phone, ", ".join(f"Hồ Văn {name} 19{60 + at}" for at, name in enumerate(NINE)))
    log_in(page)
    page.get_by_role("link", name=CENTRE).first.click()
    page.get_by_role("link", name="Bản để in").click()
    expect(page.get_by_role("columnheader", name="Ký tên")).to_be_visible()
    shot(page, "sheet")
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    # The style of the sheet was let through by its hash: A4, and lines around the cells.
    assert re.search(rb"/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]", paper)
    assert page.get_by_role("cell").first.evaluate("cell => getComputedStyle(cell).borderTopStyle") == "solid"


NINE = ("An", "Ba", "Chín", "Dậu", "Hải", "Khê", "Lộc", "Nam", "Tý")


def test_a_ticket_is_marked_as_done(page: Page, service: Service) -> None:
    service.text(RESIDENT.phone, "goi lai")
    service.text(PROXY.phone, "goi lai")
    log_in(page)
    page.get_by_role("link", name="Việc cần làm").click()
    shot(page, "tickets")
    page.get_by_role("button", name="Đã xong 0912345601").click()
    expect(page.get_by_role("status")).to_have_text("Đã đánh dấu xong.")
    expect(page.get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_role("listitem")).to_contain_text("0912345602")
    shot(page, "ticket-done")


def test_a_message_in_trouble_is_sent_again(page: Page, service: Service) -> None:
    in_trouble(service)
    log_in(page)
    page.get_by_role("link", name="Tin chưa đến 3").click()
    shot(page, "messages")
    page.get_by_role("button", name="Gửi lại 0912345601").click()
    expect(page.get_by_role("status")).to_have_text("Tin đang được gửi lại.")
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(2)
    page.get_by_role("button", name="Đã gọi điện báo 0912345602").click()
    expect(page.get_by_role("status")).to_have_text("Đã đánh dấu là đã báo.")
    shot(page, "messages-done")


def in_trouble(service: Service) -> None:
    """A reminder that failed, an answer nobody knows of, and a list to a mailbox that there is not."""
    book(service, RESIDENT.phone, "Hồ Thị Mai 1954")
    with service.engine.begin() as db:
        commune_id = db.execute(sa.select(communes.c.id).where(communes.c.code == "thuong-trach")).scalar()
    trouble(service, kind=Kind.REMINDER, intent="reminder:1:day_before:20261202T0400")
    service.clock.advance(timedelta(minutes=20))
    trouble(service, PROXY, state=State.UNCERTAIN, code="no_answer")
    with service.engine.begin() as db:
        draft = Draft(
            intent_key="mail:1:1:1",
            kind=Kind.LIST,
            gateway_id=builders.gateway(db, "email", address="xa@example.vn").id,
            recipient="can.bo.bo.phan.mot.cua@thuongtrach.quangtri.example.vn",
            text="",
            subject="",
            due_at=service.clock.now(),
            commune_id=commune_id,
        )
        message_id = post(db, draft, now=service.clock.now())
        failed = {"state": "failed", "code": "550", "settled_at": service.clock.now()}
        own = outbound_messages.c.id == message_id
        db.execute(outbound_messages.update().where(own).values(failed))


def test_the_pages_can_be_read_in_english(page: Page) -> None:
    log_in(page)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Openings")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    shot(page, "openings-english")


def test_every_page_fits_a_small_phone(narrow_page: Page, service: Service) -> None:
    book(service, RESIDENT.phone, "Hồ Thị Mai 1954, Nguyễn Hoàng Phương Thảo Nguyên Anh 2012")
    service.text(PROXY.phone, "goi lai")
    in_trouble(service)
    narrow_page.goto("/desk/login")
    no_sideways_scroll(narrow_page)
    log_in(narrow_page)
    for path in PAGES:
        narrow_page.goto(path)
        no_sideways_scroll(narrow_page)
        shot(narrow_page, f"narrow{path.replace('/', '-').replace('?', '-')}")


def test_what_is_touched_is_big_enough_for_a_thumb(narrow_page: Page, service: Service) -> None:
    book(service, RESIDENT.phone, "Hồ Thị Mai 1954")
    service.text(PROXY.phone, "goi lai")
    in_trouble(service)
    log_in(narrow_page)
    for path in PAGES:
        narrow_page.goto(path)
        for target in narrow_page.locator(
            "a:visible:not(.skip), button:visible, textarea:visible, select:visible, summary:visible,"
            # A box to tick is touched by its words as well.
            "input:not([type=checkbox], [type=radio]):visible, label:has([type=checkbox], [type=radio]):visible"
        ).all():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 44, f"{path}: {target.inner_text() or target.get_attribute('name')}"


def test_an_error_page_has_its_looks(page: Page) -> None:
    page.goto("/nowhere")
    expect(page.get_by_role("heading")).to_contain_text("Không có trang này")
    shot(page, "error")
