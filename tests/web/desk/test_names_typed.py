"""Names as officials type them: what nobody sees is none of a name, and nobody is named twice."""

import pytest

from helpdesk.booking.bookings import bookings_in
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, words
from tests.web.conftest import Start
from tests.web.desk.booked.test_bookings import booked, now_in, openings, post, walk_in


@pytest.fixture
def service(start: Start) -> Service:
    return start()


@pytest.mark.parametrize("name", ["\u200b", "\u202e", "\u3164 \u2800"])
def test_a_name_that_nobody_sees_is_none(service: Service, name: str) -> None:
    log_in(service.client, OFFICER)
    opening = openings(service)[0]
    for fields in ({"name-0": name}, {"name-0": name, "born-0": "1944"}):
        assert walk_in(service, opening, fields).status_code == 422
    booking = booked(service)
    post(service, f"/desk/bookings/{booking.id}", f"/desk/bookings/{booking.id}/add", {"name-0": name})
    assert now_in(service, booking.id).party == booking.party


def test_of_a_name_only_what_is_seen_is_kept(service: Service) -> None:
    log_in(service.client, OFFICER)
    opening = openings(service)[0]
    walk_in(service, opening, {"name-0": "\u202eHồ Thị\u200b Già"})
    with service.engine.connect() as db:
        assert [person.name for one in bookings_in(db, opening.id) for person in one.people] == ["Hồ Thị Già"]


def test_who_is_in_the_booking_is_not_added_in_other_letters(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page = f"/desk/bookings/{booking.id}"
    for name, party in (("Hồ Thị Già", 3), ("ho thi GIA", 3), ("Hồ Thị Gìn", 4)):
        post(service, page, f"{page}/add", {"name-0": name, "born-0": "1944"})
        assert now_in(service, booking.id).party == party
    post(service, page, f"{page}/add", {"name-0": "hồ thị gìn", "born-0": "1944"})
    assert "Người này đã có trong lượt đặt." in words(service.client.get(page))
