"""helpdesk/conversation/calls/cannot_hear.py: who cannot hear is texted, and not rung."""

import pytest

from helpdesk.conversation.calls.cannot_hear import texted_instead
from helpdesk.conversation.understanding.understand import Understood

TEXTED = Understood(intent="reach", facts={"reach_said": "text"})


@pytest.mark.parametrize(
    "text",
    [
        "tôi điếc, đừng gọi",
        "toi bi diec nhan tin thoi",
        "dung goi, toi nghe khong ro",
        "i am deaf, please text me",
        "toi bi diec khong nghe dien thoai duoc, dung goi",
        "goi cho ai vay toi diec ma",
    ],
)
def test_the_way_is_texts(text: str) -> None:
    assert texted_instead(text) == TEXTED


def test_the_reason_alone_asks_how_she_wants_to_be_told() -> None:
    assert texted_instead("tôi nghe không rõ") == Understood(intent="reach")


@pytest.mark.parametrize(
    "text",
    [
        "cam diec co lam duoc khong",
        "me toi bi diec can giay to gi",
        "dung goi",
        "nhan tin",
        "con toi bi cam diec",
    ],
)
def test_other_texts_are_left_to_the_understanding(text: str) -> None:
    assert texted_instead(text) is None
