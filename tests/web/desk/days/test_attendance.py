"""The check-in page of an opening, and how many came to each."""

import csv
import io
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import Attendance, attendance_in
from helpdesk.booking.openings import from_day
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.persons.telling_needs import note_relation
from helpdesk.booking.tables import openings
from helpdesk.clock import local_date
from helpdesk.people.officials import by_phone
from helpdesk.people.tables import audit_entries
from helpdesk.places.communes import all_communes, commune_called
from tests.support import builders
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import Start


@pytest.fixture
def service(start: Start) -> Service:
    return start()


def booked(service: Service) -> int:
    """Two households of two and one in the next opening of Thượng Trạch; its id. It is that day, nine o'clock."""
    now = service.clock.now()
    with service.engine.begin() as db:
        commune = commune_called("thuong-trach", all_communes(db))
        assert commune is not None
        tomorrow = local_date(now) + timedelta(days=1)
        opening = from_day(db, tomorrow, commune_id=commune.id, at_most=1)[0]
        builders.booking(db, opening, now=now, people=2)
        proxy = builders.contact(db, builders.PROXY, now=now)
        builders.booking(db, opening, now=now, contact_id=proxy.id)
    service.clock.set(datetime(opening.day.year, opening.day.month, opening.day.day, 9))  # noqa: DTZ001
    return opening.id


def test_what_a_person_is_to_whoever_booked_stands_beside_her_name(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    with service.engine.begin() as db:
        one = attendance_in(db, [opening_id])[1]
        note_relation(db, one.booking_id, one.person_id, Relation.MOTHER, now=service.clock.now())
    page = f"/desk/openings/{opening_id}/attendance"
    assert words(service.client.get(page)).count("(mẹ)") == 1


def people(service: Service, opening_id: int) -> list[Attendance]:
    with service.engine.connect() as db:
        return attendance_in(db, [opening_id])


def outcomes(service: Service, opening_id: int) -> list[str | None]:
    return [one.outcome.value if one.outcome else None for one in people(service, opening_id)]


def press(service: Service, opening_id: int, which: int, **fields: str) -> str:
    """Press a button of one person; what the page says then."""
    one = people(service, opening_id)[which]
    page = f"/desk/openings/{opening_id}/attendance"
    answer = submit(service.client, page, f"{page}/{one.booked_id}", fields)
    assert (answer.status_code, answer.location) == (303, f"{page}#p{one.booked_id}")
    return words(service.client.get(page))


def test_from_the_door_to_the_result(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    page = words(service.client.get(f"/desk/openings/{opening_id}/attendance"))
    assert "3 người đã đặt, 0 đã đến, 3 chưa ghi." in page
    press(service, opening_id, 0, mark="came")
    assert "Hồ Văn 0 1950: đã làm mức 2 (kết quả chậm nhất" in press(service, opening_id, 0, mark="taken")
    assert "chưa làm được: máy hỏng" in press(service, opening_id, 1, reason="kit_broken")
    press(service, opening_id, 2, mark="absent")
    assert outcomes(service, opening_id) == ["taken", "sent_away", "absent"]
    press(service, opening_id, 0, mark="take_back")
    assert outcomes(service, opening_id) == ["came", "sent_away", "absent"]
    with service.engine.connect() as db:
        officer = by_phone(db, OFFICER)
        who = sa.select(audit_entries.c.official_id).where(audit_entries.c.action.like("attendance.%"))
        assert officer is not None
        assert list(db.execute(who).scalars()) == [officer.id] * 5


def test_a_code_typed_in_is_all_of_its_booking_and_the_rest_did_not_come(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    page = f"/desk/openings/{opening_id}/attendance"
    code = people(service, opening_id)[0].code
    for typed in (f"{code[:2]} {code[2:]}", code):
        submit(service.client, page, f"{page}/code", {"code": typed})
    assert "Đã đến: Hồ Văn 0, Hồ Văn 1." in words(service.client.get(page))
    assert outcomes(service, opening_id) == ["came", "came", None]
    submit(service.client, page, f"{page}/code", {"code": "00000"})
    assert "Không có mã này trong buổi này." in words(service.client.get(page))
    submit(service.client, page, f"{page}/rest")
    assert "Đã ghi 1 người không đến." in words(service.client.get(page))
    assert outcomes(service, opening_id) == ["came", "came", "absent"]


def test_who_comes_by_code_after_the_rest_were_noted_as_not_come_has_come(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    page = f"/desk/openings/{opening_id}/attendance"
    submit(service.client, page, f"{page}/rest")
    assert outcomes(service, opening_id) == ["absent"] * 3
    submit(service.client, page, f"{page}/code", {"code": people(service, opening_id)[0].code})
    assert outcomes(service, opening_id) == ["came", "came", "absent"]


def test_before_it_begins_somebody_may_have_come_and_nobody_has_failed_to(service: Service) -> None:
    opening_id = booked(service)
    service.clock.set(datetime(2026, 12, 2, 6, 30))  # noqa: DTZ001 - commune time, an hour before
    log_in(service.client, OFFICER)
    page = f"/desk/openings/{opening_id}/attendance"
    submit(service.client, page, f"{page}/rest")
    so = "Buổi chưa bắt đầu: chưa ghi ai là không đến."
    assert so in words(service.client.get(page))
    assert so in press(service, opening_id, 0, mark="absent")
    press(service, opening_id, 1, mark="came")
    assert outcomes(service, opening_id) == [None, "came", None]


def test_the_button_that_takes_back_pressed_twice_takes_back_one(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    for mark in ("came", "taken"):
        press(service, opening_id, 0, mark=mark)
    for _ in "ab":
        press(service, opening_id, 0, mark="take_back", seen="taken")
    assert outcomes(service, opening_id) == ["came", None, None]


def test_a_move_that_cannot_be_is_told(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    press(service, opening_id, 0, mark="taken")
    assert "Không ghi được: đã ghi khác trước đó." in press(service, opening_id, 0, mark="absent")
    one = people(service, opening_id)[0]
    page = f"/desk/openings/{opening_id}/attendance"
    for fields in ({"mark": "gone"}, {"reason": "rain"}, {}):
        assert submit(service.client, page, f"{page}/{one.booked_id}", fields).status_code == 400


def test_before_the_day_there_is_nothing_to_press(service: Service) -> None:
    opening_id = booked(service)
    service.clock.set(datetime(2026, 12, 1, 9))  # noqa: DTZ001 - commune time
    log_in(service.client, OFFICER)
    page = service.client.get(f"/desk/openings/{opening_id}/attendance")
    assert "Điểm danh được từ ngày của buổi." in words(page)
    assert 'name="mark"' not in page.text


def test_a_leader_checks_in_at_the_own_teams_openings_only(service: Service) -> None:
    opening_id = booked(service)
    page = f"/desk/openings/{opening_id}/attendance"
    log_in(service.client, LEADER)
    with service.engine.begin() as db:
        leader = by_phone(db, LEADER)
        assert leader is not None
        own = openings.update().where(openings.c.id == opening_id)
        db.execute(own.values(team_id=None))
    assert service.client.get(page).status_code == 404
    with service.engine.begin() as db:
        db.execute(own.values(team_id=leader.team_id))
    press(service, opening_id, 0, mark="came")
    assert outcomes(service, opening_id) == ["came", None, None]


def test_an_official_of_another_commune_marks_nobody(service: Service) -> None:
    opening_id = booked(service)
    page = f"/desk/openings/{opening_id}/attendance"
    log_in(service.client, STRANGER)
    assert service.client.get(page).status_code == 404
    (one, *_) = people(service, opening_id)
    for action, fields in ((f"{page}/{one.booked_id}", {"mark": "came"}), (f"{page}/rest", {})):
        assert submit(service.client, "/desk/password", action, fields).status_code == 404
    assert outcomes(service, opening_id) == [None, None, None]


def test_how_many_came_is_told_by_opening_on_a_page_and_in_a_table(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    press(service, opening_id, 0, mark="taken")
    press(service, opening_id, 0, mark="activated")
    press(service, opening_id, 1, reason="no_card")
    shown = words(service.client.get("/desk/attendance"))
    assert "3 2 0 1 1 không có thẻ căn cước 1 1" in shown
    table = service.client.get("/desk/attendance/report.csv")
    (row,) = csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff")))
    counted = {name: row[name] for name in ("Đã đặt", "Đã đến", "Làm mức 2", "Đã kích hoạt", "Chưa ghi")}
    assert counted == dict(zip(counted, "32111", strict=True))
    assert row["Vì không có thẻ căn cước"] == "1"
    log_in(other := service.app.test_client(), STRANGER)
    assert "Không có buổi nào có người đặt." in words(other.get("/desk/attendance"))


@pytest.mark.parametrize("asked", ["last=0001-01-01", "first=9999-12-31", "first=9999-12-31&last=0001-01-05"])
def test_a_day_of_no_calendar_of_ours_is_left_out_of_the_question(service: Service, asked: str) -> None:
    log_in(service.client, OFFICER)
    usual = words(service.client.get("/desk/attendance"))
    answer = service.client.get(f"/desk/attendance?{asked}")
    assert (answer.status_code, words(answer)) == (200, usual)
    assert service.client.get(f"/desk/attendance/report.csv?{asked}").status_code == 200


def test_nobody_is_marked_while_the_day_is_being_called_off_and_that_is_said(service: Service) -> None:
    opening_id = booked(service)
    log_in(service.client, OFFICER)
    (code, *_) = (one.code for one in people(service, opening_id))
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.id == opening_id).values(state="changing"))
    assert "Chưa ghi: buổi này đang được hoãn hoặc hủy." in press(service, opening_id, 0, mark="came")
    page = f"/desk/openings/{opening_id}/attendance"
    for action, fields in ((f"{page}/code", {"code": code}), (f"{page}/rest", {})):
        submit(service.client, page, action, fields)
        said = words(service.client.get(page))
        assert "Chưa ghi: buổi này đang được hoãn hoặc hủy." in said
        assert ("Đã đến:" in said, "người không đến." in said) == (False, False)
    assert outcomes(service, opening_id) == [None, None, None]
