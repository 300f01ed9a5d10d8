import pytest

from tests.support.twilio_schema import MESSAGES, PUBLISHED, ApiDescription, published

# The form of Twilio's own description, cut to what is tested; invented.
SAMPLE = ApiDescription(
    {
        "paths": {
            MESSAGES: {
                "post": {
                    "requestBody": {
                        "content": {
                            "application/x-www-form-urlencoded": {
                                "schema": {
                                    "type": "object",
                                    "required": ["To"],
                                    "properties": {
                                        "To": {"type": "string"},
                                        "Attempt": {"type": "integer"},
                                        "SmartEncoded": {"type": "boolean"},
                                        "MediaUrl": {"type": "array", "items": {"type": "string"}},
                                    },
                                }
                            }
                        }
                    },
                    "responses": {
                        "201": {
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/api.v2010.account.message"}
                                }
                            }
                        }
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "api.v2010.account.message": {
                    "type": "object",
                    "properties": {
                        "sid": {"type": "string", "nullable": True, "pattern": "^SM[0-9]+$"},
                        "status": {"$ref": "#/components/schemas/status"},
                        "kind": {"type": "string", "nullable": True, "enum": ["sms"]},
                    },
                },
                "status": {"type": "string", "enum": ["queued"]},
            }
        },
    }
)


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        pytest.param({"To": "+1"}, [], id="right"),
        pytest.param(
            {"To": "+1", "Attempt": "2", "SmartEncoded": "True", "MediaUrl": "u"}, [], id="other types"
        ),
        pytest.param({}, ["body: 'To' is a required property"], id="missing"),
        pytest.param({"To": "+1", "Text": "a"}, ["Text: not a parameter of Twilio's"], id="unknown"),
        pytest.param(
            {"To": "+1", "Attempt": "x"}, ["Attempt: 'x' is not of type 'integer'"], id="not a number"
        ),
    ],
)
def test_a_request_is_held_to_the_description(form: dict[str, str], wrong: list[str]) -> None:
    assert SAMPLE.wrong_in_request(form) == wrong


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        pytest.param({"sid": "SM1", "status": "queued", "kind": "sms"}, [], id="right"),
        pytest.param({"sid": None, "status": "queued", "kind": None}, [], id="null where it may be"),
        pytest.param({"sid": "SM1", "status": "queued"}, ["kind: missing"], id="a property missing"),
        pytest.param(
            {"sid": "SM1", "status": "queued", "kind": "sms", "x": 1},
            ["x: not a property of Twilio’s"],
            id="unknown",
        ),
        pytest.param(
            {"sid": 1, "status": "queued", "kind": "sms"},
            ["sid: 1 is not of type 'string', 'null'"],
            id="other type",
        ),
        pytest.param(
            {"sid": "SM1", "status": "lost", "kind": "sms"},
            ["status: 'lost' is not one of ['queued']"],
            id="enum",
        ),
    ],
)
def test_an_answer_is_held_to_the_description(answer: dict[str, object], wrong: list[str]) -> None:
    assert SAMPLE.wrong_in_answer(answer, path=MESSAGES, method="post", status=201) == wrong


def test_the_published_description_is_used_where_it_is_at_hand() -> None:
    assert (published() is not None) == PUBLISHED.is_file()
