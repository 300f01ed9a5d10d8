"""Rounds of visits on the desk: proposed, changed, published; by an official of the own commune only."""

import re

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.visits.visit_plans import plan_of
from helpdesk.clock import local, local_date
from helpdesk.people.tables import audit_entries, officials
from helpdesk.places.communes import all_communes, all_places
from helpdesk.places.tables import PlaceKind
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words

PAGE = "/desk/plan"
FAR = f"{PAGE}?weeks=12"


def commune_id(service: Service, name: str = "Thượng Trạch") -> int:
    with service.engine.begin() as db:
        return next(commune.id for commune in all_communes(db) if commune.name == name)


def villages(service: Service, name: str = "Thượng Trạch") -> dict[str, int]:
    with service.engine.begin() as db:
        return {
            place.name: place.id
            for place in all_places(db)
            if place.commune == name and place.kind is PlaceKind.VILLAGE
        }


def coming(service: Service) -> list[Opening]:
    with service.engine.begin() as db:
        found = from_day(db, local_date(service.clock.now()), at_most=999)
    return [one for one in found if one.place_kind is PlaceKind.VILLAGE and one.commune == "Thượng Trạch"]


def row(at: int = 0, **changed: str) -> dict[str, str]:
    """A ticked row of the form: on a day in March, when the sample has nothing yet."""
    fields = {
        "chosen": "on",
        "day": "2027-03-09",
        "village": "",
        "from": "08:00",
        "to": "11:00",
        "capacity": "30",
    }
    return {f"{name}-{at}": value for name, value in (fields | changed).items() if value != "-"}


def send(service: Service, *rows: dict[str, str]) -> str:
    fields = {name: value for one in rows for name, value in one.items()}
    answer = submit(service.client, PAGE, f"{PAGE}/{commune_id(service)}", fields)
    if answer.status_code == 303:
        return words(service.client.get(answer.location))
    return f"{answer.status_code} {words(answer)}"


def test_what_is_proposed_is_in_the_rows_and_published_as_it_was_changed(service: Service) -> None:
    log_in(service.client, OFFICER)
    page = service.client.get(FAR)
    assert re.findall(r'name="day-0" value="(.*?)"', page.text) == ["2026-12-17"], "that week has one"
    assert "lần trước" in words(page)
    before, nam = coming(service), villages(service)["Nịu"]
    other = villages(service)["Tuộc"]
    said = send(
        service,
        row(village=str(nam), kit="on"),
        row(1, village=str(other), day="2027-03-11", capacity="25"),
        row(2, village=str(other), day="2027-03-12", chosen="-"),
    )
    assert "Đã mở 2 buổi để bà con đặt chỗ." in said
    new = [one for one in coming(service) if one.id not in {old.id for old in before}]
    assert [
        (one.place_name, f"{local(one.starts_at):%d/%m %H:%M}", one.capacity, one.finishes_level2)
        for one in new
    ] == [("Nịu", "09/03 08:00", 30, True), ("Tuộc", "11/03 08:00", 25, False)]
    assert all(one.team_id is not None for one in new), "the commune has one team only: it goes"
    a = audit_entries.c
    with service.engine.begin() as db:
        noted = db.execute(
            sa.select(officials.c.phone, a.detail)
            .join_from(audit_entries, officials)
            .where(a.action == "visits.published")
        ).all()
    assert [tuple(one) for one in noted] == [(OFFICER, {"openings": [one.id for one in new]})]


def test_what_is_wrong_stands_beside_its_row_with_what_was_typed(service: Service) -> None:
    log_in(service.client, OFFICER)
    before, nam = len(coming(service)), str(villages(service)["Nịu"])
    stranger = str(villages(service, "Dân Hóa")["Lòm"])
    said = send(
        service,
        row(village=nam),
        row(1, village=stranger),
        row(2, village=nam, capacity="nhiều"),
        row(3, village=nam, day="2026-11-01", to="trưa"),
        row(4, village=nam, day="2206-12-08"),
    )
    assert said.startswith("422 ")
    far = "chọn một ngày trong 180 ngày tới."
    for named in ("Bản: chọn bản.", "Số người: ghi số.", "Đến: ghi giờ, như 11:00.", f"Ngày: {far}"):
        assert said.count(named) == 1
    assert (
        "nhiều"
        in submit(
            service.client, PAGE, f"{PAGE}/{commune_id(service)}", row(village=nam, capacity="nhiều")
        ).text
    )
    said = send(
        service, row(village=nam, day="2026-11-01"), row(1, village=nam, day="2027-01-01", to="07:00")
    )
    assert "Chọn ngày từ ngày mai trở đi." in said
    assert f"Ngày xa quá: {far}" in send(service, row(village=nam, day="2100-12-08"))
    assert "Ngày này xã nghỉ. Giờ kết thúc phải sau giờ bắt đầu." in re.sub(r"\s+", " ", said)
    assert len(coming(service)) == before


def test_a_second_click_opens_nothing_twice(service: Service) -> None:
    log_in(service.client, OFFICER)
    nam = str(villages(service)["Nịu"])
    send(service, row(village=nam))
    before = len(coming(service))
    assert "Các buổi này đã mở rồi." in send(service, row(village=nam))
    assert "Bản này đã có buổi vào giờ đó." in send(service, row(village=nam, capacity="29"))
    assert "Chưa chọn buổi nào." in send(service, row(village=nam, chosen="-"))
    assert len(coming(service)) == before


def test_how_the_commune_plans_is_kept(service: Service) -> None:
    log_in(service.client, OFFICER)
    commune = commune_id(service)
    fields = {
        "per_week": "3",
        "weekday": "3",
        "from": "08:00",
        "to": "10:30",
        "capacity": "40",
        "kit": "on",
        "team": "",
    }
    answer = submit(service.client, PAGE, f"{PAGE}/{commune}/habits", fields)
    assert "Đã lưu." in words(service.client.get(answer.location))
    with service.engine.begin() as db:
        plan = plan_of(db, commune)
    assert (plan.per_week, plan.weekdays, plan.capacity, plan.finishes_level2, plan.team_id) == (
        3,
        (3,),
        40,
        True,
        None,
    )
    for wrong in ({"per_week": "99"}, {"to": "07:00"}, {"weekday": "9"}, {"capacity": ""}):
        answer = submit(service.client, PAGE, f"{PAGE}/{commune}/habits", fields | wrong)
        assert "Chưa lưu" in words(service.client.get(answer.location))
    with service.engine.begin() as db:
        assert plan_of(db, commune) == plan


def test_an_officer_plans_nothing_for_another_commune_and_a_leader_nothing_at_all(service: Service) -> None:
    commune, nam = commune_id(service), str(villages(service)["Nịu"])
    log_in(service.client, STRANGER)
    shown = words(service.client.get(FAR))
    assert ("Xã Dân Hóa" in shown, "Thượng Trạch" in shown, "Nịu" in shown) == (True, False, False)
    assert submit(service.client, PAGE, f"{PAGE}/{commune}", row(village=nam)).status_code == 404
    assert submit(service.client, PAGE, f"{PAGE}/{commune}/habits", {"per_week": "0"}).status_code == 404
    leader = service.app.test_client()
    log_in(leader, LEADER)
    assert leader.get(PAGE).status_code == 403
    assert "Lên lịch đi bản" not in words(leader.get("/desk"))


def test_the_page_stands_when_a_week_number_is_no_number(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    for asked in ("0", "x", "-3", "9999"):
        assert plain.client.get(f"{PAGE}?weeks={asked}").status_code == 200
