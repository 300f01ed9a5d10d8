"""helpdesk/conversation/understanding/topics/speakers.py: whether "con" and "cháu" write, or are written about."""

import pytest

from helpdesk.conversation.understanding.topics.speakers import speakers_in
from helpdesk.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("con muon dang ky", {0}),
        ("chau hoi dinh danh muc 2", {0}),
        ("Dạ cháu mất sim rồi", {1}),
        ("can bo oi, con xin hoi", {3}),
        ("cho con hoi", {1}),
        ("Con làm ở đâu ạ", {0}),
    ],
)
def test_the_young_speak_of_themselves(text: str, at: set[int]) -> None:
    assert speakers_in(tokens_of(text)) == at


@pytest.mark.parametrize(
    "text",
    [
        "con toi 10 tuoi",
        "chau no 8 tuoi lam duoc khong",
        "dang ky cho con",
        "con lam duoc khong",
        "Còn muốn hỏi thêm",
        "chau hoc lop 3 da lam chua",
        "con nho",
        "con",
        "",
    ],
)
def test_a_child_and_what_is_left_are_no_speakers(text: str) -> None:
    assert speakers_in(tokens_of(text)) == set()
