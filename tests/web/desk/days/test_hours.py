"""Office hours and closed days on the desk, and the openings that follow from them."""

from datetime import date, time

import pytest
import sqlalchemy as sa

from helpdesk.booking.hours.office_hours import half_days
from helpdesk.booking.openings import on_day, with_room
from helpdesk.booking.services import Service as Offered
from helpdesk.booking.visits.planning import villages_of
from helpdesk.clock import local
from helpdesk.people.tables import audit_entries
from helpdesk.places.communes import all_communes, centres
from tests.support import builders
from tests.support.sample_officials import OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

PAGE = "/desk/hours"
TUESDAY = date(2026, 12, 8)  # the sample opens the centre on Mondays, Wednesdays and Fridays
HOURS = {"weekday": "2", "from": "07:30", "to": "11:30", "capacity": "18", "service": "level2"}


def commune_id(service: Service, name: str = "Thượng Trạch") -> int:
    with service.engine.begin() as db:
        return next(commune.id for commune in all_communes(db) if commune.name == name)


def send(service: Service, path: str, fields: dict[str, str]) -> str:
    answer = submit(service.client, PAGE, f"{PAGE}/{commune_id(service)}{path}", fields)
    return (
        words(service.client.get(answer.location)) if answer.status_code == 303 else str(answer.status_code)
    )


def at_the_centre(service: Service, day: date = TUESDAY) -> list[tuple[str, str, int, bool]]:
    commune = commune_id(service)
    with service.engine.begin() as db:
        (centre,) = centres(db, commune_id=commune)
        return [
            (f"{local(o.starts_at):%H:%M}", f"{local(o.ends_at):%H:%M}", o.capacity, o.finishes_level2)
            for o in on_day(db, day, place_id=centre.id)
        ]


def test_hours_are_added_changed_and_taken_away_and_openings_follow_at_once(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert "Chưa có giờ nào." in words(service.client.get(PAGE))
    assert "Lịch 8 tuần tới: thêm 7 buổi, sửa 0, bỏ 0." in send(service, "", HOURS)
    assert at_the_centre(service) == [("07:30", "11:30", 18, True)]
    shown = send(service, "", HOURS | {"capacity": "9", "service": "update_info"})
    assert "thêm 0 buổi, sửa 7, bỏ 0." in shown
    assert "Thứ ba 07:30–11:30 9 người: cập nhật thông tin căn cước" in shown
    assert at_the_centre(service) == [("07:30", "11:30", 9, False)]
    with service.engine.begin() as db:
        (half,) = half_days(db)
    assert half.services == (Offered.UPDATE_INFO,)
    assert "bỏ 7." in send(service, f"/{half.id}/remove", {})
    assert "Buổi này không còn." in send(service, f"/{half.id}/remove", {})
    assert at_the_centre(service) == []
    with service.engine.begin() as db:
        a = audit_entries.c
        done = list(db.execute(sa.select(a.action).where(a.action != "desk.login")).scalars())
    assert done == ["office_hours.added", "office_hours.added", "office_hours.removed"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"to": "17:30"}, "mỗi dòng là một buổi"),
        ({"to": "07:00"}, "mỗi dòng là một buổi"),
        ({"from": ""}, "chọn thứ, giờ, số người"),
        ({"service": "passport"}, "ít nhất một việc"),
        ({"weekday": "8"}, "chọn thứ"),
        ({"capacity": "0"}, "số người từ 1 đến 500"),
        ({"from": "08:00"}, "chồng lên buổi đã có"),
    ],
)
def test_hours_that_cannot_be_are_refused(plain: Service, wrong: dict[str, str], told: str) -> None:
    log_in(plain.client, OFFICER)
    send(plain, "", HOURS)
    assert told in send(plain, "", HOURS | wrong)
    assert at_the_centre(plain) == [("07:30", "11:30", 18, True)]


def test_a_closed_day_takes_openings_back_and_gives_them_back(service: Service) -> None:
    log_in(service.client, OFFICER)
    send(service, "", HOURS)
    festival = {"day": TUESDAY.isoformat(), "what": "closed", "reason": "lễ hội"}
    assert "bỏ 1." in send(service, "/days", festival)
    assert at_the_centre(service) == []
    assert "thứ ba 8/12/2026 nghỉ lễ hội" in words(service.client.get(PAGE))
    assert "Chưa lưu: ghi lý do." in send(service, "/days", festival | {"reason": " "})
    assert "Chưa lưu: chọn ngày." in send(service, "/days", festival | {"day": "mai"})
    assert "thêm 1 buổi" in send(service, "/days", {"day": TUESDAY.isoformat(), "what": "nothing"})


def test_what_is_booked_stays_and_the_official_is_told(service: Service) -> None:
    log_in(service.client, OFFICER)
    send(service, "", HOURS)
    commune = commune_id(service)
    with service.engine.begin() as db:
        (centre,) = centres(db, commune_id=commune)
        (opening,) = on_day(db, TUESDAY, place_id=centre.id)
        builders.booking(db, opening, now=service.clock.now())
        village = villages_of(db, commune)[0]
        builders.opening(db, village, day=TUESDAY, at=time(13, 30))
    closed = {"day": TUESDAY.isoformat(), "what": "closed", "reason": "lũ"}
    told = "Không nhận thêm ai, cần hoãn, hủy hoặc báo bà con: A Ky 07:30 08/12 (đã đặt 0), "
    told += "Thượng Trạch 07:30 08/12 (đã đặt 1), Cà Roòng 1 13:30 08/12 (đã đặt 0)."
    shown = send(service, "/days", closed)
    assert told in shown
    with service.engine.begin() as db:
        after = service.clock.now()
        offered = [
            with_room(db, place_id=at.id, persons=1, after=after, at_most=99) for at in (centre, village)
        ]
    assert TUESDAY not in {one.day for found in offered for one in found}
    assert "1/18 không nhận thêm" in words(service.client.get("/desk"))
    shown = words(service.client.get("/desk/plan"))
    assert "Trung tâm xã Thượng Trạch, thứ ba 8/12/2026 (lũ; đã đặt 1)" in shown


def test_a_holiday_that_is_not_confirmed_says_so_until_the_commune_has_spoken(service: Service) -> None:
    service.clock.set(service.clock.now().replace(month=11, day=2))
    log_in(service.client, OFFICER)
    shown = words(service.client.get(PAGE))
    assert "thứ ba 24/11/2026 nghỉ Ngày Văn hóa Việt Nam (lễ chung) Chưa chắc có nghỉ" in shown
    worked = {"day": "2026-11-24", "what": "works", "reason": "xã làm việc"}
    assert "thứ ba 24/11/2026 làm việc xã làm việc" in send(service, "/days", worked)


def test_an_officer_changes_nothing_of_another_commune(service: Service) -> None:
    log_in(service.client, OFFICER)
    send(service, "", HOURS)
    with service.engine.begin() as db:
        (half,) = half_days(db)
    stranger, commune = service.app.test_client(), commune_id(service)
    log_in(stranger, STRANGER)
    assert "Thượng Trạch" not in words(stranger.get(PAGE))
    for path in ("", f"/{half.id}/remove", "/days"):
        assert submit(stranger, PAGE, f"{PAGE}/{commune}{path}", HOURS).status_code == 404
    submit(stranger, PAGE, f"{PAGE}/{commune_id(service, 'Dân Hóa')}/{half.id}/remove")
    with service.engine.begin() as db:
        assert half_days(db) == [half]
