from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.twiml.messaging_response import MessagingResponse

from helpdesk.channels.contract import HandedReply, WireReply
from helpdesk.channels.twilio.answer import as_carried
from tests.channels.twilio.samples import STATUS_URL, channel

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def answered(*replies: HandedReply) -> WireReply:
    return channel().answer(replies)


def parsed(body: str) -> ElementTree.Element:
    return ElementTree.fromstring(body.encode())  # noqa: S314  # our own answer


def test_no_reply_is_an_empty_response() -> None:
    assert answered() == WireReply(200, "text/xml; charset=utf-8", DECLARATION + "<Response />")


def test_a_reply_asks_to_be_told_what_becomes_of_it() -> None:
    reply = HandedReply(7, "Chao ba", STATUS_URL + "?message=7&x=1")
    assert answered(reply).body == (
        f'{DECLARATION}<Response><Message statusCallback="{STATUS_URL}?message=7&amp;x=1">Chao ba</Message></Response>'
    )


def test_replies_keep_their_order() -> None:
    body = answered(HandedReply(1, "mot"), HandedReply(2, "hai"), HandedReply(3, "ba")).body
    assert [element.text for element in parsed(body)] == ["mot", "hai", "ba"]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        pytest.param("1 < 2 & 3 > 2", "1 < 2 & 3 > 2", id="markup"),
        pytest.param(
            "</Message><Message to='+1'>", "</Message><Message to='+1'>", id="an attempt to add a message"
        ),
        pytest.param("]]>", "]]>", id="end of CDATA"),
        pytest.param("Đăng ký mức 2 ạ", "Đăng ký mức 2 ạ", id="Vietnamese"),
        pytest.param("dong 1\ndong 2", "dong 1\ndong 2", id="line feed"),
        pytest.param("dong 1\r\ndong 2\rdong 3", "dong 1\ndong 2\ndong 3", id="carriage returns"),
        pytest.param("a\x00\x08\x1b\x0cb", "ab", id="control characters"),
        pytest.param("a\ufffe\ufffff", "af", id="characters that are none"),
        pytest.param("a\ud83db", "ab", id="half a surrogate pair"),
        pytest.param("😀", "😀", id="beyond the first plane"),
        pytest.param("tab\there", "tab\there", id="tab"),
    ],
)
def test_a_text_arrives_as_written_but_for_what_xml_cannot_carry(text: str, carried: str) -> None:
    (message,) = parsed(answered(HandedReply(1, text)).body)
    assert message.text == carried


@given(st.text(alphabet=st.characters()))
def test_any_text_makes_one_well_formed_message(text: str) -> None:
    response = parsed(answered(HandedReply(1, text)).body)
    assert [element.tag for element in response] == ["Message"]


@given(
    st.lists(st.text(alphabet=st.characters()), max_size=3), st.sampled_from([None, STATUS_URL + "?a=1&b=2"])
)
def test_an_answer_is_what_twilios_own_library_writes(texts: list[str], callback: str | None) -> None:
    library: Any = MessagingResponse()  # twilio has no types here
    for text in texts:
        library.message(as_carried(text), status_callback=callback)
    replies = [HandedReply(number, text, callback) for number, text in enumerate(texts)]
    assert answered(*replies).body == library.to_xml()
