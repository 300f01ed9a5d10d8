"""The opening's page of the desk: who waits, what is held for whom until when, and what an official does about it."""

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.changes import book
from helpdesk.booking.openings import opening, with_room
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.offers import held_in
from helpdesk.booking.waiting_list.waiting import join, waits_of
from helpdesk.people import consents
from helpdesk.people.contacts import change, meet
from helpdesk.people.tables import audit_entries
from helpdesk.text.phone_numbers import national
from helpdesk.tickets.calls import open_calls
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

VISIT = 1
"""An opening of Thượng Trạch; here it is full."""
PAGE = f"/desk/openings/{VISIT}"


@pytest.fixture(name="waiting")
def who_waits(service: Service) -> tuple[int, int]:
    """The resident, who does not read, and the proxy wait for the visit, which is full; the ids of their waits."""
    fill_up(service)
    return waits(service, RESIDENT, "Hồ Thị Mai"), waits(service, PROXY, "Hồ Văn Đoàn")


def fill_up(service: Service) -> None:
    """No place is left in the visit."""
    with service.engine.begin() as db:
        full = {"capacity": 20, "taken": 20, "numbered": 20}
        db.execute(openings.update().where(openings.c.id == VISIT).values(full))


def waits(service: Service, who: Someone, name: str) -> int:
    now = service.clock.now()
    with service.engine.begin() as db:
        contact = meet(db, who.phone, now=now)
        consents.give(db, contact_id=contact.id, wording="?", inbound_id=None, now=now)
        where = opening(db, VISIT)
        joined = join(
            db,
            [(name, 1954)],
            contact_id=contact.id,
            commune_id=where.commune_id,
            place_id=where.place_id,
            opening=where,
            now=now,
        )
        change(db, contact.id, reach="call" if who is RESIDENT else "text")
    assert joined is not None
    return joined


def free_one(service: Service) -> int:
    """One place more, and a sweep; the offer that it made."""
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.id == VISIT).values(capacity=openings.c.taken + 1))
    assert service.sweep("offers") == 1
    with service.engine.connect() as db:
        return held_in(db, VISIT)[-1].id


def press(service: Service, path: str, data: dict[str, str] | None = None, *, page: str = PAGE) -> str:
    """Press a button; what the page says then."""
    answer = submit(service.client, page, path, data)
    assert answer.status_code == 303, answer.text
    return words(service.client.get(answer.location))


def audited(service: Service) -> list[str]:
    a = audit_entries.c
    query = sa.select(a.action).where(a.action.not_like("desk.log%")).order_by(a.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


@pytest.mark.usefixtures("waiting")
def test_the_page_shows_who_waits_in_the_order_of_the_queue(service: Service) -> None:
    log_in(service.client, OFFICER)
    shown = words(service.client.get(PAGE))
    assert "Danh sách chờ (2 người)" in shown
    assert shown.index("1. 0912345601 · Hồ Thị Mai") < shown.index("2. 0912345602 · Hồ Văn Đoàn")
    free_one(service)
    assert "Đang giữ 1 chỗ đến 13:00 1/12/2026" in words(service.client.get(PAGE))


def test_a_leader_sees_the_queue_of_the_own_team_and_no_buttons(
    service: Service, waiting: tuple[int, int]
) -> None:
    with service.engine.begin() as db:
        team = sa.text("SELECT team_id FROM officials WHERE phone = :phone")
        team_id = db.execute(team, {"phone": LEADER}).scalar()
        db.execute(openings.update().where(openings.c.id == VISIT).values(team_id=team_id))
    log_in(service.client, LEADER)
    page = service.client.get(PAGE)
    assert ("Danh sách chờ (2 người)" in words(page), "Bỏ tên" in words(page)) == (True, False)
    assert f"/desk/waiting/{waiting[0]}" not in page.text


@pytest.mark.usefixtures("waiting")
def test_who_was_rung_and_takes_the_place_is_booked_and_hears_the_code(service: Service) -> None:
    offer_id = free_one(service)
    log_in(service.client, OFFICER)
    calls = words(service.client.get("/desk/tickets"))
    assert ("Nhận chỗ 0912345601" in calls, "Đã gọi 0912345601" in calls) == (True, False)
    after = press(service, f"/desk/offers/{offer_id}/accept", {"from": "calls"}, page="/desk/tickets")
    now = service.clock.now()
    with service.engine.begin() as db:
        contact = meet(db, RESIDENT.phone, now=now)
        (booked,) = live_bookings_of(db, contact.id, now=now)
        assert (waits_of(db, contact.id, now=now), open_calls(db, now=now)) == ([], [])
    assert f"Đã đặt chỗ. Xin đọc mã cho bà con: {booked.code}." in after
    late = press(service, f"/desk/offers/{offer_id}/decline", {"from": "calls"}, page=PAGE)
    assert f"Không nhường: chỗ này đã nhận rồi, mã {booked.code}." in late
    assert audited(service)[-1:] == ["offer.accept"]


@pytest.mark.usefixtures("waiting")
def test_a_no_from_an_older_page_leaves_booked_who_said_yes_after_all(service: Service) -> None:
    offer_id = free_one(service)
    log_in(service.client, OFFICER)
    no, yes = f"/desk/offers/{offer_id}/decline", f"/desk/offers/{offer_id}/accept"
    assert "Đã nhường người sau." in press(service, no)
    assert "Đã đặt chỗ." in press(service, yes)
    assert "Không nhường: chỗ này đã nhận rồi" in press(service, no)
    assert audited(service) == ["offer.decline", "offer.accept"]


def test_who_was_rung_and_does_not_want_it_makes_way_for_the_next(
    service: Service, waiting: tuple[int, int]
) -> None:
    offer_id = free_one(service)
    log_in(service.client, OFFICER)
    assert "Đã nhường người sau." in press(service, f"/desk/offers/{offer_id}/decline")
    assert service.sweep("offers") == 1
    with service.engine.connect() as db:
        assert [offer.wait_id for offer in held_in(db, VISIT)] == [waiting[1]]


def test_nobody_is_booked_by_others_without_having_agreed(service: Service, waiting: tuple[int, int]) -> None:
    offer_id = free_one(service)
    with service.engine.begin() as db:
        change(db, meet(db, RESIDENT.phone, now=service.clock.now()).id, consented_at=None)
    log_in(service.client, OFFICER)
    assert "chưa đồng ý" in press(service, f"/desk/offers/{offer_id}/accept")
    with service.engine.connect() as db:
        assert [offer.wait_id for offer in held_in(db, VISIT)] == [waiting[0]]


def test_an_official_takes_somebody_off_the_list(service: Service, waiting: tuple[int, int]) -> None:
    log_in(service.client, OFFICER)
    data = {"opening": str(VISIT)}
    after = press(service, f"/desk/waiting/{waiting[0]}/leave", data)
    assert ("Đã bỏ tên khỏi danh sách chờ." in after, "Danh sách chờ (1 người)" in after) == (True, True)
    assert f"Không có tin nhắn gửi đi: xin gọi {national(RESIDENT.phone)} báo giúp." in after
    assert "không còn trong danh sách" in press(service, f"/desk/waiting/{waiting[0]}/leave", data)
    assert audited(service) == ["wait.leave"]


def test_more_places_are_added_and_never_fewer(service: Service, waiting: tuple[int, int]) -> None:
    log_in(service.client, OFFICER)
    assert "Buổi này nay có 22 chỗ." in press(service, f"{PAGE}/capacity", {"capacity": "22"})
    for refused in ("22", "3", "900", "nhiều"):
        assert "Chưa đổi" in press(service, f"{PAGE}/capacity", {"capacity": refused})
    assert service.sweep("offers") == 2
    with service.engine.connect() as db:
        assert [offer.wait_id for offer in held_in(db, VISIT)] == list(waiting)
    assert audited(service) == ["opening.capacity"]


def test_an_official_of_another_commune_finds_none_of_it(service: Service, waiting: tuple[int, int]) -> None:
    offer_id = free_one(service)
    log_in(service.client, STRANGER)
    for path in (
        f"/desk/waiting/{waiting[0]}/leave",
        f"/desk/offers/{offer_id}/accept",
        f"/desk/offers/{offer_id}/decline",
        f"{PAGE}/capacity",
    ):
        assert submit(service.client, "/desk", path, {"capacity": "30"}).status_code == 404
    with service.engine.connect() as db:
        assert (len(held_in(db, VISIT)), opening(db, VISIT).capacity) == (1, 21)


def test_who_was_rung_and_has_a_place_already_is_asked_about_that_first(service: Service) -> None:
    fill_up(service)
    name = "Hồ Văn Đoàn"
    with service.engine.begin() as db:
        now = service.clock.now()
        contact = meet(db, PROXY.phone, now=now)
        here = opening(db, VISIT)
        other = next(one for one in with_room(db, place_id=here.place_id, persons=1, after=now, at_most=9))
        timetable = service.runtime.settings.timetable
        booked = book(db, other, [(name, 1954)], contact_id=contact.id, now=now, timetable=timetable)
        assert booked is not None
    waits(service, PROXY, name)
    offer_id = free_one(service)
    log_in(service.client, OFFICER)
    asked = submit(service.client, PAGE, f"/desk/offers/{offer_id}/accept", {"from": "list"})
    assert (asked.status_code, f"{name} đã có chỗ mã {booked.code}" in words(asked)) == (200, True)
    with service.engine.connect() as db:
        assert [one.id for one in held_in(db, VISIT)] == [offer_id]
        assert len(live_bookings_of(db, contact.id, now=now)) == 1
    after = press(service, f"/desk/offers/{offer_id}/accept", {"from": "list", "anyway": "1"})
    assert "Đã đặt chỗ. Xin đọc mã cho bà con" in after
    with service.engine.connect() as db:
        assert len(live_bookings_of(db, contact.id, now=now)) == 2
