"""Who of several is taken off the list of a booking."""

import pytest

from helpdesk.conversation.understanding.people.left_out import left_out, stays_away
from helpdesk.text.folding import matching_key

NAMES = ("Hồ Văn B", "Hồ Thị C", "Hồ Văn D", "Hồ Thị E")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("à quên, bé E đau không đi được, bỏ tên E ra", [3]),
        ("be e dau ko di duoc", [3]),
        ("ho thi c ban viec khong di, bo ra giup", [1]),
        ("xin bot ten ho thi e vi chau om", [3]),
        ("thang d voi be e khong di duoc, bo 2 dua ra", [2, 3]),
        ("bo be e, con lai dat", [3]),
    ],
)
def test_whoever_is_named_where_somebody_is_taken_off_or_stays_away_is_gone(
    text: str, gone: list[int]
) -> None:
    assert left_out(text, NAMES) == gone


@pytest.mark.parametrize("text", ["con út ốm, bỏ nó ra", "có một người không đi được"])
def test_somebody_who_is_not_said_is_nobody_yet(text: str) -> None:
    assert left_out(text, NAMES) == []


@pytest.mark.parametrize(
    "text",
    [
        "thôi không đi được nữa",
        "ngoài bé E ra không ai đi được",
        "bố Hồ Văn B",
        "Hồ Thị C 1983",
        "bé E không đi có được không",
        "cả nhà không đi được",
    ],
)
def test_who_lets_all_be_asks_or_names_somebody_takes_nobody_off(text: str) -> None:
    assert left_out(text, NAMES) is None


def test_the_only_one_named_is_not_taken_off() -> None:
    assert left_out("bỏ tên Hồ Văn B", NAMES[:1]) is None


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("binh di lan khong di", [1]),
        ("minh binh di thoi, lan o nha giu con", [1]),
        ("binh lan khong di", [1]),
        ("mai khong di duoc", []),
        ("lan nay binh khong di lan khong di", []),
    ],
)
def test_whoever_is_named_right_before_it_stays_away(text: str, gone: list[int]) -> None:
    assert stays_away(matching_key(text), ("Hồ Văn Bình", "Hồ Thị Lan")) == gone
