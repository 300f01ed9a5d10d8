"""Several communes in one installation: an official of one sees nothing of another, on any page there is or will be.

The pages are found in the app itself, so a page that is added is walked over without a line here. What an address may
name is told from the name of its parameter: `opening_id` is a row of `openings`; where that says nothing, every id of
the other commune is tried.
"""

import re
from collections.abc import Iterator
from html import unescape
from inspect import unwrap
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from helpdesk.store.base import metadata
from tests.support.builders import PROXY
from tests.support.marked_commune import Marked, fill, ids_of, rows_without, strays
from tests.support.page_forms import Form, forms_of
from tests.support.sample_officials import ADMIN, LEADER, OFFICER, STRANGER, add_admin
from tests.support.service import Service
from tests.support.web_pages import log_in
from tests.web.conftest import Start
from tests.web.test_routes import pages

STRANGE_LEADER = "+84900000004"
"""Leads the mobile team of the other commune."""

TABLES = {
    "call": "call_tasks",
    "half_day": "office_hours",
    "message": "outbound_messages",
    "text": "inbound_messages",
    "change": "day_changes",
    "booked_person": "booked_persons",
    "waiting": "waits",
}
"""What an id in an address names, where the table is not called by its plural."""

WORDS = {"key": ("hotline", "hours"), "flow": ("book", "reminder"), "code": ("vi",)}
"""Parts of addresses that are words."""

NOT_WALKED = ("/desk/logout", "/desk/login", "/static/", "/phone", "/language/", "/favicon.ico")
"""Pages of anybody, and the way out."""

PASSWORD = "trời mưa thì ở nhà"


@pytest.fixture
def two(start: Start) -> tuple[Service, Marked]:
    """A service of two communes, one of them full of marked words."""
    service = start()
    return service, fill(service)


def table_of(parameter: str) -> str | None:
    """The table that an id in an address is of, by its name; None where nothing is called so."""
    noun = parameter.removesuffix("_id")
    return next((name for name in (TABLES.get(noun), f"{noun}s", noun) if name in metadata.tables), None)


def ids_for(service: Service, parameter: str, commune_id: int) -> list[int]:
    """Ids of a commune's rows that an address can name by this parameter."""
    named = table_of(parameter)
    with service.engine.connect() as db:
        tables = [named] if named else [table.name for table in metadata.sorted_tables]
        found = [number for table in tables for number in few(table, ids_of(db, table, commune_id))]
    return list(dict.fromkeys(found))


def few(table: str, ids: list[int]) -> list[int]:
    """The first and the last; of openings the first five, which are the marked ones: there may be hundreds."""
    return list(dict.fromkeys([*ids[: 5 if table == "openings" else 1], *ids[-1:]]))


def rules(service: Service, method: str) -> Iterator[Rule]:
    """Every page of the desk that answers to a method."""
    for rule in pages(service).url_map.iter_rules():
        if method in (rule.methods or ()) and not rule.rule.startswith(NOT_WALKED):
            yield rule


def addresses(service: Service, rule: Rule, commune_id: int) -> list[str]:
    """The addresses of a rule with ids of one commune."""
    found = [rule.rule]
    for parameter in sorted(rule.arguments):
        values = WORDS.get(parameter) or ids_for(service, parameter, commune_id)
        pattern = rf"<(?:\w+:)?{parameter}>"
        found = [re.sub(pattern, str(value), address) for address in found for value in values]
    return found


def names_a_row(rule: Rule) -> bool:
    """Whether an address of the rule names something of a commune, and it is known what."""
    return any(parameter not in WORDS and table_of(parameter) for parameter in rule.arguments)


def leaked(answer: TestResponse, marked: Marked) -> list[str]:
    """What of the filled commune stands in an answer."""
    said = unescape(answer.text) + str(answer.headers)
    return [what for what, words in marked.words.items() if any(word in said for word in words)]


def searched_for(service: Service, rule: Rule) -> list[str]:
    """The names under which the file that holds a page takes something to look for."""
    view = unwrap(pages(service).view_functions[rule.endpoint])
    code = Path(view.__code__.co_filename).read_text()
    return sorted(set(re.findall(r"request\.(?:args|values)(?:\.get\w*\(|\[)\s*\"(\w+)\"", code)))


def everything(service: Service, commune_id: int) -> list[tuple[Rule, str]]:
    return [
        (rule, address) for rule in rules(service, "GET") for address in addresses(service, rule, commune_id)
    ]


def forms_on_pages(client: FlaskClient, service: Service, commune_id: int) -> list[Form]:
    """Every form that whoever is logged in sees on any page, each once."""
    found: dict[str, Form] = {}
    for _, address in everything(service, commune_id):
        for form in forms_of(client.get(address).text):
            if not form.action.startswith(NOT_WALKED):
                found[f"{form.action} {form.fields}"] = form
    return list(found.values())


def token_of(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/desk/password").text)
    assert found is not None
    return unescape(found[1])


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
