"""Logging in and out, and one's own password."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from werkzeug.test import TestResponse

from helpdesk.people.officials import by_phone, end
from helpdesk.people.tables import audit_entries, officials
from helpdesk.settings import Settings
from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, add_admin
from tests.support.service import Service
from tests.support.standing_apps import cheaply_hashed
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import Start

OWN_PASSWORD = "trời mưa thì ở nhà"


def deeds(service: Service) -> list[str]:
    with service.engine.connect() as db:
        return list(db.execute(sa.select(audit_entries.c.action).order_by(audit_entries.c.id)).scalars())


def may_see_openings(service: Service) -> bool:
    return service.client.get("/desk").status_code == 200


@pytest.mark.parametrize("written", ["0900000001", "+84900000001", "84 900 000 001", "0900.000.001"])
def test_the_phone_may_be_written_as_people_write_it(plain: Service, written: str) -> None:
    answer = log_in(plain.client, written)
    assert (answer.status_code, answer.location) == (303, "/desk")
    assert may_see_openings(plain)


def test_a_login_is_kept_in_the_audit(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert deeds(service) == ["desk.login"]


def test_a_wrong_password_and_an_unknown_phone_are_told_alike(plain: Service) -> None:
    wrong = log_in(plain.client, OFFICER, "not the password")
    unknown = log_in(plain.client, "+84900000077", PASSWORD)
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "Số điện thoại hoặc mật khẩu không đúng." in words(wrong)
    assert words(wrong) == words(unknown)
    assert not may_see_openings(plain)
    assert deeds(plain) == []


def test_a_login_hashes_a_password_anew_that_was_hashed_for_less_than_today(
    start: Start, settings: Settings
) -> None:
    with_an_app_of_its_own = start(settings=replace(settings, secret_key=None))
    assert log_in(with_an_app_of_its_own.client, OFFICER).status_code == 303
    with with_an_app_of_its_own.engine.connect() as db:
        kept = db.execute(sa.select(officials.c.password).where(officials.c.phone == OFFICER)).scalar_one()
    today = PasswordHasher()
    assert (today.check_needs_rehash(cheaply_hashed(PASSWORD)), today.check_needs_rehash(kept)) == (
        True,
        False,
    )
    assert log_in(with_an_app_of_its_own.app.test_client(), OFFICER).status_code == 303


def test_the_password_typed_is_not_sent_back(plain: Service) -> None:
    assert "not the password" not in log_in(plain.client, OFFICER, "not the password").text


def test_an_official_who_left_gets_in_no_more(service: Service) -> None:
    log_in(service.client, OFFICER)
    with service.engine.begin() as db:
        db.execute(officials.update().where(officials.c.phone == OFFICER).values(active=False))
    assert not may_see_openings(service)
    assert log_in(service.app.test_client(), OFFICER).status_code == 422


def test_one_comes_to_the_page_one_asked_for(plain: Service) -> None:
    assert plain.client.get("/desk/tickets?x=1").location == "/desk/login?next=/desk/tickets?x%3D1"
    assert log_in(plain.client, OFFICER, after="/desk/tickets?x=1").location == "/desk/tickets?x=1"


@pytest.mark.parametrize("stranger", ["https://bad.example/desk", "//bad.example/desk", "/\\bad.example"])
def test_a_login_sends_nobody_to_another_server(plain: Service, stranger: str) -> None:
    assert log_in(plain.client, OFFICER, after=stranger).location == "/desk"


def test_whoever_is_logged_in_needs_no_login_page(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    assert plain.client.get("/desk/login").location == "/desk"


def test_after_the_logout_the_pages_are_closed(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    answer = submit(plain.client, "/desk", "/desk/logout")
    assert (answer.status_code, answer.location) == (303, "/desk/login")
    assert not may_see_openings(plain)


def test_a_logout_ends_every_login_of_the_official_and_nobody_elses(service: Service) -> None:
    copied, colleague = service.app.test_client(), service.app.test_client()
    for client, phone in ((copied, OFFICER), (colleague, LEADER), (service.client, OFFICER)):
        log_in(client, phone)
    answer = submit(service.client, "/desk", "/desk/logout")
    assert "Đã đăng xuất trên mọi máy." in words(service.client.get(answer.location))
    assert copied.get("/desk").location == "/desk/login?next=/desk"
    assert colleague.get("/desk").status_code == 200
    assert log_in(copied, OFFICER).location == "/desk"


def test_a_one_time_password_is_not_kept_by_changing_it_to_itself(plain: Service) -> None:
    one_time = add_admin(plain)
    log_in(plain.client, ADMIN, one_time)
    answer = change(plain, one_time, one_time)
    assert (answer.status_code, "Mật khẩu mới phải khác mật khẩu cũ." in words(answer)) == (422, True)
    assert plain.client.get("/desk").location == "/desk/password"


def test_a_one_time_password_opens_nothing_but_its_own_change(service: Service) -> None:
    one_time = add_admin(service)
    log_in(service.client, ADMIN, one_time)
    for page in ("/desk", "/desk/tickets", "/desk/openings/1"):
        answer = service.client.get(page)
        assert (answer.status_code, answer.location) == (303, "/desk/password")
    assert "chỉ dùng một lần" in words(service.client.get("/desk/password"))
    changed = change(service, one_time, OWN_PASSWORD)
    assert (changed.status_code, changed.location) == (303, "/desk")
    assert may_see_openings(service)
    assert log_in(service.app.test_client(), ADMIN, OWN_PASSWORD).status_code == 303
    assert log_in(service.app.test_client(), ADMIN, one_time).status_code == 422
    assert deeds(service) == ["desk.login", "desk.password", "desk.login"]


def test_a_new_password_ends_the_logins_on_other_browsers(service: Service) -> None:
    elsewhere = service.app.test_client()
    log_in(elsewhere, LEADER)
    log_in(service.client, LEADER)
    change(service, PASSWORD, OWN_PASSWORD)
    assert may_see_openings(service)
    assert elsewhere.get("/desk").status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "why"),
    [
        ("not the old one", OWN_PASSWORD, OWN_PASSWORD, "Mật khẩu cũ không đúng."),
        (PASSWORD, OWN_PASSWORD, "trời nắng thì đi", "Hai lần nhập không giống nhau."),
        (PASSWORD, "ngắn quá", "ngắn quá", "Mật khẩu mới cần ít nhất 10 ký tự."),
        (PASSWORD, "x" * 1001, "x" * 1001, "Mật khẩu mới dài nhất 1000 ký tự."),
    ],
)
def test_a_password_that_cannot_be_taken_says_why(
    plain: Service, old: str, new: str, again: str, why: str
) -> None:
    log_in(plain.client, OFFICER)
    answer = change(plain, old, new, again)
    assert answer.status_code == 422
    assert why in words(answer)
    assert log_in(plain.app.test_client(), OFFICER, PASSWORD).status_code == 303


def change(service: Service, old: str, new: str, again: str | None = None) -> TestResponse:
    fields = {"old": old, "new": new, "again": again or new}
    return submit(service.client, "/desk/password", "/desk/password", fields)


@pytest.mark.parametrize("password", ["x" * 5000, "ﷺ" * 400], ids=["long", "long when normalised"])
def test_a_password_of_any_length_is_wrong_and_no_fault(plain: Service, password: str) -> None:
    assert log_in(plain.client, OFFICER, password).status_code == 422
    assert log_in(plain.client, "+84900000077", password).status_code == 422


def test_whoever_works_here_no_longer_is_logged_out_and_stays_out(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert may_see_openings(service)
    with service.engine.begin() as db:
        official = by_phone(db, OFFICER)
        assert official is not None
        end(db, official.id)
    assert not may_see_openings(service)
    assert log_in(service.client, OFFICER).status_code == 422
