"""helpdesk/conversation/leading/matters/stop_or_use.py: who asks whether one may use something stops no messages."""

import pytest

from tests.conversation.talk import contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize("text", ["dung nhan tin duoc khong", "dùng nhắn tin được không"])
def test_a_question_stops_nothing_before_it_is_clear(service: Service, text: str) -> None:
    assert "opt_out" not in str(steps(say(service, text)))
    assert contact_of(service).opted_out_at is None


@on_sqlite
@pytest.mark.parametrize("text", ["dung nhan tin nua", "đừng nhắn tin được không", "TC"])
def test_who_plainly_wants_no_texts_gets_none(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["opt_out.confirm"]
