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


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["hom nhan tin la 3 tuan truoc co bi mat khong", "da 2 thang roi", "bi mat luon a", "di lai tu dau ha"],
)
def test_who_activates_late_is_told_whom_to_ask_and_never_that_it_is_lost(
    service: Service, text: str
) -> None:
    assert steps(say(service, "co tin bao roi kich hoat the nao")) == ["activate.tell"]
    assert steps(say(service, text)) == ["activate_late.tell"]


@on_sqlite
def test_who_is_in_time_activates(service: Service) -> None:
    assert steps(say(service, "co tin bao roi kich hoat the nao", "moi 2 ngay")) == ["activate.tell"]
