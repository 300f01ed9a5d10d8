"""The openings that an official sees, and the list of each."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import Opening, from_day
from helpdesk.clock import local_date
from helpdesk.people.tables import audit_entries, officials
from helpdesk.reports.formats import as_html
from tests.support import builders
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.statements import statements_of
from tests.support.web_pages import log_in, words

OWN_PASSWORD = "trời mưa thì ở nhà"


def opening_of(service: Service, commune: str, *, with_team: bool = False) -> Opening:
    """The next opening of a commune, tomorrow or later: at its centre, or where its team goes."""
    tomorrow = local_date(service.clock.now()) + timedelta(days=1)
    with service.engine.connect() as db:
        found = from_day(db, tomorrow, at_most=200)
    return next(one for one in found if one.commune == commune and (one.team_id is not None) == with_team)


def book(service: Service, into: Opening, people: int = 1) -> None:
    with service.engine.begin() as db:
        builders.booking(db, into, now=service.clock.now(), people=people)


def lists_of(opening: Opening) -> tuple[str, str, str]:
    page = f"/desk/openings/{opening.id}"
    return page, f"{page}/sheet", f"{page}/list.csv"


def test_an_officer_sees_who_is_booked_in_her_commune(service: Service) -> None:
    opening = opening_of(service, "Thượng Trạch")
    book(service, opening, people=3)
    log_in(service.client, OFFICER)
    assert "Thứ tư 2/12/2026 Trung tâm xã Thượng Trạch 7h30-11h Đã đặt 3/20 Làm được mức 2" in words(
        service.client.get("/desk")
    ).replace("thứ tư", "Thứ tư")
    page, sheet, table = (service.client.get(address) for address in lists_of(opening))
    assert "1 Hồ Văn 0 1950" in words(page)
    assert "3 người đã đặt, tối đa 20; 1 lượt đặt, 0 người báo sẽ đến." in words(page)
    assert "Bản xem tạm, lập lúc 9:00 1/12/2026" in words(page)
    assert "Hồ Văn 2 1952" in words(sheet)
    assert "Ký tên" in words(sheet)
    assert "Bản xem tạm, lập lúc 9h ngày 1/12/2026" in words(sheet)
    assert [line.split(",")[2] for line in table.text.splitlines()] == [
        "Họ và tên",
        "Hồ Văn 0",
        "Hồ Văn 1",
        "Hồ Văn 2",
    ]


def test_an_officer_sees_nothing_of_another_commune(service: Service) -> None:
    opening = opening_of(service, "Thượng Trạch")
    book(service, opening, people=3)
    log_in(service.client, STRANGER)
    own = words(service.client.get("/desk?all"))
    assert "Trung tâm xã Dân Hóa" in own
    assert "Thượng Trạch" not in own
    for address in lists_of(opening):
        answer = service.client.get(address)
        assert answer.status_code == 404
        assert "Hồ Văn" not in answer.text
    with service.engine.connect() as db:
        done = db.execute(sa.select(audit_entries.c.action)).scalars().all()
    assert done == ["desk.login"]


def test_an_opening_of_another_commune_is_answered_like_one_that_never_was(plain: Service) -> None:
    log_in(plain.client, STRANGER)
    hidden = plain.client.get(f"/desk/openings/{opening_of(plain, 'Thượng Trạch').id}")
    nowhere = plain.client.get("/desk/openings/999999")
    assert (hidden.status_code, hidden.text) == (nowhere.status_code, nowhere.text)


def test_the_admin_sees_both_communes(service: Service) -> None:
    log_in(service.client, ADMIN, add_admin(service, password=OWN_PASSWORD))
    shown = words(service.client.get("/desk"))
    assert "Trung tâm xã Dân Hóa" in shown
    assert "Trung tâm xã Thượng Trạch" in shown
    for commune in ("Dân Hóa", "Thượng Trạch"):
        assert service.client.get(lists_of(opening_of(service, commune))[0]).status_code == 200


def test_a_leader_sees_the_visits_of_the_own_team_only(service: Service) -> None:
    centre = opening_of(service, "Thượng Trạch")
    visit = opening_of(service, "Thượng Trạch", with_team=True)
    log_in(service.client, LEADER)
    shown = words(service.client.get("/desk?all"))
    assert visit.place_name in shown
    assert "Trung tâm" not in shown
    assert [service.client.get(lists_of(one)[0]).status_code for one in (visit, centre)] == [200, 404]


def test_without_more_than_asked_the_page_goes_two_weeks_ahead(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    soon, everything = words(plain.client.get("/desk")), words(plain.client.get("/desk?all"))
    assert ("thứ ba 15/12/2026" in soon, "thứ tư 16/12/2026" in soon) == (True, False)
    assert "25/1/2027" in everything
    assert "Hôm nay, thứ ba 1/12/2026" in soon


def test_an_opening_of_this_morning_is_over_in_the_afternoon(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    assert "đã xong" not in words(plain.client.get("/desk"))
    plain.clock.advance(timedelta(hours=5))
    assert words(plain.client.get("/desk")).count("đã xong") == 1


def test_a_day_without_an_opening_says_so(plain: Service) -> None:
    plain.clock.advance(timedelta(days=4))
    log_in(plain.client, OFFICER)
    assert "Hôm nay không có buổi nào." in words(plain.client.get("/desk"))


def test_a_full_opening_is_marked(plain: Service) -> None:
    book(plain, opening_of(plain, "Thượng Trạch"), people=20)
    log_in(plain.client, OFFICER)
    assert "Đã đặt 20/20 hết chỗ" in words(plain.client.get("/desk"))


def test_the_list_carries_the_version_that_was_handed_out_until_it_changes(service: Service) -> None:
    opening = opening_of(service, "Thượng Trạch")
    book(service, opening)
    service.clock.advance(timedelta(hours=7))
    service.sweep("officer_lists")
    log_in(service.client, OFFICER)
    page, sheet, _ = lists_of(opening)
    assert "Phiên bản 1, lập lúc 16:00 1/12/2026" in words(service.client.get(page))
    assert "Phiên bản 1, lập lúc 16h ngày 1/12/2026" in words(service.client.get(sheet))
    service.clock.advance(timedelta(minutes=5))
    book(service, opening)
    assert "Bản xem tạm, lập lúc 16:05 1/12/2026" in words(service.client.get(page))


def test_the_sheet_may_bring_its_own_style_and_no_other(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    _, sheet, _ = lists_of(opening_of(plain, "Thượng Trạch"))
    policy = plain.client.get(sheet).headers["Content-Security-Policy"]
    assert f"style-src {as_html.STYLE_SOURCE};" in policy
    assert "unsafe" not in policy


def test_a_table_that_leaves_the_house_is_noted_with_who_took_it(service: Service) -> None:
    opening = opening_of(service, "Thượng Trạch")
    book(service, opening, people=2)
    log_in(service.client, OFFICER)
    answer = service.client.get(lists_of(opening)[2])
    assert (
        answer.headers["Content-Disposition"]
        == "attachment; filename=2026-12-02_trung-tam-thuong-trach_0730.csv"
    )
    a = audit_entries.c
    with service.engine.connect() as db:
        found = db.execute(
            sa.select(officials.c.phone, a.commune_id, a.subject, a.detail)
            .join(officials, officials.c.id == a.official_id)
            .where(a.action == "list.download")
        ).all()
    assert [tuple(row) for row in found] == [
        (OFFICER, opening.commune_id, f"opening:{opening.id}", {"persons": 2})
    ]


@pytest.mark.parametrize("address", ["/desk", "/desk/openings/{}", "/desk/openings/{}/sheet"])
def test_a_page_asks_the_database_as_often_for_three_bookings_as_for_one(
    plain: Service, address: str
) -> None:
    opening = opening_of(plain, "Thượng Trạch")
    page = address.format(opening.id)
    log_in(plain.client, OFFICER)
    book(plain, opening)
    with_one = statements(plain, page)
    book(plain, opening, people=2)
    book(plain, opening)
    assert (statements(plain, page), with_one > 0) == (with_one, True)


def statements(service: Service, page: str) -> int:
    """How many statements it takes to answer for a page."""
    with statements_of(service.engine) as seen:
        assert service.client.get(page).status_code == 200
    return len(seen)


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30])
def test_an_opening_that_cannot_be_is_not_found(service: Service, number: int) -> None:
    log_in(service.client, OFFICER)
    pages = (
        f"/desk/openings/{number}",
        f"/desk/openings/{number}/sheet",
        f"/desk/openings/{number}/list.csv",
    )
    assert [service.client.get(page).status_code for page in pages] == [404, 404, 404]
