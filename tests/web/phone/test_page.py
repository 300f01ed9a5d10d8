"""The simulated phone."""

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages
from tests.support.service import Service
from tests.support.web_pages import submit, words

NUMBER = "0912345678"
PAGE = f"/phone?number={NUMBER}"


def texts(service: Service, page: str = PAGE) -> list[str]:
    """What stands on the page, text by text, each with what is said of it."""
    shown = service.client.get(page).text
    thread = shown.split('<ol id="thread"')[1].split("</ol>")[0]
    return [" ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in thread.split("<li ")[1:]]


def send(service: Service, text: str, *, message_id: str = "a1") -> tuple[int, str | None]:
    fields = {"id": message_id, "from": "+84912345678", "to": "8888", "text": text}
    answer = submit(service.client, PAGE, "/phone", fields)
    return answer.status_code, answer.location


def test_one_picks_up_the_phone_of_a_number(plain: Service) -> None:
    asked = plain.client.get("/phone")
    assert asked.status_code == 200
    assert 'name="number"' in asked.text
    assert "Chưa có tin nhắn" in words(plain.client.get(PAGE))


@pytest.mark.parametrize("wrong", ["abc", "12", "8888"])
def test_what_is_no_phone_number_is_asked_again(plain: Service, wrong: str) -> None:
    page = plain.client.get(f"/phone?number={wrong}")
    assert "Số này không gọi được." in words(page)
    assert f'value="{wrong}"' in page.text


def test_a_text_and_its_answer_stand_below_each_other_with_encoding_and_segments(service: Service) -> None:
    assert send(service, "Chào xã, mục lục") == (303, f"{PAGE}#last")
    question, answer = texts(service)
    assert question.endswith("Chào xã, mục lục 9:00 1/12/2026 · UCS-2 · 1 đoạn")
    assert re.search(r"9:00 1/12/2026 · GSM-7 · \d đoạn$", answer)


def test_the_form_sent_twice_counts_once(service: Service) -> None:
    send(service, "menu")
    send(service, "menu")
    assert len(texts(service)) == 2
    with service.engine.connect() as db:
        kept = db.execute(sa.select(inbound_messages.c.channel, inbound_messages.c.provider_id)).all()
    assert [tuple(row) for row in kept] == [("simulator", "a1")]


def test_texts_sent_to_the_webhook_are_on_the_phone_too_in_order(plain: Service) -> None:
    answers = [plain.text(NUMBER, text)[0] for text in ("menu", "cac buoc", "mang gi")]
    shown = texts(plain)
    assert [one.split(">")[-1].split()[0] for one in shown[::2]] == ["menu", "cac", "mang"]
    assert [" ".join(answer.split()) in one for answer, one in zip(answers, shown[1::2], strict=True)] == [
        True
    ] * 3


def test_a_reminder_appears_on_the_phone(service: Service) -> None:
    for text in ("dat lich", "1", "2", "Ho Thi Mai 1954", "1"):
        service.text(NUMBER, text)
    before = len(texts(service))
    service.clock.advance(timedelta(days=2, hours=3))
    service.sweep("remind")
    (reminder,) = texts(service)[before:]
    assert reminder.endswith("đang chờ gửi")
    service.sweep("send")
    assert "đang chờ gửi" not in texts(service)[before]


def test_a_phone_shows_nothing_of_another(plain: Service) -> None:
    plain.text(NUMBER, "menu")
    assert texts(plain, "/phone?number=0912345601") == ['class="empty">Chưa có tin nhắn. Hãy thử soạn: MENU']


def test_a_text_without_its_fields_is_refused_in_words(plain: Service) -> None:
    answer = submit(plain.client, PAGE, "/phone", {"from": "+84912345678"})
    assert answer.status_code == 400
    assert "Yêu cầu chưa đúng." in words(answer)
