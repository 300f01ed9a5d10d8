"""Calling off and putting off an opening on the desk: seen before, decided, undone, and who was told."""

import re
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import book as book_by_official
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import audit_entries
from helpdesk.places.closed_day_table import say_of
from helpdesk.settings import Timetable
from tests.conversation.talk import book, bookings_of
from tests.support.builders import PROXY
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words


def page_of(booked: Booking) -> str:
    return f"/desk/openings/{booked.opening.id}/change"


def decide(service: Service, booked: Booking, **fields: str) -> str:
    """Send the form; what stands on the page that follows."""
    opened = service.client.get(page_of(booked))
    taken = re.search(r'name="taken" value="(\d+)"', opened.text)
    form = {"taken": taken[1] if taken else "", "reason": "rain", "kind": "cancelled"} | fields
    answer = submit(service.client, page_of(booked), page_of(booked), form)
    if answer.status_code == 303:
        return words(service.client.get(answer.location))
    return f"{answer.status_code} {words(answer)}"


def later(service: Service) -> None:
    service.clock.advance(timedelta(minutes=10))
    service.sweep("change_days")
    service.sweep("send")


def state(service: Service, booked: Booking) -> str:
    with service.engine.connect() as db:
        return opening_by_id(db, booked.opening.id).state.value


def test_it_is_seen_before_decided_and_undone(service: Service) -> None:
    booked = book(service)
    book(service, who=PROXY)
    log_in(service.client, OFFICER)
    seen = words(service.client.get(page_of(booked)))
    assert "2 lượt đặt, 2 người." in seen
    assert "2 số máy được báo: 2 nhắn tin, 0 nhờ hàng xóm, 0 gọi điện." in seen
    assert "Gửi xong tin khoảng" in seen
    assert "Đang hoãn hoặc hủy do mưa lũ." in decide(service, booked)
    assert state(service, booked) == "changing"
    assert "đang hoãn hoặc hủy: mưa lũ" in words(service.client.get("/desk"))
    undoing = re.search(r'action="([^"]+/undo)"', service.client.get(page_of(booked)).text)
    assert undoing is not None
    answer = submit(service.client, page_of(booked), undoing[1])
    assert "Đã hoàn tác, mọi thứ như cũ." in words(service.client.get(answer.location))
    assert state(service, booked) == "open"
    answer = submit(service.client, page_of(booked), undoing[1])
    assert "Đã hoàn tác, mọi thứ như cũ." in words(service.client.get(answer.location))
    with service.engine.connect() as db:
        noted = list(db.execute(sa.select(audit_entries.c.action)).scalars())
    assert [one for one in noted if one.startswith("opening")] == [
        "opening.called_off",
        "opening.change_undone",
    ]


def test_shortly_before_it_begins_the_page_says_that_everybody_is_told_at_once(service: Service) -> None:
    booked = book(service)
    service.clock.set(booked.opening.starts_at - timedelta(minutes=6))
    log_in(service.client, OFFICER)
    assert "Báo ngay cho bà con, không hoàn tác được." in words(service.client.get(page_of(booked)))
    assert "Đã ghi, báo ngay cho bà con." in decide(service, booked)
    service.sweep("change_days")
    assert state(service, booked) == "cancelled"


def test_put_off_the_page_says_so_and_who_was_told(service: Service) -> None:
    booked = book(service)
    log_in(service.client, OFFICER)
    assert "Đang hoãn hoặc hủy do sạt lở đường." in decide(
        service,
        booked,
        kind="postponed",
        reason="landslide",
        day="2026-12-08",
        **{"from": "07:30", "to": "11:00"},
    )
    later(service)
    roll = words(service.client.get(page_of(booked)))
    assert "BUỔI NÀY ĐÃ HOÃN do sạt lở đường. Ngày mới: thứ ba 8/12/2026" in roll
    assert "đã gửi tin" in roll
    assert "giữ chỗ ngày mới, chưa trả lời" in roll
    listed = words(service.client.get(f"/desk/openings/{booked.opening.id}"))
    assert "BUỔI NÀY ĐÃ HOÃN" in listed
    (now_booked,) = bookings_of(service)
    assert "Hoãn từ thứ tư 2/12/2026" in words(service.client.get(f"/desk/openings/{now_booked.opening.id}"))
    assert "hoãn sang thứ ba 8/12/2026: sạt lở đường" in words(service.client.get("/desk"))


def test_called_off_nobody_drops_out_and_the_official_can_settle_each(service: Service) -> None:
    booked = book(service)
    with service.engine.begin() as db:
        opening = opening_by_id(db, booked.opening.id)
        by = db.execute(sa.text("SELECT min(id) FROM officials")).scalar_one()
        walk_in = book_by_official(
            db, opening, [("Hồ Văn Xa", 1950)], official_id=by, now=service.clock.now(), timetable=Timetable()
        )
    assert walk_in is not None
    log_in(service.client, OFFICER)
    decide(service, booked)
    later(service)
    roll = words(service.client.get(page_of(booked)))
    assert "2 lượt đặt, còn 2 lượt cần làm." in roll
    assert "không có máy: nhờ tổ trưởng báo ; chưa chọn buổi khác" in roll
    page = service.client.get(page_of(booked)).text
    forms = re.findall(r'action="([^"]+/(?:told|move))"', page)
    to = re.search(r'<option value="(\d+)">', page)
    assert to is not None
    for_walk_in = [form for form in forms if f"/{walk_in.id}/move" in form]
    answer = submit(service.client, page_of(booked), for_walk_in[0], {"to": to[1]})
    assert "Đã chuyển." in words(service.client.get(answer.location))
    for_her = [form for form in forms if f"/{booked.id}/move" in form]
    answer = submit(service.client, page_of(booked), for_her[0], {"to": "none"})
    assert "còn 0 lượt cần làm" in words(service.client.get(answer.location))
    assert bookings_of(service) == []


def test_what_cannot_be_is_refused_with_its_reason(service: Service) -> None:
    booked = book(service)
    log_in(service.client, OFFICER)
    hours = {"from": "07:30", "to": "11:00"}
    assert "Ngày mới đã qua." in decide(service, booked, kind="postponed", day="2026-11-01", **hours)
    far = "một ngày trong 180 ngày tới."
    assert f"Ngày mới xa quá: chọn {far}" in decide(
        service, booked, kind="postponed", day="2100-12-01", **hours
    )
    for unreadable in ("", "2206-12-01"):
        assert f"Ngày mới: chọn {far}" in decide(service, booked, kind="postponed", day=unreadable, **hours)
    odd = {"from": "7:30", "to": "khi nào xong"}
    assert "Đến: ghi giờ, như 7:30." in decide(service, booked, kind="postponed", day="2026-12-08", **odd)
    assert "Lý do: chọn một lý do." in decide(service, booked, reason="snow")
    assert "Làm gì: chọn hủy hay hoãn." in decide(service, booked, kind="")
    assert "Vừa có người đặt hoặc hủy chỗ" in decide(service, booked, taken="7")
    assert state(service, booked) == "open"


def test_another_communes_official_and_a_leader_change_nothing(service: Service) -> None:
    booked = book(service)
    log_in(service.client, STRANGER)
    assert service.client.get(page_of(booked)).status_code == 404
    other = service.app.test_client()
    log_in(other, LEADER)
    assert other.get(page_of(booked)).status_code == 403


def test_an_opening_on_a_closed_day_leads_to_where_it_is_called_off(service: Service) -> None:
    booked = book(service)
    with service.engine.begin() as db:
        say_of(db, booked.opening.commune_id, booked.opening.day, reason="lễ hội", works=False)
    log_in(service.client, OFFICER)
    for page in ("/desk/hours", "/desk/plan"):
        opened = service.client.get(page)
        assert "Các buổi này rơi vào ngày nghỉ, cần hoãn hoặc hủy:" in words(opened)
        assert page_of(booked) in opened.text


def test_a_notice_that_failed_names_the_day_and_may_go_again_while_it_holds(service: Service) -> None:
    booked = book(service)
    log_in(service.client, OFFICER)
    decide(service, booked)
    service.clock.advance(timedelta(minutes=10))
    service.sweep("change_days")
    with service.engine.begin() as db:
        failed = {"state": "failed", "code": "gone", "settled_at": service.clock.now()}
        m = outbound_messages
        db.execute(m.update().where(m.c.kind == "notice").values(failed))
    assert "Thông báo : 0912345601 Trung tâm xã Thượng Trạch, thứ tư 2/12/2026" in words(
        service.client.get("/desk/messages")
    ).replace("Thông báo:", "Thông báo :")
    assert "tin không đến: cần gọi điện" in words(service.client.get(page_of(booked)))
