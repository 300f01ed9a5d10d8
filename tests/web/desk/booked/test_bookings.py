"""The page of a booking, booking for somebody without a phone, and pairs who may be one person."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from werkzeug.test import TestResponse

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.bookings import Booking, bookings_in, live_by_id
from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.booking.persons.own_phones import phones_of
from helpdesk.booking.services import Service as What
from helpdesk.clock import local_date
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import audit_entries
from helpdesk.places.communes import all_communes, commune_called
from helpdesk.web.desk.booked.walk_ins import TWICE
from tests.support import builders
from tests.support.recount import miscounted
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import hidden, log_in, submit, words
from tests.web.conftest import Start

HERS = "+84912345688"


@pytest.fixture
def service(start: Start) -> Service:
    return start()


def openings(service: Service, code: str = "thuong-trach") -> list[Opening]:
    """The next of a commune's centre."""
    with service.engine.connect() as db:
        commune = commune_called(code, all_communes(db))
        assert commune is not None
        found = from_day(db, local_date(service.clock.now()), commune_id=commune.id, at_most=30)
    return [one for one in found if one.place_name == commune.name]


def booked(service: Service, *, people: int = 2, opening: int = 0) -> Booking:
    """A booking by phone, of the resident."""
    into = openings(service)[opening]
    with service.engine.begin() as db:
        return builders.booking(db, into, now=service.clock.now(), people=people)


def now_in(service: Service, booking_id: int) -> Booking:
    with service.engine.connect() as db:
        assert miscounted(db) == []
        return live_by_id(db, [booking_id])[booking_id]


def post(service: Service, page: str, action: str, fields: Mapping[str, str | Sequence[str]]) -> TestResponse:
    plain: dict[str, Any] = dict(fields)
    return submit(service.client, page, action, plain)


def walk_in(service: Service, opening: Opening, fields: Mapping[str, str | Sequence[str]]) -> TestResponse:
    page = f"/desk/openings/{opening.id}/book"
    return post(service, page, page, fields)


def audited(service: Service) -> list[str]:
    with service.engine.connect() as db:
        return list(
            db.execute(
                sa.select(audit_entries.c.action).where(audit_entries.c.action.like("booking.%"))
            ).scalars()
        )


def test_an_official_books_for_two_without_a_phone(service: Service) -> None:
    log_in(service.client, OFFICER)
    opening = openings(service)[0]
    answer = walk_in(
        service,
        opening,
        {
            "service": What.UPDATE_INFO.value,
            "name-0": " Hồ Thị  Già ",
            "born-0": "1944",
            "needs-0": [Need.HOME_VISIT.value, "nonsense"],
            "relation-0": Relation.NEIGHBOUR.value,
            "name-1": "Y Cúc",
            "phone-1": "0912 345 688",
        },
    )
    with service.engine.connect() as db:
        (made,) = bookings_in(db, opening.id)
        assert phones_of(db, [made.id]) == {made.people[1].id: HERS}
    assert (answer.status_code, answer.location) == (303, f"/desk/bookings/{made.id}")
    assert (made.contact_id, made.service) == (None, What.UPDATE_INFO)
    assert [(p.name, p.birth_year, p.number, p.needs, p.relation) for p in made.people] == [
        ("Hồ Thị Già", 1944, 1, (Need.HOME_VISIT,), Relation.NEIGHBOUR),
        ("Y Cúc", None, 2, (), None),
    ]
    assert f"Đã đặt chỗ, mã {made.code}." in words(service.client.get(answer.location))
    assert audited(service) == ["booking.make"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "Ghi tên ít nhất một người."),
        ({"born-0": "1944"}, "Ghi tên, nhiều nhất 60 chữ."),
        ({"name-0": "Hồ Thị Già", "born-0": "44"}, "Năm sinh gồm bốn chữ số, hoặc để trống."),
        ({"name-0": "Hồ Thị Già", "phone-0": "12"}, "Số máy chưa đúng."),
        ({"name-0": "...", "born-0": "1944"}, "Ghi tên, nhiều nhất 60 chữ."),
        (
            {"name-0": "Hồ Thị Già", "born-0": "1944", "name-1": "ho thi gia", "born-1": "1944"},
            "Họ tên và năm sinh trùng dòng 1.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    service: Service, fields: dict[str, str], problem: str
) -> None:
    log_in(service.client, OFFICER)
    opening = openings(service)[0]
    answer = walk_in(service, opening, fields)
    assert answer.status_code == 422
    assert problem in words(answer)
    assert all(f'value="{value}"' in answer.text for value in fields.values())
    with service.engine.connect() as db:
        assert bookings_in(db, opening.id) == []


def test_what_a_person_needs_is_changed_and_shown_on_the_list(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page, person = f"/desk/bookings/{booking.id}", booking.people[1]
    fields = {
        "needs": [Need.READING.value, Need.LENT_PHONE.value],
        "relation": Relation.CHILD.value,
        "phone": "0912345688",
    }
    assert post(service, page, f"{page}/persons/{person.id}", fields).status_code == 303
    changed = now_in(service, booking.id).people[1]
    assert (changed.needs, changed.relation) == ((Need.LENT_PHONE, Need.READING), Relation.CHILD)
    shown = words(service.client.get(f"/desk/openings/{booking.opening.id}"))
    assert "con, cháu mượn máy kích hoạt; giúp đọc, viết" in shown
    assert "0912345688" in service.client.get(page).text
    post(service, page, f"{page}/persons/{person.id}", {"phone": "12"})
    assert now_in(service, booking.id).people[1].needs == ()
    assert audited(service) == ["booking.needs"] * 2
    assert "0912345688" in service.client.get(page).text
    post(service, page, f"{page}/persons/{person.id}", {"phone": ""})
    shown = words(service.client.get(page))
    assert ("Đã ghi, đã bỏ số máy riêng." in shown, "0912345688" in service.client.get(page).text) == (
        True,
        False,
    )
    post(service, page, f"{page}/persons/{person.id}", {"phone": ""})
    assert "đã bỏ số" not in words(service.client.get(page))


def test_an_older_page_takes_away_nothing_that_was_written_since(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page, person = f"/desk/bookings/{booking.id}", booking.people[1]
    action = f"{page}/persons/{person.id}"
    older = hidden(service.client.get(page), action)
    post(service, page, action, {"needs": Need.OWN_SIM.value, "phone": "0912345688"})
    answer = service.client.post(action, data=older | {"needs": Need.READING.value, "phone": ""})
    assert (answer.status_code, "Chưa ghi: có người vừa sửa" in words(answer)) == (409, True)
    assert "0912345688" in answer.text
    assert now_in(service, booking.id).people[1].needs == (Need.OWN_SIM,)
    assert audited(service) == ["booking.needs"]


@pytest.mark.parametrize("deed", ["move", "add", "cancel"])
def test_an_older_page_overrides_no_day_that_was_chosen_since(service: Service, deed: str) -> None:
    log_in(service.client, OFFICER)
    booking, (_, to, other, *_) = booked(service), openings(service)
    page, people = f"/desk/bookings/{booking.id}", [str(her.id) for her in booking.people]
    action = f"{page}/persons/{people[0]}/cancel" if deed == "cancel" else f"{page}/{deed}"
    fields = {"person": people, "opening": str(other.id), "name-0": "Y Cúc"}
    older = hidden(service.client.get(page), action)
    assert post(service, page, f"{page}/move", fields | {"opening": str(to.id)}).location == page
    answer = service.client.post(action, data={**older, **fields})
    assert (answer.status_code, "Chưa ghi: có người vừa sửa" in words(answer)) == (409, True)
    left = now_in(service, booking.id)
    assert (left.opening.id, left.party) == (to.id, 2)


def test_one_more_is_added_and_one_taken_out(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page = f"/desk/bookings/{booking.id}"
    typed = {"name-0": "Y Cúc", "needs-0": Need.OWN_SIM.value, "relation-0": Relation.NEIGHBOUR.value}
    post(service, page, f"{page}/add", typed)
    (added,) = now_in(service, booking.id).people[2:]
    assert (added.name, added.needs, added.relation) == ("Y Cúc", (Need.OWN_SIM,), Relation.NEIGHBOUR)
    post(service, page, f"{page}/add", {"name-0": ""})
    post(service, page, f"{page}/persons/{booking.people[0].id}/cancel", {})
    left = now_in(service, booking.id)
    assert [p.name for p in left.people] == ["Hồ Văn 1", "Y Cúc"]
    assert "Người đặt được báo" in words(service.client.get(page))
    for person in left.people:
        gone = post(service, page, f"{page}/persons/{person.id}/cancel", {})
    assert gone.location == f"/desk/openings/{booking.opening.id}"


def test_the_last_one_cancelled_twice_is_said_to_be_cancelled_already(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service, people=1)
    page = f"/desk/bookings/{booking.id}"
    action = f"{page}/persons/{booking.people[0].id}/cancel"
    form = hidden(service.client.get(page), action)
    answers = [service.client.post(action, data=form) for _ in "ab"]
    assert [answer.location for answer in answers] == [f"/desk/openings/{booking.opening.id}"] * 2
    assert "Lượt đặt này đã hủy rồi, chỗ đã trả lại." in words(service.client.get(answers[1].location))
    assert audited(service) == ["booking.cancel"]
    assert service.client.get(page).location == answers[0].location
    stranger = service.app.test_client()
    log_in(stranger, STRANGER)
    assert stranger.get(page).status_code == 404


def test_a_form_that_is_sent_twice_is_noted_once_and_no_fault(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page, person = f"/desk/bookings/{booking.id}", booking.people[1]
    action = f"{page}/persons/{person.id}"
    fields = {"needs": Need.READING.value, "relation": Relation.CHILD.value, "phone": "0912 345 688"}
    form = hidden(service.client.get(page), action) | fields
    assert [service.client.post(action, data=form).status_code for _ in "ab"] == [303, 303]
    assert "Đã ghi." in words(service.client.get(page))
    assert audited(service) == ["booking.needs"]


def test_some_are_moved_and_whoever_booked_is_told(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking, to = booked(service), openings(service)[1]
    page = f"/desk/bookings/{booking.id}"
    fields = {"person": str(booking.people[0].id), "opening": str(to.id)}
    answer = post(service, page, f"{page}/move", fields)
    with service.engine.connect() as db:
        (apart,) = bookings_in(db, to.id)
        told = db.execute(sa.select(outbound_messages.c.kind, outbound_messages.c.intent_key)).all()
    assert answer.location == f"/desk/bookings/{apart.id}"
    assert [p.id for p in apart.people] == [booking.people[0].id]
    assert [(kind, key.split(":")[3]) for kind, key in told] == [("notice", str(apart.id))]
    assert now_in(service, booking.id).party == 1
    post(service, page, f"{page}/move", {"person": str(booking.people[1].id), "opening": "999"})
    assert now_in(service, booking.id).opening.id == booking.opening.id


def test_of_another_commune_and_for_a_leader_there_is_nothing(service: Service) -> None:
    booking = booked(service)
    pages = [f"/desk/bookings/{booking.id}", f"/desk/openings/{booking.opening.id}/book"]
    log_in(service.client, STRANGER)
    assert [service.client.get(page).status_code for page in pages] == [404, 404]
    assert booking.people[0].name not in service.client.get("/desk/same-persons").text
    service.client.delete_cookie("helpdesk")
    log_in(service.client, LEADER)
    assert [service.client.get(page).status_code for page in pages] == [403, 403]


def test_a_pair_is_shown_until_somebody_says_that_they_are_two(service: Service) -> None:
    log_in(service.client, OFFICER)
    first = booked(service, people=1)
    later = openings(service)[1]
    with service.engine.begin() as db:
        proxy = builders.contact(db, builders.PROXY, now=service.clock.now())
        second = builders.booking(db, later, now=service.clock.now(), contact_id=proxy.id, people=1)
    page, commune = "/desk/same-persons", first.opening.commune_id
    ids = f"{first.people[0].id}/{second.people[0].id}"
    assert [code in words(service.client.get(page)) for code in (first.code, second.code)] == [True, True]
    post(service, page, f"{page}/{commune}/{ids}", {"verdict": "same"})
    assert "Đã ghi là cùng một người: trả một chỗ." in words(service.client.get(page))
    assert post(service, page, f"{page}/{commune}/{ids}", {"verdict": "maybe"}).status_code == 400
    post(service, page, f"{page}/{commune}/{ids}", {"verdict": "different"})
    assert first.code not in words(service.client.get(page))


def test_of_other_persons_no_verdict_is_taken(service: Service) -> None:
    log_in(service.client, OFFICER)
    first, second = booked(service, people=1), booked(service, people=1, opening=1)
    page, commune = "/desk/same-persons", first.opening.commune_id
    action = f"{page}/{commune}/{first.people[0].id}/{second.people[0].id + 90}"
    post(service, page, action, {"verdict": "same"})
    assert "Hai người này không còn trong danh sách." in words(service.client.get(page))
    assert post(service, page, f"{page}/{commune + 1}/1/2", {"verdict": "same"}).status_code == 404


def test_the_form_for_a_booking_sent_twice_books_once(service: Service) -> None:
    log_in(service.client, OFFICER)
    opening, fields = openings(service)[0], {"name-0": "Hồ Thị Già", "born-0": "1944"}
    first, second = [walk_in(service, opening, fields) for _ in "ab"]
    with service.engine.connect() as db:
        assert ([one.party for one in bookings_in(db, opening.id)], miscounted(db)) == ([1], [])
    assert (second.status_code, second.location) == (303, first.location)
    assert audited(service) == ["booking.make"]
    service.clock.advance(TWICE)
    assert walk_in(service, opening, fields).location != first.location


def test_the_form_sent_again_by_the_back_button_books_once_however_much_later(service: Service) -> None:
    log_in(service.client, OFFICER)
    page = f"/desk/openings/{openings(service)[0].id}/book"
    form = hidden(service.client.get(page), page) | {"name-0": "Hồ Thị Già", "born-0": "1944"}
    service.clock.advance(timedelta(minutes=5))
    first = service.client.post(page, data=form)
    service.clock.advance(timedelta(hours=3))
    again = service.client.post(page, data=form)
    assert (first.status_code, again.location) == (303, first.location)
    assert "Đã đặt từ trước" in words(service.client.get(again.location))
    assert audited(service) == ["booking.make"]
    # Also when she was taken out of it meanwhile.
    with service.engine.connect() as db:
        (made,) = bookings_in(db, openings(service)[0].id)
    details = f"/desk/bookings/{made.id}"
    post(service, details, f"{details}/persons/{made.people[0].id}/cancel", {})
    service.client.post(page, data=form)
    with service.engine.connect() as db:
        assert [one.party for one in bookings_in(db, openings(service)[0].id)] == []


def test_one_more_sent_twice_is_added_once_and_taken_out_once(service: Service) -> None:
    log_in(service.client, OFFICER)
    booking = booked(service)
    page = f"/desk/bookings/{booking.id}"
    for _ in "ab":
        post(service, page, f"{page}/add", {"name-0": "Hồ Thị Già", "born-0": "1944"})
    assert now_in(service, booking.id).party == 3
    for _ in "ab":
        gone = post(service, page, f"{page}/persons/{booking.people[0].id}/cancel", {})
    assert "Người này không còn trong lượt đặt." in words(service.client.get(gone.location))
    assert now_in(service, booking.id).party == 2
    assert audited(service) == ["booking.add", "booking.cancel"]


@pytest.mark.parametrize(
    "number", ["9" * 30, "9" * 5000, "0", "-1", "١٩"], ids=["long", "endless", "none", "below_none", "arabic"]
)
def test_a_number_that_no_row_has_moves_nobody_and_breaks_nothing(service: Service, number: str) -> None:
    log_in(service.client, OFFICER)
    booking, to = now_in(service, booked(service).id), openings(service)[1]
    page, own = f"/desk/bookings/{booking.id}", str(booking.people[0].id)
    for fields in ({"person": own, "opening": number}, {"person": number, "opening": str(to.id)}):
        answer = post(service, page, f"{page}/move", fields)
        assert (answer.status_code, answer.location) == (303, page)
    assert now_in(service, booking.id) == booking


def marked(service: Service, booking: Booking, *outcomes: Outcome) -> None:
    """It is the morning of the day, before it begins, and who is booked is marked, one after the other."""
    service.clock.set(booking.opening.starts_at - timedelta(hours=1))
    with service.engine.begin() as db:
        there = [one.booked_id for one in attendance_in(db, [booking.opening.id])]
        for booked_id, to in zip(there, outcomes, strict=False):
            timetable = service.runtime.settings.timetable
            mark(db, booked_id, to, by=By(None), now=service.clock.now(), timetable=timetable)


def test_who_was_there_keeps_her_place_and_who_was_served_is_not_moved_and_that_is_said(
    service: Service,
) -> None:
    booking = booked(service, people=3)
    first, second, third = (person.id for person in booking.people)
    other = openings(service)[1]
    log_in(service.client, OFFICER)
    marked(service, booking, Outcome.TAKEN, Outcome.CAME)
    page = f"/desk/bookings/{booking.id}"
    answer = post(service, page, f"{page}/persons/{second}/cancel", {})
    assert "Không trả chỗ: người này đã được ghi là đến." in words(service.client.get(answer.location))
    chosen = {"person": [str(first)], "opening": str(other.id)}
    answer = post(service, page, f"{page}/move", chosen)
    assert "Người đã làm xong thì không chuyển." in words(service.client.get(answer.location))
    assert now_in(service, booking.id).party == 3
    chosen = {"person": [str(first), str(third)], "opening": str(other.id)}
    answer = post(service, page, f"{page}/move", chosen)
    said = words(service.client.get(answer.location))
    assert ("Người đã làm xong thì không chuyển." in said, "Đã chuyển, mã" in said) == (True, True)
    assert [person.id for person in now_in(service, booking.id).people] == [first, second]
