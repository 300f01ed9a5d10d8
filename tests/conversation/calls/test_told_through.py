"""helpdesk/conversation/calls/told_through.py: somebody else is to be told instead. All persons are invented."""

import pytest

from helpdesk.conversation.calls.told_through import told_through
from helpdesk.text.folding import matching_key


@pytest.mark.parametrize(
    "text", ["nho hang xom bao giup", "nhờ con trai báo lại", "nho anh Ho Van Tam o ban tuoc bao giup"]
)
def test_who_names_somebody_to_be_told_is_asked_for_his_number(text: str) -> None:
    assert told_through(text, matching_key(text)) == {"reach_said": "neighbour"}


def test_his_number_is_taken_from_the_text() -> None:
    text = "nho chi Y Lan hang xom nhan tin giup so 0912345611"
    assert told_through(text, matching_key(text)) == {
        "reach_said": "neighbour",
        "neighbour_said": "+84912345611",
    }


@pytest.mark.parametrize(
    "text",
    [
        "nho can bo bao giup khi nao co doan",
        "nho chong toi dat ho",
        "nho anh can bo nhan giup",
        "nho con trai di ho duoc khong",
    ],
)
def test_officials_and_other_help_are_nobody_to_be_told(text: str) -> None:
    assert told_through(text, matching_key(text)) is None
