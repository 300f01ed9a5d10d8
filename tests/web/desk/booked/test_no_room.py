"""Why nobody is taken into an opening, or moved there: the desk says it as it is."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from helpdesk.booking.changed_days.day_changes import call_off
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.openings import Opening
from helpdesk.booking.tables import openings as openings_table
from helpdesk.places.closed_day_table import say_of
from tests.support import builders
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, words
from tests.web.conftest import Start
from tests.web.desk.booked.test_bookings import booked, now_in, openings, post, walk_in


@pytest.fixture
def service(start: Start) -> Service:
    return start()


def test_into_a_day_that_is_being_put_off_nobody_is_booked_and_that_is_said(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking, opening = booked(service), openings(service)[1]
    page = f"/desk/bookings/{booking.id}"
    form = service.client.get(f"/desk/openings/{opening.id}/book")
    assert form.status_code == 200
    with service.engine.begin() as db:
        now = service.clock.now()
        for one in (booking.opening, opening):
            call_off(
                db,
                one.id,
                reason=Reason.RAIN,
                moves_on=False,
                official_id=None,
                now=now,
                undo_for=timedelta(minutes=5),
            )
    so = "Buổi này đang được hoãn hoặc hủy, chưa nhận ai."
    answer = walk_in(service, opening, {"name-0": "Hồ Thị Già"})
    assert (answer.status_code, so in words(answer), "Không còn đủ chỗ" in words(answer)) == (
        422,
        True,
        False,
    )
    own = str(booking.people[0].id)
    for action, fields in (
        ("add", {"name-0": "Hồ Thị Già"}),
        ("move", {"person": own, "opening": str(opening.id)}),
    ):
        post(service, page, f"{page}/{action}", fields)
        assert so in words(service.client.get(page))
    assert now_in(service, booking.id).people == booking.people


def test_why_nobody_was_moved_is_said_as_it_is(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking, (to, *_) = booked(service), openings(service)[1:]
    page, people = f"/desk/bookings/{booking.id}", [str(her.id) for her in booking.people]
    other_commune = next(one for one in openings(service, "dan-hoa"))

    def said(**fields: str | Sequence[str]) -> str:
        post(service, page, f"{page}/move", fields)
        return words(service.client.get(page))

    assert "Chọn buổi: chỉ chuyển được giữa các buổi của xã." in said(
        person=people, opening=str(other_commune.id)
    )
    assert "Chọn người cần chuyển." in said(opening=str(to.id))
    assert "Lượt đặt đã ở buổi đó." in said(person=people, opening=str(booking.opening.id))
    said(person=people[:1], opening=str(to.id))
    assert "Người đã chọn không còn trong lượt đặt này" in said(person=people[:1], opening=str(to.id))
    with service.engine.begin() as db:
        builders.booking(db, to, now=service.clock.now(), people=to.capacity - 1)
    assert "Không còn đủ chỗ: buổi này còn 0 chỗ. Chỗ cũ vẫn giữ." in said(
        person=people[1:], opening=str(to.id)
    )
    assert [her.id for her in now_in(service, booking.id).people] == [booking.people[1].id]


def test_a_whole_booking_moved_twice_is_there_already(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking, to = booked(service), openings(service)[1]
    page = f"/desk/bookings/{booking.id}"
    fields = {"person": [str(her.id) for her in booking.people], "opening": str(to.id)}
    for _ in "ab":
        post(service, page, f"{page}/move", fields)
    assert "Lượt đặt đã ở buổi đó." in words(service.client.get(page))


def test_where_there_is_no_room_nobody_is_booked(service: Service) -> None:
    log_in(service.client, OFFICER)
    opening = booked(service, people=19).opening
    answer = walk_in(service, opening, {"name-0": "Hồ Thị Già", "name-1": "Y Cúc"})
    assert (answer.status_code, "Không còn đủ chỗ: buổi này còn 1 chỗ." in words(answer)) == (422, True)


def closed(service: Service, opening: Opening, *, day_off: bool) -> None:
    """It stands on a closed day, or only in hours that are gone."""
    with service.engine.begin() as db:
        now = service.clock.now()
        if day_off:
            say_of(db, opening.commune_id, opening.day, reason="họp dân", works=False)
        here = openings_table.c.id == opening.id
        db.execute(openings_table.update().where(here).values(closed_since=now))


@pytest.mark.parametrize(
    ("day_off", "why"),
    [
        (True, "Ngày này xã nghỉ (họp dân), không nhận thêm ai."),
        (False, "Xã không còn làm giờ này, không nhận thêm ai."),
    ],
    ids=["closed day", "hours that are gone"],
)
def test_why_nobody_is_taken_into_a_closed_opening_is_said_as_it_is(
    service: Service, day_off: bool, why: str
) -> None:
    log_in(service.client, OFFICER)
    opening = openings(service)[0]
    closed(service, opening, day_off=day_off)
    answer = walk_in(service, opening, {"name-0": "Hồ Thị Già"})
    assert (answer.status_code, why in words(answer)) == (422, True)
