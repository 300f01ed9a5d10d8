"""Texts from the simulated phone."""

import pytest

from tests.support.service import Service

FIELDS = {"id": "a1", "from": "0912345678", "to": "8888", "text": "menu"}


def test_a_text_gets_its_answer_as_json(service: Service) -> None:
    by_form = service.client.post("/channels/simulator", data=FIELDS)
    by_json = service.client.post("/channels/simulator", json={**FIELDS, "id": "a2"})
    (first,), (second,) = by_form.get_json()["replies"], by_json.get_json()["replies"]
    assert (by_form.status_code, by_json.status_code) == (200, 200)
    assert first["text"] == second["text"]
    assert first["id"] != second["id"]


def test_the_same_text_again_gets_the_same_answer(service: Service) -> None:
    first = service.client.post("/channels/simulator", data=FIELDS)
    assert service.client.post("/channels/simulator", data=FIELDS).get_json() == first.get_json()


@pytest.mark.parametrize("field", ["id", "from", "to", "text"])
def test_a_missing_field_is_named(plain: Service, field: str) -> None:
    fields = {name: value for name, value in FIELDS.items() if name != field}
    answer = plain.client.post("/channels/simulator", data=fields)
    assert (answer.status_code, answer.text) == (400, f"missing field {field}\n")
