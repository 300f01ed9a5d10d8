"""Several communes in one installation: an official of one sees nothing of another, on any page there is or will be.

The pages are found in the app itself (tests/support/desk_pages.py), so a page that is added is walked over without a
line here.
"""

from datetime import timedelta
from html import unescape

import pytest
from werkzeug.test import TestResponse

from helpdesk.booking.openings import from_day
from helpdesk.booking.waiting_list.answering import decline
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.offers import held_of
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import local_date
from helpdesk.people import consents
from helpdesk.people.contacts import meet
from helpdesk.store.base import metadata
from tests.support.builders import PROXY
from tests.support.desk_pages import (
    everything,
    forms_on_pages,
    ids_for,
    names_a_row,
    rules,
    searched_for,
    table_of,
    token_of,
)
from tests.support.marked_commune import NAME, PHONE, Marked, fill, ids_of, rows_without, strays
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.web_pages import log_in, submit, words
from tests.web.conftest import Start

STRANGE_LEADER = "+84900000004"
"""Leads the mobile team of the other commune."""

PASSWORD = "trời mưa thì ở nhà"


@pytest.fixture
def two(start: Start) -> tuple[Service, Marked]:
    """A service of two communes, one of them full of marked words."""
    service = start()
    return service, fill(service)


def leaked(answer: TestResponse, marked: Marked) -> list[str]:
    """What of the filled commune stands in an answer."""
    said = unescape(answer.text) + str(answer.headers)
    return [what for what, words in marked.words.items() if any(word in said for word in words)]


def test_what_could_leak_is_there_for_its_own_officer(two: tuple[Service, Marked]) -> None:
    service, marked = two
    log_in(service.client, OFFICER)
    seen: dict[str, set[str]] = {}
    for rule, address in everything(service, marked.commune_id):
        answer = service.client.get(address)
        assert answer.status_code in (200, 303), address
        seen.setdefault(rule.rule, set()).update(leaked(answer, marked))
    assert [rule.rule for rule in rules(service, "GET") if names_a_row(rule) and not seen[rule.rule]] == []
    assert set().union(*seen.values()) == set(marked.words)


def test_no_page_shows_anything_of_another_commune(two: tuple[Service, Marked]) -> None:
    service, marked = two
    walk = everything(service, marked.commune_id)
    assert len(walk) > 15
    for phone in (STRANGER, STRANGE_LEADER):
        client = service.app.test_client()
        log_in(client, phone)
        for rule, address in walk:
            answer = client.get(address)
            assert leaked(answer, marked) == [], address
            if names_a_row(rule):
                assert answer.status_code in (403, 404), address


def test_nothing_of_another_commune_is_found_by_looking_for_it(two: tuple[Service, Marked]) -> None:
    service, marked = two
    log_in(service.client, STRANGER)
    with service.engine.connect() as db:
        ids = {number for table in metadata.tables for number in ids_of(db, table, marked.commune_id)[:1]}
    for rule, address in everything(service, marked.other_commune_id):
        for name in searched_for(service, rule):
            for what in ("name", "phone", "code"):
                for word in marked.words[what]:
                    answer = service.client.get(address, query_string={name: word})
                    assert set(leaked(answer, marked)) <= {what}, f"{rule.rule}?{name}={word}"
        for name in (
            name for name in searched_for(service, rule) if name.endswith("_id") or name == "commune"
        ):
            for number in ids:
                answer = service.client.get(address, query_string={name: number})
                assert leaked(answer, marked) == [], f"{rule.rule}?{name}={number}"


def test_no_button_of_another_communes_pages_does_anything(two: tuple[Service, Marked]) -> None:
    service, marked = two
    log_in(service.client, OFFICER)
    theirs = [
        form
        for form in forms_on_pages(service.client, service, marked.commune_id)
        if not form.action.startswith(("/desk/password", "/desk/texts"))
    ]
    assert len(theirs) > 10
    for phone in (STRANGER, STRANGE_LEADER):
        stranger = service.app.test_client()
        log_in(stranger, phone)
        token = token_of(stranger)
        with service.engine.connect() as db:
            before = rows_without(db, marked.other_commune_id)
        for form in theirs:
            answer = stranger.post(form.action, data={**form.fields, "csrf_token": token})
            assert leaked(answer, marked) == [], form.action
            assert leaked(stranger.get(answer.location or "/desk"), marked) == [], form.action
        with service.engine.connect() as db:
            assert rows_without(db, marked.other_commune_id) == before


def test_no_form_of_ones_own_reaches_into_another_commune(two: tuple[Service, Marked]) -> None:
    service, marked = two
    log_in(service.client, STRANGER)
    token = token_of(service.client)
    with service.engine.connect() as db:
        before = rows_without(db, marked.other_commune_id)
    tried = 0
    for form in forms_on_pages(service.client, service, marked.other_commune_id):
        for name, values in form.fields.items():
            if table_of(name.rpartition("-")[2]) is None or not all(
                value.isdigit() for value in values if value
            ):
                continue
            for number in ids_for(service, name.rpartition("-")[2], marked.commune_id):
                fields = {**form.fields, name: [str(number)], "csrf_token": [token]}
                answer = service.client.post(form.action, data=fields)
                assert leaked(answer, marked) == [], f"{form.action} with {name}={number}"
                tried += 1
    assert tried > 0
    with service.engine.connect() as db:
        assert rows_without(db, marked.other_commune_id) == before
        assert strays(db) == []


def test_who_has_no_commune_sees_all(two: tuple[Service, Marked]) -> None:
    service, marked = two
    log_in(service.client, ADMIN, add_admin(service, password=PASSWORD))
    seen: set[str] = set()
    for commune_id in (marked.commune_id, marked.other_commune_id):
        for rule, address in everything(service, commune_id):
            if commune_id == marked.commune_id or names_a_row(rule):
                answer = service.client.get(address)
                assert answer.status_code in (200, 303), address
                seen.update(leaked(answer, marked))
    assert seen == set(marked.words)


def test_a_leader_sees_no_list_but_the_own_teams(two: tuple[Service, Marked]) -> None:
    service, marked = two
    assert (marked.opening.team_id, marked.visit_today.team_id is None) == (None, False)
    log_in(service.client, LEADER)
    own = f"/desk/openings/{marked.visit_today.id}"
    for _, address in everything(service, marked.commune_id):
        told = set(leaked(service.client.get(address), marked))
        if not f"{address}/".startswith(f"{own}/"):
            assert {"name", "phone", "code", "question", "text", "who waits"} & told == set(), address


def test_one_phone_books_in_both_communes_and_each_officer_sees_what_is_booked_with_her(
    service: Service,
) -> None:
    booked = {}
    for centre, name in (("thuong trach", "Ho Thi Mai"), ("dan hoa", "Ho Van Lai")):
        for text in ("DAT", centre, "1", f"{name} 1954"):
            service.text(PROXY.phone, text)
        (answer,) = service.text(PROXY.phone, "1")
        booked[name] = answer.split(", tai ")[0].rpartition(" ")[2]
    seen = {}
    for phone in (OFFICER, STRANGER):
        client = service.app.test_client()
        log_in(client, phone)
        with service.engine.connect() as db:
            ids = [number for code in (1, 2) for number in ids_of(db, "openings", code)[:1]]
        said = " ".join(client.get(f"/desk/openings/{number}").text for number in ids)
        seen[phone] = {name for name, code in booked.items() if name in said and code in said}
    assert seen == {OFFICER: {"Ho Thi Mai"}, STRANGER: {"Ho Van Lai"}}


def test_an_offer_accepted_by_telephone_names_no_place_of_another_commune(
    two: tuple[Service, Marked],
) -> None:
    service, marked = two
    now = service.clock.now()
    with service.engine.begin() as db:
        contact = meet(db, PHONE, now=now)
        consents.give(db, contact_id=contact.id, wording="?", inbound_id=None, now=now)
        held = held_of(db, contact.id)
        assert held is not None
        assert decline(db, held.id, contact_id=contact.id, now=now)
        tomorrow = local_date(now) + timedelta(days=1)
        (where,) = from_day(db, tomorrow, commune_id=marked.other_commune_id, at_most=1)
        wait_id = join(
            db,
            [(NAME, 1954)],
            contact_id=contact.id,
            commune_id=where.commune_id,
            place_id=where.place_id,
            opening=where,
            now=now,
        )
        offer = make_offer(db, wait_id or 0, where.id, now=now)
    assert offer is not None
    log_in(service.client, STRANGER)
    asked = submit(service.client, f"/desk/openings/{where.id}", f"/desk/offers/{offer.id}/accept")
    assert (asked.status_code, leaked(asked, marked)) == (200, ["name"]), "she gave it here, too"
    assert f"{NAME} đã có chỗ ở nơi khác. Hỏi có vẫn nhận thêm chỗ này không:" in words(asked)
