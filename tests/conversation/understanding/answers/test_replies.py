"""helpdesk/conversation/understanding/answers/replies.py: numbers, yes and no with all that people write around them."""

import pytest

from helpdesk.conversation.understanding.answers.replies import (
    goes_on,
    number_chosen,
    number_reply,
    yes_or_no,
)
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


@pytest.mark.parametrize("text", ["dạ không ạ", "da khong a", "da chua a", "da thoi a"])
def test_a_polite_no_is_a_no(text: str) -> None:
    assert yes_or_no(text, BOOKING) is False


@pytest.mark.parametrize("text", ["da cam on", "Dạ cảm ơn ạ", "cam on nhieu", "da con cam on can bo"])
def test_thanks_agree_to_nothing(text: str) -> None:
    assert yes_or_no(text, BOOKING) is None


@pytest.mark.parametrize(
    "text",
    [
        "ung",
        "tui ưng",
        "chap nhan",
        "toi xac nhan",
        "bằng lòng ạ",
        "chịu",
        "chốt luôn",
        "vang cam on can bo",
    ],
)
def test_a_yes_in_other_words(text: str) -> None:
    assert yes_or_no(text, BOOKING) is True


@pytest.mark.parametrize(
    "text", ["da nho roi", "chac la duoc", "ok?", "vâng?", "toi chiu", "chịu thôi", "da roi"]
)
def test_what_tells_doubts_or_asks_agrees_to_nothing(text: str) -> None:
    assert yes_or_no(text, BOOKING) is not True


@pytest.mark.parametrize("text", ["de sau", "để sau nhé", "thoi de sau", "khong ung", "chua chot"])
def test_no_for_now_is_a_no(text: str) -> None:
    assert yes_or_no(text, BOOKING) is False


def test_later_is_no_answer_where_the_other_one_does_something() -> None:
    assert yes_or_no("de sau", CANCELLING) is None


@pytest.mark.parametrize(
    "text", ["khong phai nguoi nha toi", "tôi không quen người này", "nham so roi", "không biết số đó"]
)
def test_who_does_not_know_whom_she_is_asked_to_help_says_no(text: str) -> None:
    assert yes_or_no(text, ("Đồng ý", "Không")) is False
    assert yes_or_no(text, BOOKING) is None


LOST = ("Rồi, lỡ đưa mã, chuyển tiền", "Chưa")


def test_already_is_a_yes_only_where_it_is_offered() -> None:
    said = (
        "roi a",
        "da roi",
        "toi lo dua ma roi",
        "chuyen tien roi",
        "chua dua",
        "da chua a",
        "toi hieu roi",
    )
    assert [yes_or_no(text, LOST) for text in said] == [True, True, True, True, False, False, None]
    assert yes_or_no("roi", BOOKING) is None


@pytest.mark.parametrize(
    "text", ["mot minh toi", "hai chau", "hai anh em", "hai me con", "cô Hai", "bac Nam"]
)
def test_people_are_no_numbers_of_lines(text: str) -> None:
    assert number_reply(matching_key(text)) is None


@pytest.mark.parametrize(
    "text", ["hai a", "hai chi oi", "da hai em nhe", "con chon hai", "2 con a", "so hai"]
)
def test_a_line_is_chosen_with_courtesy_around_it(text: str) -> None:
    assert number_reply(matching_key(text)) == 2


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
            ("thu 2", None),
            ("cái thứ ba", 3),
            ("buoi thu hai nhe", None),
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


def test_the_day_after_tomorrow_is_no_number_one() -> None:
    assert number_chosen("mốt", "mot") is None
    assert (number_chosen("một", "mot"), number_chosen("mot", "mot")) == (1, 1)


@pytest.mark.parametrize(
    "text",
    ["khong lam thi sao", "khong di duoc thi sao", "con gi nua khong", "con khong", "khong lam duoc o nha"],
)
def test_a_question_with_a_no_in_it_is_no_no(text: str) -> None:
    assert yes_or_no(text, ["Có", "Không"]) is None
