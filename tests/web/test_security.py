"""What the headers of every page forbid a browser."""

import re

import pytest

from helpdesk.settings import Settings
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in
from tests.web.conftest import PUBLIC_URL, Start

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALL_PAGES = (
    "/",
    "/desk",
    "/desk/openings/1",
    "/desk/tickets",
    "/desk/password",
    "/phone",
    "/phone?number=0912345678",
)


@pytest.mark.parametrize("path", ["/", "/desk/login", "/desk", "/nowhere", "/static/pages.css", "/phone"])
def test_every_answer_to_a_person_carries_them(plain: Service, path: str) -> None:
    headers = plain.client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/desk", "/desk/openings/1", "/desk/openings/1/list.csv", "/desk/tickets"])
def test_no_browser_and_no_proxy_keeps_what_names_people(plain: Service, path: str) -> None:
    log_in(plain.client, OFFICER)
    assert plain.client.get(path).headers["Cache-Control"] == "no-store"


def test_what_names_nobody_may_be_kept(plain: Service) -> None:
    assert "no-store" not in plain.client.get("/static/pages.css").headers["Cache-Control"]


def test_only_production_insists_on_https(start: Start, plain: Service, in_production: Settings) -> None:
    production = start(settings=in_production).client.get("/desk/login", base_url=PUBLIC_URL)
    assert production.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in plain.client.get("/desk/login").headers


@pytest.mark.parametrize("path", ALL_PAGES)
def test_no_page_holds_what_the_policy_would_refuse(plain: Service, path: str) -> None:
    plain.text("0912345678", "menu")
    log_in(plain.client, OFFICER)
    page = plain.client.get(path)
    assert page.status_code == 200
    assert re.findall(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|javascript:", page.text) == []
    assert re.findall(r'(?:src|href|action)="(?!/|#|tel:)[^"]*"', page.text) == []
