"""helpdesk/conversation/understanding/replies.py: numbers, yes and no with all that people write around them."""

import pytest

from helpdesk.conversation.understanding.replies import goes_on, number_reply, yes_or_no
from helpdesk.text.folding import matching_key

BOOKING = ("Đồng ý và đặt", "Thôi")
CANCELLING = ("Hủy", "Giữ")


@pytest.mark.parametrize(
    "text", ["dong y dat", "uk", "oki ad", "dc", "donng y", "Dạ bà con đồng ý ạ", "I agree", "ok book it"]
)
def test_yes(text: str) -> None:
    assert yes_or_no(text, BOOKING) is True


@pytest.mark.parametrize(
    "text",
    ["khong dat nua", "k dat", "thoi khoi", "Chưa đồng ý", "toi khong dong y dau", "no thanks", "khong duoc"],
)
def test_no(text: str) -> None:
    assert yes_or_no(text, BOOKING) is False


@pytest.mark.parametrize(
    "text", ["cam on", "de toi hoi chong", "duoc khong", "dung", "", "?", "co dau khong", "Ho Van Co 1985"]
)
def test_neither(text: str) -> None:
    assert yes_or_no(text, BOOKING) is None


def test_what_is_offered_may_be_named_and_its_opposite_is_no_yes() -> None:
    assert yes_or_no("dong y huy", CANCELLING) is True
    assert [yes_or_no(text, CANCELLING) for text in ("khong huy nua", "giu lai", "keep it")] == [False] * 3
    assert yes_or_no("huy", CANCELLING) is None


def test_the_last_sentence_counts_behind_a_tale_without_a_no() -> None:
    assert yes_or_no("Tôi hỏi bà nhà rồi. Bà ấy bảo được. Đồng ý", BOOKING) is True
    assert yes_or_no("Bà nhà không chịu. Đồng ý", BOOKING) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(
            ("cho toi so hai", 2),
            ("bam so ba", 3),
            ("chọn một", 1),
            ("cái thứ ba", 3),
            ("number 2", 2),
            ("three", 3),
        ),
        *(
            ("2 nguoi", None),
            ("1, 2", None),
            ("muc 2", None),
            ("", None),
            ("ba con", None),
            ("thu 2", 2),
            ("ba", 3),
        ),
    ],
)
def test_numbers(text: str, number: int | None) -> None:
    assert number_reply(matching_key(text)) == number


@pytest.mark.parametrize(
    ("text", "on"), [("tiep", True), ("tiep di o", True), ("continue", True), ("tiep can", False)]
)
def test_going_on(text: str, on: bool) -> None:
    assert goes_on(matching_key(text)) is on
