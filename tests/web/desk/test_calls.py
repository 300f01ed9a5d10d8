"""The officials' page of things to do: whom to ring about a booking, and how somebody wants to be told."""

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.people.contacts import change, meet
from helpdesk.people.tables import audit_entries, contacts
from helpdesk.tickets.calls import NewCall, open_call, open_calls
from tests.support.builders import RESIDENT
from tests.support.sample_officials import OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import hidden, log_in, submit, words


def to_ring(service: Service) -> int:
    """The resident, who does not read, has booked and is to be rung; the call's id."""
    for text in ("DAT", "1", "3", "Ho Thi Mai 1954", "1"):
        service.text(RESIDENT.phone, text)
    now = service.clock.now()
    with service.engine.begin() as db:
        contact = meet(db, RESIDENT.phone, now=now)
        change(db, contact.id, reach="call")
        (booked,) = live_bookings_of(db, contact.id, now=now)
        call = NewCall(
            commune_id=booked.opening.commune_id,
            contact_id=contact.id,
            booking_id=booked.id,
            opening_id=booked.opening.id,
            intent_key="reminder:1",
            said="day_before:20261206T0400",
            due_by=booked.opening.starts_at,
        )
        return open_call(db, call, now=now) or 0


def press(service: Service, call_id: int, button: str) -> str:
    """Press a button of a call; what the page says then."""
    answer = submit(service.client, "/desk/tickets", f"/desk/calls/{call_id}/{button}")
    assert (answer.status_code, answer.location) == (303, "/desk/tickets")
    return words(service.client.get("/desk/tickets"))


def noted(service: Service) -> list[str]:
    """What the audit has of calls and ways to be told."""
    a = audit_entries.c
    query = sa.select(a.action).where(a.action.in_(("call.told", "contact.reach"))).order_by(a.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


def test_a_call_shows_the_number_who_what_to_say_and_by_when(service: Service) -> None:
    to_ring(service)
    log_in(service.client, OFFICER)
    page = service.client.get("/desk/tickets")
    shown = words(page)
    assert "Gọi điện nhắc hẹn (1)" in shown
    assert "0912345601 · Ho Thi Mai" in shown
    assert (
        "Mời bà con Ho Thi Mai 1954 đến Trung tâm xã Thượng Trạch, thứ hai 7/12, đến 7h30-8h30, số 1."
        in shown
    )
    assert "gọi trước 7:30 7/12/2026" in shown
    assert 'href="tel:+84912345601"' in page.text


def test_who_was_rung_is_gone_and_stands_in_the_audit(service: Service) -> None:
    call = to_ring(service)
    log_in(service.client, OFFICER)
    after = press(service, call, "told")
    assert ("Đã ghi: đã gọi." in after, "Không có việc nào đang chờ." in after) == (True, True)
    assert noted(service) == ["call.told"]
    assert "Việc này không còn trong danh sách." in press(service, call, "told")
    assert noted(service) == ["call.told"]


def test_who_is_not_reached_stays_and_the_third_time_it_says_so(service: Service) -> None:
    call = to_ring(service)
    log_in(service.client, OFFICER)
    first = press(service, call, "not-reached")
    assert "Đã ghi: chưa gặp, gọi lại sau." in first
    assert "đã gọi 1 lần không gặp, gọi lại sau 11:00 1/12/2026" in first
    press(service, call, "not-reached")
    third = press(service, call, "not-reached")
    assert "Đã gọi 3 lần không gặp. Xin nhờ người cùng bản báo giúp." in third
    assert "đã gọi 3 lần không gặp, nên nhờ người cùng bản báo giúp" in third
    assert "Đã ghi: đã gọi." in press(service, call, "told")


def test_not_reached_counts_once_however_often_one_page_says_it(service: Service) -> None:
    call = to_ring(service)
    log_in(service.client, OFFICER)
    action = f"/desk/calls/{call}/not-reached"
    form = hidden(service.client.get("/desk/tickets"), action)
    said = []
    for _ in "ab":
        assert service.client.post(action, data=form).status_code == 303
        said.append(words(service.client.get("/desk/tickets")))
    assert "Đã ghi: chưa gặp, gọi lại sau." in said[0]
    assert "Lần này không tính thêm: trước đó đã ghi 1 lần không gặp." in said[1]
    assert "đã gọi 1 lần không gặp, gọi lại sau" in said[1]


def test_another_commune_sees_and_marks_nothing(service: Service) -> None:
    call = to_ring(service)
    log_in(service.client, STRANGER)
    assert "0912345601" not in words(service.client.get("/desk/tickets"))
    assert "Việc này không còn trong danh sách." in press(service, call, "told")
    with service.engine.connect() as db:
        assert len(open_calls(db, now=service.clock.now())) == 1


def test_a_cancelled_booking_takes_its_call_off_the_page(service: Service) -> None:
    to_ring(service)
    service.text(RESIDENT.phone, "HUY")
    service.text(RESIDENT.phone, "1")
    log_in(service.client, OFFICER)
    assert "Không có việc nào đang chờ." in words(service.client.get("/desk/tickets"))


def test_the_list_says_who_is_to_be_rung(service: Service) -> None:
    to_ring(service)
    log_in(service.client, OFFICER)
    with service.engine.connect() as db:
        contact_id = db.execute(sa.select(contacts.c.id)).scalar_one()
        (booked,) = live_bookings_of(db, contact_id, now=service.clock.now())
    where = f"/desk/openings/{booked.opening.id}"
    assert "chưa báo cần gọi điện" in words(service.client.get(where))
    assert "chưa báo, cần gọi điện" in words(service.client.get(f"{where}/sheet"))


def test_an_official_notes_that_she_wants_calls_and_that_she_reads_again(service: Service) -> None:
    service.text(RESIDENT.phone, "goi lai")
    log_in(service.client, OFFICER)
    page = service.client.get("/desk/tickets").text
    ticket = page.split("/desk/tickets/")[1].split("/")[0]
    where = f"/desk/tickets/{ticket}/reach"
    for way, says in (("call", "muốn được gọi, không nhắn tin"), ("text", "Từ nay gọi, không nhắn tin")):
        assert submit(service.client, "/desk/tickets", where, {"reach": way}).status_code == 303
        assert says in words(service.client.get("/desk/tickets"))
        with service.engine.connect() as db:
            assert db.execute(sa.select(contacts.c.reach)).scalar_one() == way
    assert noted(service) == ["contact.reach", "contact.reach"]
    assert submit(service.client, "/desk/tickets", where, {"reach": "neighbour"}).status_code == 400
