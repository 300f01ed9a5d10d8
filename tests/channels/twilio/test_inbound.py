import base64

import pytest

from helpdesk.channels.contract import InboundText, Refused
from tests.channels.twilio.samples import SMS_URL, channel, signed
from tests.support.twilio_requests import NUMBER, RESIDENT, signature, text_fields
from tests.support.wire_requests import get

SID = "SM" + "1" * 32


def taken(text: str, sender: str = RESIDENT) -> InboundText:
    return InboundText(provider_id=SID, sender=sender, recipient=NUMBER, text=text)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            text_fields("DAT LICH", sid=SID), taken("DAT LICH"), id="as posted today, 20 parameters"
        ),
        pytest.param(text_fields("Tôi muốn đặt lịch", sid=SID), taken("Tôi muốn đặt lịch"), id="accented"),
        pytest.param(text_fields("", sid=SID), taken(""), id="empty text"),
        pytest.param(text_fields(" 1\n", sid=SID), taken(" 1\n"), id="blanks are left to understanding"),
        pytest.param(text_fields("1 & 2 <3>", sid=SID), taken("1 & 2 <3>"), id="characters of markup"),
        pytest.param(text_fields("a\x00b", sid=SID), taken("ab"), id="a NUL, which no database takes"),
        pytest.param(
            text_fields("1", sender="84912345678", sid=SID), taken("1"), id="number without its plus"
        ),
        pytest.param(
            text_fields("1", sender="VIETTEL", sid=SID), taken("1", "VIETTEL"), id="sender with a name"
        ),
        pytest.param(
            text_fields("1", sender="8088", sid=SID), taken("1", "8088"), id="sender with a short code"
        ),
        pytest.param(
            {"MessageSid": SID, "From": RESIDENT, "To": NUMBER, "Body": "1"},
            taken("1"),
            id="only what is required",
        ),
        pytest.param(
            text_fields("1", sid=SID) | {"NewIn2027": "x"}, taken("1"), id="a parameter not known yet"
        ),
    ],
)
def test_a_recorded_request_is_read(fields: dict[str, str], expected: InboundText) -> None:
    assert channel().receive(signed(fields)) == expected


def test_any_text_may_be_the_identity() -> None:
    assert channel().receive(signed(text_fields("1", sid="lần thử 1"))).provider_id == "lần thử 1"


def test_a_get_is_read_from_its_query() -> None:
    url = f"{SMS_URL}?MessageSid={SID}&From=%2B84912345678&To=%2B84901000001&Body=ngay%20mai"
    request = get(url, headers={"X-Twilio-Signature": signature(url, {})})
    assert channel().receive(request) == taken("ngay mai")


@pytest.mark.parametrize("missing", ["MessageSid", "From", "To", "Body"])
def test_a_missing_field_is_a_bad_request_that_names_it(missing: str) -> None:
    fields = text_fields("menu")
    del fields[missing]
    with pytest.raises(Refused) as refused:
        channel().receive(signed(fields))
    assert (refused.value.status, refused.value.field) == (400, missing)
    assert missing in refused.value.reason


@pytest.mark.parametrize("empty", ["MessageSid", "From", "To"])
def test_an_empty_field_is_as_good_as_missing(empty: str) -> None:
    with pytest.raises(Refused) as refused:
        channel().receive(signed(text_fields("menu") | {empty: " "}))
    assert (refused.value.status, refused.value.field) == (400, empty)


def test_who_is_not_twilio_does_not_learn_what_is_missing() -> None:
    fields = text_fields("menu")
    forged = signed(fields, url=SMS_URL + "?other")
    del fields["Body"]
    with pytest.raises(Refused) as refused:
        channel().receive(get(SMS_URL, headers=dict(forged.headers)))
    assert (refused.value.status, refused.value.field) == (403, None)


PARTS = "Tôi muốn đặt chỗ cho bố mẹ tôi. Hồ Văn A 1950, Hồ Thị B 1955, bản Cà Roòng 1, thứ tư tuần sau"


def body(text: str) -> str:
    return channel().receive(signed(text_fields(text, sid=SID))).text


def test_a_concatenated_text_that_came_as_base64_is_read() -> None:
    assert body(base64.b64encode(PARTS.encode()).decode()) == PARTS


@pytest.mark.parametrize(
    "text",
    [
        PARTS,
        base64.b64encode(b"ngan qua").decode(),
        base64.b64encode(bytes(range(256))).decode(),
        base64.b64encode(b"khongcodaucachnaotrongtinnhannaycahet").decode(),
        "datlichchotoiatatcamoinguoitrongnhanhanhlen" * 4,
        "A" * 400,
        "=" * 40,
    ],
)
def test_what_only_looks_like_it_stays_as_it_came(text: str) -> None:
    assert body(text) == text


@pytest.mark.parametrize(
    ("said", "pictures"), [("0", 0), ("2", 2), ("many", 0), ("-1", 0), ("²", 0), ("", 0)]
)
def test_how_many_pictures_came_along_is_told(said: str, pictures: int) -> None:
    fields = text_fields("", sid=SID) | {"NumMedia": said}
    assert channel().receive(signed(fields)).pictures == pictures
