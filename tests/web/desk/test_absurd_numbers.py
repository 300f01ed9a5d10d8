"""Whatever is typed for a number, on any form or in any address of the desk: an answer, never a fault of ours."""

import re

from tests.support.desk_pages import everything, forms_on_pages, searched_for, token_of
from tests.support.marked_commune import fill
from tests.support.one_database import on_postgresql
from tests.support.page_forms import each_once, names_once
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in

ABSURD = ("9" * 5000, "9" * 18, str(2**31), "-1", "²", "١٩٥٤")
"""More digits than Python reads, more than a column holds, and what one way or another counts as a digit."""

pytestmark = on_postgresql
"""It raises where a number is larger than the column; SQLite takes any."""


def test_no_number_is_too_absurd_for_a_form_of_the_desk(service: Service) -> None:
    marked = fill(service)
    log_in(service.client, OFFICER)
    token = token_of(service.client)
    tried = set()
    for form in each_once(forms_on_pages(service.client, service, marked.commune_id)):
        for name in names_once(form):
            for number in ABSURD:
                fields = {**form.fields, name: [number], "csrf_token": [token]}
                answer = service.client.post(form.action, data=fields)
                assert answer.status_code < 500, f"{form.action}: {name}={number[:20]}"
                tried.add(name)
    assert {"born-0", "capacity", "capacity-0", "opening", "per_week", "person", "taken"} - tried == set()


def test_no_number_is_too_absurd_for_an_address_of_the_desk(service: Service) -> None:
    marked = fill(service)
    log_in(service.client, OFFICER)
    for rule, address in everything(service, marked.commune_id):
        for name in searched_for(service, rule):
            for number in ABSURD:
                answer = service.client.get(address, query_string={name: number})
                assert answer.status_code < 500, f"{rule.rule}?{name}={number[:20]}"
    for rule, address in everything(service, marked.commune_id):
        for number in ABSURD:
            answer = service.client.get(re.sub(r"\d+", number, address))
            assert answer.status_code < 500, f"{rule.rule} with {number[:20]}"
