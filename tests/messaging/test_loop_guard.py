"""helpdesk/messaging/loop_guard.py: a machine that answers us gets silence."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.loop_guard import MOST, SAME, WINDOW
from tests.support.service import Service, open_service


@pytest.fixture
def service(database: sa.Engine, clock: FixedClock) -> Service:
    return open_service(database, clock)


def test_the_same_text_again_and_again_is_answered_a_few_times_and_then_no_more(service: Service) -> None:
    answers = [service.text("0912345678", "Toi dang hop, se goi lai sau") for _ in range(SAME + 3)]
    assert [len(answer) for answer in answers] == [1] * (SAME - 1) + [0] * 4


def test_a_number_may_be_replied_as_often_as_there_are_questions(service: Service) -> None:
    answers = [service.text("0912345678", "1") for _ in range(SAME + 3)]
    assert all(answers)


def test_a_flood_of_different_texts_ends_in_silence(service: Service) -> None:
    answers = [service.text("0912345678", f"so {number} nhe") for number in range(MOST + 2)]
    assert [bool(answer) for answer in answers[-3:]] == [False] * 3
    assert all(answers[: MOST - 1])


def test_after_a_while_she_is_answered_again(service: Service, clock: FixedClock) -> None:
    for _ in range(SAME):
        service.text("0912345678", "alo alo")
    clock.advance(WINDOW + timedelta(seconds=1))
    assert len(service.text("0912345678", "alo alo")) == 1


def test_the_flood_of_one_phone_silences_no_other(service: Service) -> None:
    for _ in range(SAME):
        service.text("0912345678", "alo alo")
    assert len(service.text("0987654321", "alo alo")) == 1


def test_a_brand_s_name_or_a_short_code_gets_silence(service: Service) -> None:
    assert service.text("Viettel", "Ban da dung het 80% data") == []
    assert service.text("19001234", "Chao ba con") == []
