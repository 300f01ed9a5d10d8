"""Twilio's published description of its API, to validate what is sent to the fake and what the fake answers.

The description is not part of the project: it is looked for beside the repository, in ../shared/contracts/.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PUBLISHED = Path(__file__).resolve().parents[2] / "../shared/contracts/twilio_api_v2010.messages-calls.json"
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
MESSAGE = "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json"

_FORM = ("paths", MESSAGES, "post", "requestBody", "content", "application/x-www-form-urlencoded", "schema")
_MESSAGE_PROPERTIES = ("components", "schemas", "api.v2010.account.message", "properties")


@cache
def published() -> "ApiDescription | None":
    """The description beside the repository, or None where it is absent."""
    return ApiDescription(json.loads(PUBLISHED.read_text())) if PUBLISHED.is_file() else None


class ApiDescription:
    """An OpenAPI 3.0 document, of which the messages are used."""

    def __init__(self, document: Any) -> None:
        self._document = _without_nullable(document)
        resource = Resource.from_contents(self._document, default_specification=DRAFT202012)
        self._registry: Any = Registry().with_resource("urn:twilio", resource)

    def wrong_in_request(self, form: dict[str, str]) -> list[str]:
        """What a "create message" form has that the description does not allow, one line each."""
        described = self._at(*_FORM)["properties"]
        typed = {name: _typed(value, described.get(name, {})) for name, value in form.items()}
        unknown = [f"{name}: not a parameter of Twilio's" for name in form if name not in described]
        return unknown + self._faults(typed, *_FORM)

    def wrong_in_answer(self, answer: object, *, path: str, method: str, status: int) -> list[str]:
        """Where an answer departs from the description of this path, one line each.

        No property is required there; Twilio answers with every one of them and with no other.
        """
        where = ("paths", path, method, "responses", str(status), "content", "application/json", "schema")
        messages = answer.get("messages", [answer]) if isinstance(answer, dict) else []
        described = set(self._at(*_MESSAGE_PROPERTIES))
        return self._faults(answer, *where) + [
            f"{name}: {'missing' if name in described else 'not a property of Twilio’s'}"
            for message in messages
            for name in sorted(described ^ set(message))
        ]

    def _at(self, *where: str) -> Any:
        node = self._document
        for part in where:
            node = node[part]
        return node

    def _faults(self, instance: object, *where: str) -> list[str]:
        pointer = "/".join(part.replace("~", "~0").replace("/", "~1") for part in where)
        reference = f"urn:twilio#/{pointer}".replace("{", "%7B").replace("}", "%7D")
        validator = Draft202012Validator({"$ref": reference}, registry=self._registry)
        return [
            f"{'.'.join(map(str, error.absolute_path)) or 'body'}: {error.message}"
            for error in validator.iter_errors(instance)
        ]


def _without_nullable(node: Any) -> Any:
    """OpenAPI 3.0's `nullable: true` as JSON Schema says it: a list of types with "null" in it."""
    if isinstance(node, list):
        return [_without_nullable(item) for item in node]
    if not isinstance(node, dict):
        return node
    rewritten = {key: _without_nullable(value) for key, value in node.items() if key != "nullable"}
    if node.get("nullable") is True and isinstance(node.get("type"), str):
        rewritten["type"] = [node["type"], "null"]
        if "enum" in node:
            rewritten["enum"] = [*node["enum"], None]
    return rewritten


def _typed(value: str, schema: dict[str, Any]) -> object:
    """A form value as the type that the description gives it."""
    match schema.get("type"):
        case "boolean":
            return {"true": True, "false": False}.get(value.lower(), value)
        case "integer" | "number":
            return int(value) if value.lstrip("-").isdecimal() else value
        case "array":
            return [value]
    return value
