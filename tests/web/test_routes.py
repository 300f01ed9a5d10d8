"""Every address that answers, and who may ask it."""

import re

import pytest
from flask import Flask

from helpdesk.app import PAGES
from helpdesk.settings import Settings
from helpdesk.web.desk.access.gate import DECLARED
from helpdesk.web.desk.access.permissions import Permission
from tests.support.service import Service
from tests.web.conftest import Start

Routes = dict[tuple[str, str], Permission | str | None]

FOR_MACHINES: Routes = {
    ("POST", "/channels/twilio/sms"): "not a page",
    ("POST", "/channels/twilio/status"): "not a page",
    ("GET", "/health/live"): "not a page",
    ("GET", "/health/ready"): "not a page",
    ("GET", "/metrics"): "not a page",
}
SIMULATOR: Routes = {("POST", "/channels/simulator"): "not a page"}
FOR_ANYONE: Routes = {
    ("GET", "/"): "not a page",
    ("GET", "/favicon.ico"): "not a page",
    ("GET", "/language/<code>"): "not a page",
    ("GET", "/static/<path:filename>"): "not a page",
}
DESK: Routes = {
    ("GET", "/desk"): Permission.LISTS,
    ("GET", "/desk/attendance"): Permission.ATTENDANCE,
    ("GET", "/desk/attendance/report.csv"): Permission.ATTENDANCE,
    ("GET", "/desk/bookings/<int:booking_id>"): Permission.BOOKINGS,
    ("POST", "/desk/bookings/<int:booking_id>/add"): Permission.BOOKINGS,
    ("POST", "/desk/bookings/<int:booking_id>/move"): Permission.BOOKINGS,
    ("POST", "/desk/bookings/<int:booking_id>/persons/<int:person_id>"): Permission.BOOKINGS,
    ("POST", "/desk/bookings/<int:booking_id>/persons/<int:person_id>/cancel"): Permission.BOOKINGS,
    ("GET", "/desk/openings/<int:opening_id>/book"): Permission.BOOKINGS,
    ("POST", "/desk/openings/<int:opening_id>/book"): Permission.BOOKINGS,
    ("GET", "/desk/same-persons"): Permission.BOOKINGS,
    ("POST", "/desk/same-persons/<int:commune_id>/<int:first_id>/<int:second_id>"): Permission.BOOKINGS,
    ("GET", "/desk/conversations"): Permission.CONVERSATIONS,
    ("GET", "/desk/conversations/marked.jsonl"): Permission.CONVERSATIONS,
    ("GET", "/desk/conversations/report.csv"): Permission.CONVERSATIONS,
    ("GET", "/desk/conversations/texts"): Permission.CONVERSATIONS,
    ("POST", "/desk/conversations/texts/<int:message_id>/wrong"): Permission.CONVERSATIONS,
    ("POST", "/desk/calls/<int:call_id>/not-reached"): Permission.TICKETS,
    ("POST", "/desk/calls/<int:call_id>/told"): Permission.TICKETS,
    ("POST", "/desk/offers/<int:offer_id>/accept"): Permission.TICKETS,
    ("POST", "/desk/offers/<int:offer_id>/decline"): Permission.TICKETS,
    ("POST", "/desk/openings/<int:opening_id>/capacity"): Permission.PLANNING,
    ("POST", "/desk/waiting/<int:wait_id>/leave"): Permission.PLANNING,
    ("GET", "/desk/facts"): Permission.FACTS,
    ("GET", "/desk/facts/<int:commune_id>/<key>"): Permission.FACTS,
    ("POST", "/desk/facts/<int:commune_id>/<key>"): Permission.FACTS,
    ("POST", "/desk/facts/<int:commune_id>/<key>/sign"): Permission.FACTS,
    ("GET", "/desk/hours"): Permission.PLANNING,
    ("POST", "/desk/hours/<int:commune_id>"): Permission.PLANNING,
    ("POST", "/desk/hours/<int:commune_id>/<int:half_day_id>/remove"): Permission.PLANNING,
    ("POST", "/desk/hours/<int:commune_id>/days"): Permission.PLANNING,
    ("GET", "/desk/login"): None,
    ("POST", "/desk/login"): None,
    ("POST", "/desk/logout"): Permission.OWN_ACCOUNT,
    ("GET", "/desk/messages"): Permission.MESSAGES,
    ("POST", "/desk/messages/<int:message_id>/again"): Permission.MESSAGES,
    ("POST", "/desk/messages/<int:message_id>/told"): Permission.MESSAGES,
    ("GET", "/desk/openings/<int:opening_id>"): Permission.LISTS,
    ("GET", "/desk/openings/<int:opening_id>/attendance"): Permission.ATTENDANCE,
    ("POST", "/desk/openings/<int:opening_id>/attendance/<int:booked_person_id>"): Permission.ATTENDANCE,
    ("POST", "/desk/openings/<int:opening_id>/attendance/code"): Permission.ATTENDANCE,
    ("POST", "/desk/openings/<int:opening_id>/attendance/rest"): Permission.ATTENDANCE,
    ("GET", "/desk/openings/<int:opening_id>/list.csv"): Permission.LISTS,
    ("GET", "/desk/openings/<int:opening_id>/sheet"): Permission.LISTS,
    ("GET", "/desk/password"): Permission.OWN_ACCOUNT,
    ("POST", "/desk/password"): Permission.OWN_ACCOUNT,
    ("GET", "/desk/openings/<int:opening_id>/change"): Permission.PLANNING,
    ("POST", "/desk/openings/<int:opening_id>/change"): Permission.PLANNING,
    (
        "POST",
        "/desk/openings/<int:opening_id>/change/<int:change_id>/<int:booking_id>/move",
    ): Permission.PLANNING,
    (
        "POST",
        "/desk/openings/<int:opening_id>/change/<int:change_id>/<int:booking_id>/told",
    ): Permission.PLANNING,
    ("POST", "/desk/openings/<int:opening_id>/change/<int:change_id>/undo"): Permission.PLANNING,
    ("GET", "/desk/plan"): Permission.PLANNING,
    ("POST", "/desk/plan/<int:commune_id>"): Permission.PLANNING,
    ("POST", "/desk/plan/<int:commune_id>/habits"): Permission.PLANNING,
    ("GET", "/desk/texts"): Permission.TEXTS,
    ("GET", "/desk/texts/<flow>"): Permission.TEXTS,
    ("POST", "/desk/texts/<flow>/sign"): Permission.TEXTS,
    ("GET", "/desk/tickets"): Permission.TICKETS,
    ("POST", "/desk/tickets/<int:ticket_id>/close"): Permission.TICKETS,
    ("POST", "/desk/tickets/<int:ticket_id>/erase"): Permission.TICKETS,
    ("POST", "/desk/tickets/<int:ticket_id>/reach"): Permission.TICKETS,
}
PHONE: Routes = {("GET", "/phone"): "not a page", ("POST", "/phone"): "not a page"}


def routes_of(app: Flask) -> Routes:
    """What the app answers, with what each view declares about who may ask; "not a page" of officials: nothing."""
    found: Routes = {}
    for rule in app.url_map.iter_rules():
        declared = vars(app.view_functions[rule.endpoint]).get(DECLARED, "not a page")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            found[method, rule.rule] = declared
    return found


def pages(service: Service) -> Flask:
    app = service.app.extensions[PAGES]
    assert isinstance(app, Flask)
    return app


def test_machines_are_answered_at_these_addresses_and_no_others(plain: Service) -> None:
    assert routes_of(plain.app) == FOR_MACHINES | SIMULATOR


def test_each_of_the_officials_pages_declares_its_permission(plain: Service) -> None:
    assert routes_of(pages(plain)) == FOR_ANYONE | DESK | PHONE


def test_production_has_no_simulated_phone(start: Start, in_production: Settings) -> None:
    service = start(settings=in_production)
    assert (routes_of(service.app), routes_of(pages(service))) == (FOR_MACHINES, FOR_ANYONE | DESK)
    assert service.client.get("/phone").status_code == 404
    assert service.client.post("/channels/simulator").status_code == 404


@pytest.mark.parametrize(("method", "rule"), [route for route, needed in DESK.items() if needed is not None])
def test_nobody_enters_without_a_login(plain: Service, method: str, rule: str) -> None:
    address = re.sub("<(int:)?[a-z_]+>", "1", rule)
    if method == "POST":
        # Without a login there is no form, so no token either; with a token of the login form it is no better.
        assert plain.client.post(address).status_code == 400
        return
    answer = plain.client.get(address)
    assert (answer.status_code, answer.location) == (303, f"/desk/login?next={address}")
