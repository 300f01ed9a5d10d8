"""helpdesk/conversation/understanding/answers/refusals.py: what refuses a question that has no "no" among its answers."""

import pytest

from helpdesk.conversation.understanding.answers.refusals import MORE, NO, NONE, refusal


@pytest.mark.parametrize(
    "text",
    [
        "không",
        "Thôi ạ",
        "không cần đâu",
        "để sau",
        "khong, de sau",
        "thoi khong dat nua",
        "thoi cam on",
        "no thanks",
    ],
)
def test_she_lets_it_be(text: str) -> None:
    assert refusal(text) == NO


@pytest.mark.parametrize(
    "text",
    [
        "không phải",
        "khong cai nao",
        "không có cái nào cả",
        "khong buoi nao duoc",
        "viec khac",
        "none of these",
    ],
)
def test_none_of_it_is_what_she_means(text: str) -> None:
    assert refusal(text) == NONE


@pytest.mark.parametrize(
    "text", ["buổi khác", "ngay khac duoc khong", "con buoi nao nua khong", "xem them", "later dates"]
)
def test_more_is_asked_for_only_where_there_can_be_more(text: str) -> None:
    assert refusal(text, more=True) == MORE
    assert refusal(text) is None or refusal(text) == NONE


@pytest.mark.parametrize(
    "text",
    [
        "không có điện thoại",
        "khong co the",
        "khong biet",
        "khong hieu",
        "huy",
        "cam on",
        "Thời",
        "Thới",
        "1",
        "",
    ],
)
def test_a_topic_a_name_and_a_word_refuse_nothing(text: str) -> None:
    assert refusal(text) is None
