"""The pages of the desk and the forms on them, found in the app itself: a page that is added is walked over, too.

What an address may name is told from the name of its parameter: `opening_id` is a row of `openings`; where that says
nothing, ids of every table are tried.
"""

import re
from collections.abc import Iterator
from html import unescape
from inspect import unwrap
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.routing import Rule

from helpdesk.store.base import metadata
from tests.support.marked_commune import ids_of
from tests.support.page_forms import Form, forms_of
from tests.support.service import Service
from tests.web.test_routes import pages

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


def everything(service: Service, commune_id: int) -> list[tuple[Rule, str]]:
    """Every page that is looked at, with every address it has among the ids of a commune."""
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


def searched_for(service: Service, rule: Rule) -> list[str]:
    """The names under which the file that holds a page takes something to look for."""
    view = unwrap(pages(service).view_functions[rule.endpoint])
    code = Path(view.__code__.co_filename).read_text()
    return sorted(set(re.findall(r"request\.(?:args|values)(?:\.get\w*\(|\[)\s*\"(\w+)\"", code)))


def token_of(client: FlaskClient) -> str:
    """The token that the forms of whoever is logged in carry."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/desk/password").text)
    assert found is not None
    return unescape(found[1])
