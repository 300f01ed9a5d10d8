"""Failed logins are limited, forms carry a token, and the cookie is kept from scripts and strangers."""

import re
from math import ceil
from time import monotonic

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from helpdesk.people.officials import by_phone, end_logins
from helpdesk.settings import Settings
from helpdesk.up.embedded_redis import EmbeddedRedis
from helpdesk.web.desk.access.guards import PASSWORD_TIME, client_address, network_of
from helpdesk.web.desk.access.known_browsers import COOKIE
from helpdesk.web.desk.access.password_time import AT_ONCE_S, SHARE, PasswordTime
from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import LEADER, OFFICER, STRANGER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import PUBLIC_URL, Start
from tests.web.test_routes import pages

WRONG = "not the password"


def answers(client: FlaskClient, phone: str, password: str, times: int) -> list[int]:
    return [log_in(client, phone, password).status_code for _ in range(times)]


def cookie_of(answer: TestResponse, name: str) -> set[str]:
    """What is said of a cookie that an answer sets, but for its value and age."""
    (cookie,) = [set_ for set_ in answer.headers.getlist("Set-Cookie") if set_.startswith(f"{name}=")]
    return {part for part in cookie.split("; ")[1:] if not part.startswith(("Expires", "Max-Age"))}


def test_after_eight_wrong_passwords_a_phone_must_wait(plain: Service) -> None:
    assert answers(plain.client, OFFICER, WRONG, 8) == [422] * 8
    refused = log_in(plain.client, OFFICER, PASSWORD)
    assert refused.status_code == 429
    left = int(refused.headers["Retry-After"])
    assert 10 * 60 < left <= 15 * 60
    minutes = ceil(left / 60)
    assert f"Hãy chờ {minutes} phút rồi thử lại. Too many attempts. Wait {minutes} minutes" in words(refused)


def test_what_ends_her_logins_lets_her_try_again_at_once(plain: Service) -> None:
    assert answers(plain.client, OFFICER, WRONG, 9) == [422] * 8 + [429]
    with plain.engine.begin() as db:
        officer = by_phone(db, OFFICER)
        assert officer is not None
        end_logins(db, officer.id)
    assert answers(plain.client, OFFICER, WRONG, 9) == [422] * 8 + [429]
    with plain.engine.begin() as db:
        end_logins(db, officer.id)
    assert log_in(plain.client, OFFICER, PASSWORD).status_code == 303


def test_strangers_who_know_her_number_do_not_keep_her_out_where_she_has_logged_in_before(
    plain: Service,
) -> None:
    log_in(plain.client, OFFICER)
    submit(plain.client, "/desk", "/desk/logout")
    stranger = plain.app.test_client()
    assert answers(stranger, OFFICER, WRONG, 9) == [422] * 8 + [429]
    assert log_in(stranger, OFFICER, PASSWORD).status_code == 429
    assert log_in(plain.client, OFFICER, PASSWORD).status_code == 303


def test_in_a_browser_that_knows_her_her_password_cannot_be_guessed_either(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    submit(plain.client, "/desk", "/desk/logout")
    assert answers(plain.client, OFFICER, WRONG, 9) == [422] * 8 + [429]


def test_what_makes_a_browser_known_is_kept_from_scripts_and_cannot_be_written_by_others(
    plain: Service,
) -> None:
    answer = log_in(plain.client, OFFICER)
    assert cookie_of(answer, COOKIE) == {"HttpOnly", "Path=/", "SameSite=Lax"}
    made = plain.client.get_cookie(COOKIE)
    assert made is not None
    assert OFFICER.removeprefix("+84") not in made.value
    stranger = plain.app.test_client()
    stranger.set_cookie(COOKIE, made.value[:-2] + "AA")
    answers(stranger, OFFICER, WRONG, 8)
    assert log_in(stranger, OFFICER, PASSWORD).status_code == 429


def test_strangers_take_no_more_than_their_share_of_time_and_who_is_known_logs_in(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    submit(plain.client, "/desk", "/desk/logout")
    taken: PasswordTime = pages(plain).extensions[PASSWORD_TIME]
    taken.left(monotonic())
    taken.take(AT_ONCE_S + 9 * SHARE)
    try:
        refused = log_in(plain.app.test_client(), STRANGER)
        assert refused.status_code == 429
        assert 0 < int(refused.headers["Retry-After"]) <= 9
        assert f"Hãy chờ {refused.headers['Retry-After']} giây rồi thử lại." in words(refused)
        assert log_in(plain.client, OFFICER).status_code == 303
    finally:
        taken.taken = 0.0


def test_time_that_strangers_took_comes_back_by_their_share() -> None:
    taken = PasswordTime()
    assert taken.left(100.0)
    taken.take(AT_ONCE_S)
    assert [taken.left(100.0), taken.left(100.1)] == [False, True]
    taken.take(SHARE)
    assert [taken.left(100.1), taken.left(101.2)] == [False, True]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
    ],
)
def test_addresses_that_one_customer_has_are_counted_as_one(address: str, network: str) -> None:
    assert network_of(address) == network


def test_how_the_phone_is_written_makes_no_difference_to_the_limit(plain: Service) -> None:
    answers(plain.client, "0900000001", WRONG, 4)
    answers(plain.client, "+84 900 000 001", WRONG, 4)
    assert log_in(plain.client, OFFICER, PASSWORD).status_code == 429


def test_the_limit_of_one_phone_is_not_that_of_another(plain: Service) -> None:
    answers(plain.client, OFFICER, WRONG, 9)
    assert log_in(plain.client, STRANGER, PASSWORD).status_code == 303


def test_logins_that_succeed_are_not_counted(plain: Service) -> None:
    browsers = [plain.app.test_client() for _ in range(10)]
    assert [log_in(browser, OFFICER).status_code for browser in browsers] == [303] * 10


def test_one_address_cannot_try_phone_after_phone(plain: Service) -> None:
    tried = [f"+8490000{number:04}" for number in range(1000, 1040)]
    assert {log_in(plain.client, phone, WRONG).status_code for phone in tried} == {422}
    assert log_in(plain.client, OFFICER, PASSWORD).status_code == 429


def test_the_old_password_cannot_be_guessed_at_the_change_of_it_either(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    tried = {"old": WRONG, "new": "một câu dài hơn", "again": "một câu dài hơn"}
    codes = [submit(plain.client, "/desk/password", "/desk/password", tried).status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]


def test_all_web_processes_count_together_in_redis(start: Start, redis_server: EmbeddedRedis) -> None:
    one, other = start(redis=redis_server), start(redis=redis_server)
    answers(one.client, OFFICER, WRONG, 5)
    answers(other.client, OFFICER, WRONG, 3)
    assert log_in(one.client, OFFICER, PASSWORD).status_code == 429
    assert log_in(one.client, LEADER, PASSWORD).status_code == 303
    assert one.runtime.redis is not None
    keys = str(one.runtime.redis.keys("*"))
    assert ("helpdesk" in keys, "900000001" in keys) == (True, False)


def test_a_redis_that_is_away_keeps_nobody_out(start: Start, settings: Settings) -> None:
    away = start(settings=Settings(**{**vars(settings), "redis_url": "redis://127.0.0.1:1/0"}))
    assert log_in(away.client, OFFICER).status_code == 303
    assert answers(away.app.test_client(), LEADER, WRONG, 9) == [422] * 8 + [429]


def test_a_form_without_its_token_does_nothing(plain: Service) -> None:
    answer = plain.client.post("/desk/login", data={"phone": OFFICER, "password": PASSWORD})
    assert answer.status_code == 400
    assert words(answer).endswith(
        "Trang này mở đã lâu nên không dùng được nữa. Hãy quay lại, tải lại trang rồi làm lại."
        " This page was open for too long. Go back, reload the page and try again. Về trang đầu · Home Mã 400"
    )
    assert plain.client.get("/desk").status_code == 303


def test_every_form_of_the_pages_wants_a_token(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    rules = [rule for rule in pages(plain).url_map.iter_rules() if "POST" in (rule.methods or ())]
    assert len(rules) > 15
    codes = {
        rule.rule: plain.client.post(re.sub("<(int:)?[a-z_]+>", "1", rule.rule)).status_code for rule in rules
    }
    assert codes == dict.fromkeys(codes, 400)


def test_a_token_of_another_browser_is_none(plain: Service) -> None:
    theirs = re.search(r'name="csrf_token" value="([^"]+)"', plain.app.test_client().get("/desk/login").text)
    assert theirs is not None
    plain.client.get("/desk/login")
    fields = {"csrf_token": theirs[1], "phone": OFFICER, "password": PASSWORD}
    assert plain.client.post("/desk/login", data=fields).status_code == 400


def test_the_cookie_is_kept_from_scripts_and_from_other_servers(plain: Service) -> None:
    assert cookie_of(plain.client.get("/desk/login"), "helpdesk") == {"HttpOnly", "Path=/", "SameSite=Lax"}


def test_in_production_the_cookie_travels_by_https_only(start: Start, in_production: Settings) -> None:
    answer = start(settings=in_production).client.get("/desk/login", base_url=PUBLIC_URL)
    assert cookie_of(answer, "helpdesk") == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


def test_what_was_in_the_cookie_before_the_login_is_not_in_it_after(plain: Service) -> None:
    plain.client.get("/desk/login")
    before = plain.client.get_cookie("helpdesk")
    log_in(plain.client, OFFICER)
    after = plain.client.get_cookie("helpdesk")
    assert before is not None
    assert after is not None
    with pages(plain).test_request_context(headers={"Cookie": f"helpdesk={after.value}"}) as request:
        assert "csrf_token" not in request.session


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("14.160.0.9", None, "14.160.0.9"),
        ("14.160.0.9", "198.51.100.1", "14.160.0.9"),  # a stranger may write what he likes
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("172.18.0.2", "10.1.2.3, 198.51.100.1", "198.51.100.1"),  # only the last hop is our proxy's word
        ("127.0.0.1", "", "127.0.0.1"),
    ],
)
def test_only_a_proxy_of_our_own_is_believed_about_who_calls(
    plain: Service, peer: str, forwarded: str | None, address: str
) -> None:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    with pages(plain).test_request_context(headers=headers, environ_base={"REMOTE_ADDR": peer}):
        assert client_address() == address
