"""A booking made on the desk with a phone of her own: nowhere is she without a phone."""

from datetime import timedelta

import pytest

from helpdesk.booking.bookings import Booking, bookings_in
from helpdesk.booking.changed_days.day_changes import call_off
from helpdesk.booking.changed_days.effect import take_effect
from helpdesk.booking.changed_days.preview import preview
from helpdesk.booking.changed_days.roll import roll
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.openings import from_day
from helpdesk.booking.persons.tidings import due
from helpdesk.clock import local_date
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import Start

HERS = "+84912345688"


@pytest.fixture
def service(start: Start) -> Service:
    return start()


def _booked(service: Service, *, phone: str = "0912345688", days: int = 7) -> Booking:
    """Two booked on the desk, of whom the second has a phone of her own."""
    log_in(service.client, OFFICER)
    with service.engine.connect() as db:
        opening = next(
            one
            for one in from_day(db, local_date(service.clock.now()) + timedelta(days=days), at_most=30)
            if one.commune == "Thượng Trạch"
        )
    page = f"/desk/openings/{opening.id}/book"
    fields = {"name-0": "Hồ Thị Già", "born-0": "1950", "name-1": "Y Cúc", "born-1": "1980", "phone-1": phone}
    assert submit(service.client, page, page, fields).status_code == 303
    with service.engine.connect() as db:
        return bookings_in(db, opening.id)[-1]


@pytest.mark.parametrize("phone", ["", "0912345688"])
def test_the_list_the_table_and_the_check_in_show_it(service: Service, phone: str) -> None:
    booking = _booked(service, phone=phone)
    page = f"/desk/openings/{booking.opening.id}"
    for address in (page, f"{page}/attendance"):
        shown = words(service.client.get(address))
        assert ("không có máy" in shown, "0912345688" in shown.replace(" ", "")) == (not phone, bool(phone))
    table = service.client.get(f"{page}/list.csv").text
    assert ("0912 345 688" in table) == bool(phone)
    with service.engine.connect() as db:
        seen = preview(db, booking.opening, ways=(), now=service.clock.now(), undo_for=timedelta(0))
    assert (seen.own_phones, seen.in_person) == ((1, 0) if phone else (0, 1))


def _call_off(service: Service, booking: Booking) -> tuple[list[str], str | None]:
    """What is due on own phones after the day was called off, and the number on the roll."""
    now = service.clock.now()
    with service.engine.begin() as db:
        change = call_off(
            db,
            booking.opening.id,
            reason=Reason.RAIN,
            moves_on=False,
            official_id=None,
            now=now,
            undo_for=timedelta(0),
        )
        take_effect(db, change.id, now=now, timetable=service.runtime.settings.timetable)
        (line,) = [line for line in roll(db, change) if line.booking_id == booking.id]
        return [one.kind for one in due(db, now=now, at_most=9)], line.phone


def test_who_was_booked_on_the_desk_is_told_of_a_day_called_off_before_her_first_text_has_left(
    service: Service,
) -> None:
    booking = _booked(service)
    with service.engine.begin() as db:
        assert [one.kind for one in due(db, now=service.clock.now(), at_most=9)] == ["booked"]
    assert _call_off(service, booking) == (["cancelled"], HERS)
    shown = words(service.client.get(f"/desk/openings/{booking.opening.id}/change"))
    assert "có máy riêng: gọi báo" in shown


def test_who_has_no_phone_is_told_by_the_leader(service: Service) -> None:
    assert _call_off(service, _booked(service, phone="")) == ([], None)
