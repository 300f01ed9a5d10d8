"""A control character in any field: nothing of it is kept, and none is a fault of ours, on either database."""

import pytest

from helpdesk.people.tables import persons
from tests.support.desk_pages import everything, forms_on_pages, searched_for, token_of
from tests.support.marked_commune import fill
from tests.support.page_forms import each_once, names_once
from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, submit

TYPED = "\x00Hồ\x00 Thị\x1b Nụ\x00"


@pytest.mark.parametrize("field", ["phone", "password", "next"])
def test_a_stranger_finds_no_fault_at_the_door(service: Service, field: str) -> None:
    fields = {"phone": OFFICER, "password": "not it", "next": "", field: f"a{TYPED}"}
    assert submit(service.client, "/desk/login", "/desk/login", fields).status_code == 422


def test_no_field_of_any_form_takes_a_control_character(service: Service) -> None:
    marked = fill(service)
    log_in(service.client, OFFICER)
    token, tried = token_of(service.client), set()
    for form in each_once(forms_on_pages(service.client, service, marked.commune_id)):
        for name in names_once(form):
            fields = {**form.fields, name: [TYPED], "csrf_token": [token]}
            assert service.client.post(form.action, data=fields).status_code < 500, f"{form.action}: {name}"
            tried.add(name)
    assert {"name-0", "born-0", "code", "text", "verdict", "mark", "old"} - tried == set()


def test_no_address_of_the_desk_takes_a_control_character(service: Service) -> None:
    marked = fill(service)
    log_in(service.client, OFFICER)
    for rule, address in everything(service, marked.commune_id):
        for name in searched_for(service, rule):
            assert service.client.get(address, query_string={name: TYPED}).status_code < 500, (
                f"{rule.rule}?{name}"
            )
        assert service.client.get(f"{address}%00").status_code < 500, rule.rule


def test_what_is_kept_of_a_name_is_what_a_keyboard_could_type(service: Service) -> None:
    marked = fill(service)
    log_in(service.client, OFFICER, f"\x00{PASSWORD}")
    page = f"/desk/openings/{marked.opening.id}/book"
    submit(service.client, page, page, {"name-0": TYPED, "born-0": "\x001980"})
    with service.engine.connect() as db:
        kept = db.execute(persons.select().order_by(persons.c.id.desc())).first()
    assert kept is not None
    assert (kept.name, kept.birth_year) == ("Hồ Thị Nụ", 1980)
