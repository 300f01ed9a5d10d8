"""What machines, floods and mischief send, through the real webhook: bounded answers, no crash, nothing kept that must not
be kept."""

import re

import pytest
import sqlalchemy as sa

from helpdesk.messaging.inbound import MAX_STORED
from helpdesk.messaging.states import Outcome
from helpdesk.messaging.tables import inbound_messages
from helpdesk.text.segments import measure
from tests.conversation.talk import everything, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service
from tests.support.twilio_requests import text_fields
from tests.web.webhooks.test_twilio import SMS, count, post, replies

ODD = {
    "empty": "",
    "spaces": "   ",
    "line ends": "\n\r\n\n",
    "a NUL": "\x00",
    "NULs in words": "me\x00nu",
    "half a character": "\ud83d",
    "control characters": "\x01\x02\x1b[31m\x7f",
    "one emoji": "👍",
    "only emoji": "👨‍👩‍👧‍👦🇻🇳" * 40,
    "1,600 characters": "a" * 1600,
    "1,600 digits": "1 " * 800,
    "1,600 combining marks": "a" + "\u0301" * 1599,
    "10,000 characters": "mang theo gi " * 800,
    "binary": bytes(range(256)).decode("latin-1") * 4,
    "right to left": "\u202eunem\u202c",
    "markup": "<script>alert(1)</script>&amp;]]>",
    "SQL": "'; DROP TABLE contacts; --",
    "a template": "{place} {{ 7*7 }} %s %(x)s",
    "zero width": "\u200b\u200d\ufeff",
    "not characters": "\ufffe\uffff\U0010ffff",
}


@pytest.mark.parametrize("name", ODD)
def test_whatever_is_sent_gets_at_most_one_answer_of_two_segments_and_is_kept(
    service: Service, name: str
) -> None:
    for text in (ODD[name], "dat lich", ODD[name], ODD[name]):
        told = replies(post(service.client, SMS, text_fields(text.encode("utf-8", "replace").decode())))
        assert len(told) <= 1
        assert [steps(answer) for answer in told if steps(answer) == ["fault.sorry"]] == []
        assert all(measure(answer).segments <= 2 for answer in told)
    with service.engine.connect() as db:
        kept = db.execute(sa.select(inbound_messages.c.text, inbound_messages.c.outcome)).all()
    assert len(kept) == 4
    assert max(len(row.text) for row in kept) <= MAX_STORED
    assert Outcome.FAULT not in {row.outcome for row in kept}


@on_sqlite
@pytest.mark.parametrize("number", ["045190001234", "191234567", "482913", "4 8 2 9 1 3", "045,190,001,234"])
@pytest.mark.parametrize("asked", [(), ("dat lich", "1", "1"), ("goi lai",), ("gap can bo",)])
def test_no_identity_number_or_code_is_kept_anywhere(
    service: Service, number: str, asked: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    for text in (*asked, f"cua toi {number} nhe", number, f"Ho Van A 1985 {number}", "1"):
        post(service.client, SMS, text_fields(text))
    digits = re.sub(r"\D", "", number)
    assert digits not in re.sub(r"[ .,]", "", everything(service))
    assert digits not in re.sub(r"[ .,]", "", caplog.text)


def test_a_call_back_number_is_kept(service: Service) -> None:
    post(service.client, SMS, text_fields("goi lai cho toi so 0912345678"))
    with service.engine.connect() as db:
        assert db.execute(sa.select(inbound_messages.c.text)).scalar_one().endswith("0912345678")


def test_a_picture_is_answered_once_that_papers_are_not_sent_by_text_and_the_question_stays(
    service: Service,
) -> None:
    post(service.client, SMS, text_fields("dat lich"))
    (told,) = replies(post(service.client, SMS, text_fields("") | {"NumMedia": "2"}))
    assert steps(told) == ["no_photos.words_only", "book.where"]
    with service.engine.connect() as db:
        outcomes = db.execute(sa.select(inbound_messages.c.outcome).order_by(inbound_messages.c.id)).scalars()
        assert list(outcomes) == [Outcome.UNDERSTOOD, Outcome.PICTURE]


def test_what_is_written_beside_a_picture_is_answered(service: Service) -> None:
    (told,) = replies(post(service.client, SMS, text_fields("mang theo gi") | {"NumMedia": "1"}))
    assert steps(told) == ["bring.list"]


@on_sqlite
@pytest.mark.parametrize("sender", ["VIETTEL", "VNeID", "8088", "19001234", "1414"])
def test_a_name_or_short_code_costs_nothing(service: Service, sender: str) -> None:
    for number in range(3):
        assert (
            replies(post(service.client, SMS, text_fields(f"Khuyen mai {number}") | {"From": sender})) == []
        )
    assert count(service, inbound_messages) == 3
