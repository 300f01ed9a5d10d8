"""What waits for an official, and marking it as done."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.people.contacts import meet
from helpdesk.people.tables import audit_entries, officials
from helpdesk.places.tables import communes
from helpdesk.tickets.tables import TicketKind, tickets
from helpdesk.tickets.tickets import open_ticket
from tests.conversation.talk import book
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

OWN_PASSWORD = "trời mưa thì ở nhà"


def left(
    service: Service,
    who: Someone,
    *,
    commune: str | None = "thuong-trach",
    kind: TicketKind = TicketKind.CALLBACK,
    text: str = "",
    days: int | None = None,
) -> int:
    """What someone left for an official, to be answered within `days`; the ticket's id."""
    now = service.clock.now()
    with service.engine.begin() as db:
        commune_id = db.execute(sa.select(communes.c.id).where(communes.c.code == commune)).scalar()
        return open_ticket(
            db,
            kind,
            contact_id=meet(db, who.phone, now=now).id,
            commune_id=commune_id,
            text=text,
            now=now,
            answer_by=None if days is None else now + timedelta(days=days),
        )


def done(service: Service) -> list[tuple[object, ...]]:
    """Who closed what, as the audit has it."""
    a = audit_entries.c
    with service.engine.connect() as db:
        found = db.execute(
            sa.select(officials.c.phone, a.action, a.subject)
            .join(officials, officials.c.id == a.official_id)
            .where(a.action == "ticket.close")
            .order_by(a.id)
        )
        return [tuple(row) for row in found]


def close(service: Service, ticket_id: int) -> str:
    """Press the button; what the next page says."""
    answer = submit(service.client, "/desk/tickets", f"/desk/tickets/{ticket_id}/close")
    assert (answer.status_code, answer.location) == (303, "/desk/tickets")
    return words(service.client.get("/desk/tickets"))


def test_what_a_resident_texts_reaches_an_officer_with_the_number_to_ring(service: Service) -> None:
    service.text(RESIDENT.phone, "goi lai")
    log_in(service.client, OFFICER)
    page = service.client.get("/desk/tickets")
    assert "Gọi lại: 0912345601 Nhận lúc 9:00 1/12/2026 · chưa rõ xã nào" in words(page)
    assert 'href="tel:+84912345601"' in page.text


def test_her_words_and_the_deadline_are_shown(plain: Service) -> None:
    left(plain, RESIDENT, kind=TicketKind.QUESTION, text="Con toi 5 tuoi\nlam duoc khong?", days=1)
    left(plain, PROXY, kind=TicketKind.ERASURE, days=20)
    log_in(plain.client, OFFICER)
    shown = words(plain.client.get("/desk/tickets"))
    assert "Câu hỏi: 0912345601 Con toi 5 tuoi lam duoc khong? Nhận lúc" in shown
    assert "Yêu cầu xóa dữ liệu: 0912345602" in shown
    assert ("hạn 9:00 2/12/2026" in shown, "quá hạn" in shown) == (True, False)
    plain.clock.advance(timedelta(days=2))
    assert words(plain.client.get("/desk/tickets")).count("quá hạn") == 1


def test_words_that_look_like_a_page_are_shown_as_words(plain: Service) -> None:
    left(plain, RESIDENT, kind=TicketKind.QUESTION, text="<script>alert(1)</script>")
    log_in(plain.client, OFFICER)
    page = plain.client.get("/desk/tickets").text
    assert ("<script>" in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page) == (False, True)


def test_what_is_done_is_gone_and_stands_in_the_audit(service: Service) -> None:
    ticket = left(service, RESIDENT)
    log_in(service.client, OFFICER)
    after = close(service, ticket)
    assert "Đã đánh dấu xong." in after
    assert "Không có việc nào đang chờ." in after
    assert done(service) == [(OFFICER, "ticket.close", f"ticket:{ticket}")]
    with service.engine.connect() as db:
        kept = db.execute(sa.select(tickets.c.state, tickets.c.closed_at)).one()
    assert tuple(kept) == ("closed", service.clock.now())


def test_a_second_click_does_nothing_and_says_so(service: Service) -> None:
    ticket = left(service, RESIDENT)
    left(service, PROXY)
    log_in(service.client, OFFICER)
    close(service, ticket)
    assert "Việc này không còn trong danh sách." in close(service, ticket)
    assert len(done(service)) == 1


def test_an_officer_sees_and_closes_nothing_of_another_commune(service: Service) -> None:
    ticket = left(service, RESIDENT)
    unknown = left(service, PROXY, commune=None)
    log_in(service.client, STRANGER)
    shown = words(service.client.get("/desk/tickets"))
    assert ("0912345601" in shown, "0912345602" in shown) == (False, True)
    assert "Việc này không còn trong danh sách." in close(service, ticket)
    assert done(service) == []
    close(service, unknown)
    assert done(service) == [(STRANGER, "ticket.close", f"ticket:{unknown}")]


def test_the_admin_sees_the_tickets_of_both_communes(plain: Service) -> None:
    left(plain, RESIDENT)
    left(plain, PROXY, commune="dan-hoa")
    log_in(plain.client, ADMIN, add_admin(plain, password=OWN_PASSWORD))
    shown = words(plain.client.get("/desk/tickets"))
    assert ("0912345601" in shown, "0912345602" in shown) == (True, True)


def test_a_leader_has_no_tickets(plain: Service) -> None:
    left(plain, RESIDENT)
    log_in(plain.client, LEADER)
    answer = plain.client.get("/desk/tickets")
    assert answer.status_code == 403
    assert "Tài khoản của anh/chị không được xem trang này." in words(answer)
    assert "Việc cần làm" not in words(plain.client.get("/desk"))


def test_an_officer_erases_what_a_resident_asked_to_have_erased(service: Service) -> None:
    service.text(RESIDENT.phone, "XOA")
    service.text(RESIDENT.phone, "1")
    log_in(service.client, OFFICER)
    with service.engine.connect() as db:
        ticket_id = db.execute(sa.select(tickets.c.id)).scalar_one()
    answer = submit(service.client, "/desk/tickets", f"/desk/tickets/{ticket_id}/erase")
    assert (answer.status_code, answer.location) == (303, "/desk/tickets")
    page = words(service.client.get("/desk/tickets"))
    assert "Đã xóa dữ liệu của số này." in page
    assert RESIDENT.phone[3:] not in page


def test_a_request_to_erase_cannot_be_marked_as_done(service: Service) -> None:
    ticket_id = left(service, RESIDENT, kind=TicketKind.ERASURE)
    log_in(service.client, OFFICER)
    page = close(service, ticket_id)
    assert "Việc này không còn trong danh sách." in page
    assert "Yêu cầu xóa dữ liệu: 0912345601" in page
    assert done(service) == []


def test_only_a_request_to_erase_erases(service: Service) -> None:
    ticket_id = left(service, RESIDENT)
    log_in(service.client, OFFICER)
    submit(service.client, "/desk/tickets", f"/desk/tickets/{ticket_id}/erase")
    page = words(service.client.get("/desk/tickets"))
    assert "Việc này không còn trong danh sách." in page
    assert "Gọi lại: 0912345601" in page


def test_what_she_has_booked_is_one_click_away_and_on_its_day_the_check_in(service: Service) -> None:
    hers = book(service)
    left(service, RESIDENT, text="xe hong")
    log_in(service.client, OFFICER)
    page = service.client.get("/desk/tickets")
    assert f"Mã {hers.code} xem lượt đặt : Trung tâm xã Thượng Trạch, thứ tư 2/12/2026" in words(page)
    check_in = f"/desk/openings/{hers.opening.id}/attendance#b{hers.id}"
    assert (f'href="/desk/bookings/{hers.id}"' in page.text, check_in in page.text) == (True, False)
    service.clock.set(hers.opening.starts_at)
    assert check_in in service.client.get("/desk/tickets").text
    assert check_in in service.client.get(f"/desk/bookings/{hers.id}").text
    assert f'href="/desk/bookings/{hers.id}"' in service.client.get(check_in.split("#")[0]).text


def test_what_she_has_booked_in_another_commune_is_not_shown(service: Service) -> None:
    hers = book(service)
    left(service, RESIDENT, commune="dan-hoa")
    log_in(service.client, STRANGER)
    page = service.client.get("/desk/tickets")
    assert ("0912345601" in page.text, hers.code in page.text) == (True, False)
