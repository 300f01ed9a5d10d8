"""Messages that failed or were never learned of: what the page says of each, and the two buttons."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import meet
from helpdesk.people.tables import audit_entries, officials
from helpdesk.places.tables import communes
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

PAGE = "/desk/messages"
GONE = "Tin này không còn trong danh sách, hoặc không gửi lại được."

m = outbound_messages.c


def trouble(
    service: Service,
    who: Someone = RESIDENT,
    *,
    commune: str | None = "thuong-trach",
    state: State = State.FAILED,
    code: str = "30003",
    kind: Kind = Kind.REPLY,
    intent: str | None = None,
) -> int:
    """A message to someone that failed, its phone being off unless said otherwise; its id."""
    now = service.clock.now()
    with service.engine.begin() as db:
        way = builders.gateway(db, "simulator", address="8888")
        commune_id = db.execute(sa.select(communes.c.id).where(communes.c.code == commune)).scalar()
        draft = Draft(
            intent_key=intent or f"test:{who.phone}:{state}:{code}:{kind}",
            kind=kind,
            gateway_id=way.id,
            recipient=who.phone,
            text="Mai nho den",
            due_at=now,
            contact_id=meet(db, who.phone, now=now).id,
            commune_id=commune_id,
        )
        message_id = post(db, draft, now=now)
        values = {"state": state.value, "code": code, "settled_at": now, "attempts": 1}
        db.execute(outbound_messages.update().where(m.id == message_id).values(values))
    assert message_id is not None
    return message_id


def press(service: Service, message_id: int, deed: str) -> str:
    """Press a button of a message, and read the page after it."""
    answer = submit(service.client, PAGE, f"{PAGE}/{message_id}/{deed}")
    assert (answer.status_code, answer.location) == (303, PAGE)
    return words(service.client.get(PAGE))


def done(service: Service) -> list[tuple[object, ...]]:
    """Who did what with which message, as the audit has it."""
    a = audit_entries.c
    query = (
        sa.select(officials.c.phone, a.action, a.subject)
        .join(officials, officials.c.id == a.official_id)
        .where(a.action.like("message.%"))
        .order_by(a.id)
    )
    with service.engine.connect() as db:
        return [tuple(row) for row in db.execute(query)]


def outbox(service: Service) -> list[tuple[object, ...]]:
    with service.engine.connect() as db:
        return [tuple(row) for row in db.execute(sa.select(m.intent_key, m.state).order_by(m.id))]


def test_each_says_when_whom_what_why_and_what_to_do(service: Service) -> None:
    with service.engine.begin() as db:
        where = builders.place(db, builders.commune(db, "Xã Thử"), "Thử Một")
        into = builders.opening(db, where, day=service.clock.now().date() + timedelta(days=3))
        made = builders.booking(db, into, now=service.clock.now())
    trouble(service, kind=Kind.REMINDER, intent=f"reminder:{made.id}:day_before:20261203T0400")
    service.clock.advance(timedelta(minutes=30))
    trouble(service, PROXY, state=State.UNCERTAIN, code="no_answer")
    log_in(service.client, OFFICER)
    page = service.client.get(PAGE)
    shown = words(page)
    assert (
        "Nhắc lịch: 0912345601 Bản Thử Một, thứ sáu 4/12/2026, 7h30-11h "
        "Máy tắt hoặc ngoài vùng phủ sóng. Gọi điện sau, hoặc nhờ người cùng bản báo giúp. "
        "Không gửi được lúc 9:00 1/12/2026"
    ) in shown
    assert "Trả lời tin nhắn: 0912345602 Mất liên lạc lúc gửi, không rõ tin đã đến hay chưa." in shown
    assert "Không rõ từ 9:30 1/12/2026" in shown
    assert shown.index("0912345602") < shown.index("0912345601")
    assert 'href="tel:+84912345601"' in page.text


def test_how_many_there_are_stands_beside_the_link_on_every_page(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert "Tin chưa đến Thông tin" in words(service.client.get("/desk"))
    for who in (RESIDENT, PROXY):
        trouble(service, who)
    assert "Tin chưa đến 2 Thông tin" in words(service.client.get("/desk"))


def test_told_by_phone_it_is_gone_and_stands_in_the_audit_once(service: Service) -> None:
    message = trouble(service)
    trouble(service, PROXY)
    log_in(service.client, OFFICER)
    after = press(service, message, "told")
    assert ("Đã đánh dấu là đã báo." in after, "0912345601" in after) == (True, False)
    assert GONE in press(service, message, "told")
    assert done(service) == [(OFFICER, "message.told", f"message:{message}")]
    assert len(outbox(service)) == 2


def test_sent_again_it_leaves_once_however_often_one_clicks(service: Service) -> None:
    message = trouble(service)
    trouble(service, PROXY)
    log_in(service.client, OFFICER)
    after = press(service, message, "again")
    assert ("Tin đang được gửi lại." in after, "0912345601" in after) == (True, False)
    assert GONE in press(service, message, "again")
    assert GONE in press(service, message, "told")
    assert done(service) == [(OFFICER, "message.again", f"message:{message}")]
    service.sweep("send")
    assert outbox(service)[2:] == [(f"again:{message}:1", "sent")]


def test_what_cannot_help_has_no_button_and_is_refused(service: Service) -> None:
    message = trouble(service, code="21610")
    log_in(service.client, OFFICER)
    assert "Gửi lại" not in words(service.client.get(PAGE))
    assert GONE in press(service, message, "again")
    assert (len(outbox(service)), done(service)) == (1, [])


def test_the_reminder_of_a_visit_that_was_cancelled_is_not_sent_again(service: Service) -> None:
    with service.engine.begin() as db:
        where = builders.place(db, builders.commune(db, "Xã Thử"), "Thử Một")
        into = builders.opening(db, where, day=service.clock.now().date() + timedelta(days=3))
        made = builders.booking(db, into, now=service.clock.now())
        db.execute(sa.text("UPDATE bookings SET state = 'cancelled'"))
    message = trouble(service, kind=Kind.REMINDER, intent=f"reminder:{made.id}:day_before:20261203T0400")
    log_in(service.client, OFFICER)
    assert "không còn hiệu lực" in words(service.client.get(PAGE))
    assert GONE in press(service, message, "again")
    assert len(outbox(service)) == 1


def test_an_officer_sees_and_touches_nothing_of_another_commune(service: Service) -> None:
    message = trouble(service)
    trouble(service, PROXY, commune="dan-hoa")
    log_in(service.client, STRANGER)
    shown = words(service.client.get(PAGE))
    assert ("0912345601" in shown, "0912345602" in shown, "Tin chưa đến 1" in shown) == (False, True, True)
    for deed in ("told", "again"):
        assert GONE in press(service, message, deed)
    assert (done(service), len(outbox(service))) == ([], 2)


def test_the_admin_sees_those_of_every_commune(plain: Service) -> None:
    trouble(plain)
    trouble(plain, PROXY, commune="dan-hoa")
    log_in(plain.client, ADMIN, add_admin(plain, password="trời mưa thì ở nhà"))
    shown = words(plain.client.get(PAGE))
    assert ("0912345601" in shown, "0912345602" in shown) == (True, True)


def test_a_leader_has_no_such_page(plain: Service) -> None:
    log_in(plain.client, LEADER)
    assert plain.client.get(PAGE).status_code == 403
    assert "Tin chưa đến" not in words(plain.client.get("/desk"))


def test_it_can_be_read_in_english(plain: Service) -> None:
    trouble(plain)
    log_in(plain.client, OFFICER)
    plain.client.get("/language/en")
    assert "Answer to a text: 0912345601 The phone is off or out of reach." in words(plain.client.get(PAGE))


def test_of_very_many_the_latest_are_shown_and_all_are_counted(plain: Service) -> None:
    for number in range(103):
        trouble(plain, intent=f"test:{number}")
    log_in(plain.client, OFFICER)
    shown = words(plain.client.get(PAGE))
    assert "Có 103 tin cần xử lý; đây là 100 tin mới nhất." in shown
