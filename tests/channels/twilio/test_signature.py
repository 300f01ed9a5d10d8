import hashlib
from dataclasses import replace

import pytest

from helpdesk.channels.contract import Refused, WireRequest
from helpdesk.channels.twilio.config import TwilioConfig
from helpdesk.channels.twilio.signature import check_signature
from tests.channels.twilio.samples import SMS_URL
from tests.support.twilio_requests import AUTH_TOKEN, signature, text_fields
from tests.support.wire_requests import form_post, get, json_post

CONFIGURED = TwilioConfig(auth_tokens=(AUTH_TOKEN,))
HEADER = "X-Twilio-Signature"

DOCUMENTED_URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
DOCUMENTED_FIELDS = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+14158675309",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
}
DOCUMENTED_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8="


def posted(
    url: str, *, signed_for: str | None = None, token: str = AUTH_TOKEN, header: str = HEADER
) -> WireRequest:
    """A text that arrives at `url`, signed for the same or another address."""
    fields = text_fields("DAT LICH")
    proof = signature(signed_for or url, fields, token=token)
    return form_post(url, fields, headers={header: proof})


def refusal(request: WireRequest, config: TwilioConfig = CONFIGURED) -> int:
    with pytest.raises(Refused) as refused:
        check_signature(request, config=config)
    return refused.value.status


def test_the_documented_example_is_accepted() -> None:
    request = form_post(DOCUMENTED_URL, DOCUMENTED_FIELDS, headers={HEADER: DOCUMENTED_SIGNATURE})
    check_signature(request, config=TwilioConfig(auth_tokens=("12345",)))


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(posted(SMS_URL), id="as posted today, 20 parameters"),
        pytest.param(
            posted(SMS_URL, header="x-twilio-signature"), id="header name in lower case, as HTTP/2 has it"
        ),
        pytest.param(posted(SMS_URL + "?commune=1"), id="address with a query"),
        pytest.param(
            posted("https://helpdesk.example:443/sms", signed_for="https://helpdesk.example/sms"),
            id="we know the default port, Twilio signed without",
        ),
        pytest.param(
            posted("https://helpdesk.example/sms", signed_for="https://helpdesk.example:443/sms"),
            id="Twilio signed with the default port, we know none",
        ),
        pytest.param(
            posted("https://helpdesk.example:8443/sms", signed_for="https://helpdesk.example/sms"),
            id="another port, signed without",
        ),
        pytest.param(posted("http://127.0.0.1:8000/sms"), id="a development machine"),
    ],
)
def test_what_twilio_signed_is_accepted(request_: WireRequest) -> None:
    check_signature(request_, config=CONFIGURED)


def test_parameters_that_twilio_adds_tomorrow_are_part_of_the_signature() -> None:
    fields = text_fields("xin chào ạ") | {"ChannelMetadata": '{"type":"rcs"}', "X": ""}
    request = form_post(SMS_URL, fields, headers={HEADER: signature(SMS_URL, fields)})
    check_signature(request, config=CONFIGURED)


def test_a_field_with_several_values_is_signed_with_each_of_them() -> None:
    # Documented: values of one name are sorted, made unique, and each written after the name.
    as_signed = {"Body": "1", "MediaUrl": "aMediaUrlb"}
    request = form_post(
        SMS_URL, {"Body": "1", "MediaUrl": ["b", "a", "b"]}, headers={HEADER: signature(SMS_URL, as_signed)}
    )
    check_signature(request, config=CONFIGURED)


def test_a_get_is_signed_by_its_address() -> None:
    url = SMS_URL + "?MessageSid=SM1&From=%2B84912345678&To=%2B84901000001&Body=menu"
    check_signature(get(url, headers={HEADER: signature(url, {})}), config=CONFIGURED)


def test_while_a_token_is_replaced_both_sign() -> None:
    rotating = TwilioConfig(auth_tokens=("the-new-token", AUTH_TOKEN))
    check_signature(posted(SMS_URL), config=rotating)
    check_signature(posted(SMS_URL, token="the-new-token"), config=rotating)
    assert refusal(posted(SMS_URL, token="an-older-token"), rotating) == 403


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(posted(SMS_URL, token="guessed"), id="signed with another token"),
        pytest.param(
            posted(SMS_URL, signed_for="http://helpdesk.example/channels/twilio/sms"), id="http for https"
        ),
        pytest.param(posted(SMS_URL, signed_for=SMS_URL + "/"), id="signed for another path"),
        pytest.param(posted(SMS_URL + "?message=7", signed_for=SMS_URL), id="query added"),
        pytest.param(form_post(SMS_URL, text_fields("menu")), id="no signature"),
        pytest.param(form_post(SMS_URL, text_fields("menu"), headers={HEADER: ""}), id="empty signature"),
        pytest.param(form_post(SMS_URL, text_fields("menu"), headers={HEADER: "ạ" * 28}), id="not base64"),
        pytest.param(
            json_post(SMS_URL, {}, headers={HEADER: signature(SMS_URL, {})}), id="JSON without its hash"
        ),
        pytest.param(
            json_post(SMS_URL + "?bodySHA256=00", b"\xff", headers={HEADER: "x"}), id="JSON that is not text"
        ),
        pytest.param(get(SMS_URL), id="a curious browser"),
    ],
)
def test_anything_else_is_forbidden(request_: WireRequest) -> None:
    assert refusal(request_) == 403


@pytest.mark.parametrize("field", ["Body", "From", "MessageSid"])
def test_a_field_changed_on_the_way_is_forbidden(field: str) -> None:
    request = posted(SMS_URL)
    assert refusal(replace(request, form={**request.form, field: ["changed"]})) == 403


def test_a_json_body_is_covered_by_its_hash_in_the_address() -> None:
    body = '{"text": "chào"}'.encode()
    url = f"{SMS_URL}?bodySHA256={hashlib.sha256(body).hexdigest()}"
    headers = {HEADER: signature(url, {})}
    check_signature(json_post(url, body, headers=headers), config=CONFIGURED)
    assert refusal(json_post(url, b'{"text": "forged"}', headers=headers)) == 403


@pytest.mark.parametrize(
    ("from_loopback", "development", "admitted"),
    [
        pytest.param(True, True, True, id="development, this machine"),
        pytest.param(False, True, False, id="development, from elsewhere"),
        pytest.param(True, False, False, id="production, this machine"),
        pytest.param(False, False, False, id="production, from elsewhere"),
    ],
)
def test_without_a_token_only_a_development_machine_talks_to_itself(
    from_loopback: bool, development: bool, admitted: bool
) -> None:
    config = TwilioConfig(unsigned_from_loopback=development)
    request = form_post(SMS_URL, text_fields("menu"), from_loopback=from_loopback)
    if admitted:
        check_signature(request, config=config)
    else:
        assert refusal(request, config) == 403


def test_a_configured_token_is_asked_for_on_the_development_machine_too() -> None:
    config = replace(CONFIGURED, unsigned_from_loopback=True)
    assert refusal(form_post(SMS_URL, text_fields("menu"), from_loopback=True), config) == 403
