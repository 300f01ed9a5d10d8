"""helpdesk/conversation/understanding/topics/english.py: which texts are surely in English. All persons are invented."""

import pytest

from helpdesk.conversation.understanding.topics.english import clearly_english


@pytest.mark.parametrize(
    "text",
    [
        "how do I register for level 2?",
        "What should I bring",
        "I want to book for Ho Van A 1985 at Y Leng on Friday",
        "where is the office",
        "where do i go",
        "i do not have a smartphone",
        "can we come in the afternoon",
        "my phone was stolen, what now",
        "WHAT DO I NEED TO BRING",
        "please help me, I do not read Vietnamese",
    ],
)
def test_english_is_known_by_words_that_are_nothing_else(text: str) -> None:
    assert clearly_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "ok",
        "stop",
        "book",
        "call me",
        "cancel booking giup toi",
        "thank you",
        "ok got it",
        "book lich",
        "can cuoc cua toi mat",
        "the no co con han",
        "DK HO VAN A 1985 CA ROONG 1 THU 4",
        "sim card cua me toi",
        "cho toi hoi when nao co can bo",
        "Tôi want to book chỗ",
        "",
        "1",
    ],
)
def test_loans_and_words_that_are_both_show_nothing(text: str) -> None:
    assert not clearly_english(text)
