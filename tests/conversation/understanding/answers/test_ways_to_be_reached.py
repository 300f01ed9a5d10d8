"""helpdesk/conversation/understanding/answers/ways_to_be_reached.py: saying how one wants to be told, and what only looks so."""

import pytest

from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH, way_said
from helpdesk.conversation.understanding.understand import understand
from helpdesk.text.folding import matching_key

DOAN = "+84912345602"

CALL = [
    "dung nhan tin, goi dien",
    "Đừng nhắn tin, gọi điện cho tôi",
    "khong nhan tin nua goi cho me toi",
    "goi dien cho toi di dung nhan tin",
    "cho toi nghe dien thoai thoi dung nhan",
    "da em xin dung nhan tin goi dien giup a",
    "goi dien thay nhan tin",
    "GOI THAY",
    "tu nay goi dien",
    "nhắc hẹn bằng điện thoại",
    "don't text, call me",
    "CALL INSTEAD",
]
TEXT = ["dung goi dien, nhan tin", "từ nay nhắn tin", "nhan tin thay goi dien", "text me instead"]
NEIGHBOUR = [
    "bao cho hang xom 0912345602",
    "Báo qua trưởng bản 0912 345 602",
    "bao qua so 0912.345.602",
    "nhan tin cho hang xom +84912345602 giup toi",
    "bao cho ong Doan so 0912345602",
    "tell my neighbour 0912345602",
]
NO_NUMBER = ["báo cho hàng xóm", "nhan tin cho truong ban", "bao qua hang xom toi voi"]
OTHERS = {
    "goi cho toi": "callback",
    "goi lai": "callback",
    "nhan tin": "opt_in",
    "NHAN TIN": "opt_in",
    "nhan tin lai": "opt_in",
    "ngung nhan tin": "opt_out",
    "TC": "opt_out",
}


def way(text: str) -> dict[str, object] | None:
    """The way a text says."""
    return way_said(text, matching_key(text))


@pytest.mark.parametrize("text", CALL)
def test_calls_instead_of_texts(text: str) -> None:
    assert way(text) == {"reach_said": "call"}


@pytest.mark.parametrize("text", TEXT)
def test_texts_instead_of_calls(text: str) -> None:
    assert way(text) == {"reach_said": "text"}


@pytest.mark.parametrize("text", NEIGHBOUR)
def test_a_neighbour_with_his_number(text: str) -> None:
    assert way(text) == {"reach_said": "neighbour", "neighbour_said": DOAN}


@pytest.mark.parametrize("text", NO_NUMBER)
def test_a_neighbour_whose_number_is_still_to_be_asked(text: str) -> None:
    assert way(text) == {"reach_said": "neighbour"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("khong biet chu, nhan cho hang xom giup", "neighbour"),
        ("Tôi không đọc được tin, báo cho hàng xóm", "neighbour"),
        ("mat kem khong doc duoc, dung nhan tin, goi dien", "call"),
    ],
)
def test_why_may_stand_before_the_way(text: str, said: str) -> None:
    assert way(text) == {"reach_said": said}


@pytest.mark.parametrize(("text", "intent"), OTHERS.items())
def test_words_that_mean_something_else_keep_their_meaning(text: str, intent: str) -> None:
    assert (way(text), understand(text, None).intent) == (None, intent)


@pytest.mark.parametrize(
    "text",
    [
        "bao cho toi khi nao co doi den ban",
        "nhan cho toi so 0912345602",
        "dat cho 0912345602",
        "dang ky cho hang xom",
        "hang xom toi bao so 0912345602 lam duoc khong a",
        "goi cho toi so 0912345602",
        "0912345602",
        "dung nhan tin " * 20,
    ],
)
def test_what_only_looks_like_it_is_no_way(text: str) -> None:
    assert way(text) is None


def test_it_is_understood_whatever_was_asked() -> None:
    understood = understand("Đừng nhắn tin, gọi điện", None)
    assert (understood.intent, understood.facts) == (REACH, {"reach_said": "call"})


@pytest.mark.parametrize(
    "text",
    [
        "toi khong co song, co chi nhan qua ong truong ban Ho Phin so 0912000111",
        "may toi hay tat, nhan cho con toi so 0912000111",
    ],
)
def test_a_reason_before_somebody_else_is_no_part_of_it(text: str) -> None:
    assert way_said(text, matching_key(text)) == {"reach_said": "neighbour", "neighbour_said": "+84912000111"}


@pytest.mark.parametrize(
    "text",
    [
        "goi dien cho toi dung nhan tin, toi khong biet doc",
        "dung nhan tin goi dien cho toi vi toi khong biet chu",
    ],
)
def test_nor_is_one_behind_it(text: str) -> None:
    assert way_said(text, matching_key(text)) == {"reach_said": "call"}


@pytest.mark.parametrize("text", ["toi khong co dien thoai", "may toi hong", "khong co song nhan otp sao"])
def test_a_reason_alone_is_no_way(text: str) -> None:
    assert way_said(text, matching_key(text)) is None
