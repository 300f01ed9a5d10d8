"""helpdesk/conversation/understanding/topics/several_questions.py: which questions stand in one text."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.topics.several_questions import questions_in
from helpdesk.conversation.understanding.understand import understand


def topics(text: str) -> tuple[str, ...]:
    return questions_in(text, today=date(2026, 12, 1), places=())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le phi bao nhieu va can giay to gi", ("fee", "bring")),
        ("Làm ở đâu? Mang gì? Mấy giờ làm việc?", ("where", "bring", "hours")),
        ("what does it cost and what should I bring", ("fee", "bring")),
    ],
)
def test_each_question_is_found(text: str, found: tuple[str, ...]) -> None:
    assert topics(text) == found


@pytest.mark.parametrize(
    "text", ["mang gi", "ho van a va ho thi b", "cam on va chao can bo", "troi mua, mang gi di lam", ""]
)
def test_one_question_is_not_several(text: str) -> None:
    assert topics(text) == ()


def test_where_no_topic_leads_she_is_asked_which_of_them() -> None:
    assert understand("le phi bao nhieu va can giay to gi", None).doubt == ("fee", "bring")
