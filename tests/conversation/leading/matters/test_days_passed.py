"""helpdesk/conversation/leading/matters/days_passed.py: how long she has waited for her result."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("10 ngay roi", "overdue.tell"),
        ("hai tuan roi ma chua thay gi", "overdue.tell"),
        ("3 hom", "no_result.tell"),
    ],
)
def test_behind_the_rule_the_days_say_whether_it_is_late(service: Service, text: str, step: str) -> None:
    say(service, "khong thay tin nhan ket qua")
    assert steps(say(service, text)) == [step]


@on_sqlite
def test_days_alone_say_nothing(service: Service) -> None:
    assert steps(say(service, "10 ngay roi")) != ["overdue.tell"]
