"""The pages speak Vietnamese, and English to whoever chose it."""

from datetime import UTC, date, datetime, time

import pytest

from helpdesk.clock import at_local
from helpdesk.settings import Settings
from helpdesk.web.language import hours, long_date, moment, say
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, words
from tests.web.conftest import PUBLIC_URL, Start
from tests.web.test_routes import pages


@pytest.mark.parametrize(
    ("cookie", "said"),
    [
        (None, ("xin chào", "thứ ba 1/12/2026", "9:05 1/12/2026", "7h30-11h")),
        ("language=vi", ("xin chào", "thứ ba 1/12/2026", "9:05 1/12/2026", "7h30-11h")),
        ("language=en", ("hello", "Tuesday 1 Dec 2026", "9:05 1 Dec 2026", "7:30-11:00")),
        ("language=xx", ("xin chào", "thứ ba 1/12/2026", "9:05 1/12/2026", "7h30-11h")),
    ],
)
def test_words_dates_and_hours_follow_the_choice(
    plain: Service, cookie: str | None, said: tuple[str, str, str, str]
) -> None:
    day = date(2026, 12, 1)
    with pages(plain).test_request_context(headers={"Cookie": cookie} if cookie else {}):
        assert said == (
            say("xin chào", "hello"),
            long_date(day),
            moment(datetime(2026, 12, 1, 2, 5, tzinfo=UTC)),
            hours(at_local(day, time(7, 30)), at_local(day, time(11))),
        )


def test_a_link_changes_the_language_and_leads_back(plain: Service) -> None:
    log_in(plain.client, OFFICER)
    vietnamese = plain.client.get("/desk/tickets")
    assert 'lang="vi"' in vietnamese.text
    assert 'href="/language/en?next=/desk/tickets"' in vietnamese.text
    answer = plain.client.get("/language/en?next=/desk/tickets")
    assert (answer.status_code, answer.location) == (303, "/desk/tickets")
    english = plain.client.get("/desk/tickets")
    assert 'lang="en"' in english.text
    assert "Nothing is waiting." in words(english)
    plain.client.get("/language/vi")
    assert words(plain.client.get("/desk/tickets")) == words(vietnamese)


def test_the_choice_sends_nobody_to_another_server(plain: Service) -> None:
    assert plain.client.get("/language/en?next=//bad.example").location == "/"


def test_in_production_the_choice_travels_by_https_only(start: Start, in_production: Settings) -> None:
    answer = start(settings=in_production).client.get("/language/en", base_url=PUBLIC_URL)
    assert {"Secure", "HttpOnly", "SameSite=Lax"} < set(answer.headers["Set-Cookie"].split("; "))
