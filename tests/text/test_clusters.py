"""Clusters: what is never parted between two messages, by the rules that Twilio's calculator follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.clusters import clusters


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("e\u0301a", ("e\u0301", "a")),
        ("👩‍👩‍👧‍👦!", ("👩‍👩‍👧‍👦", "!")),
        ("👍🏽👍", ("👍🏽", "👍")),
        ("🇻🇳🇱🇦🇻", ("🇻🇳", "🇱🇦", "🇻")),
        ("🏳️‍🌈", ("🏳️‍🌈",)),
        ("1️⃣2", ("1️⃣", "2")),
        ("\u1112\u1161\u11ab한하", ("\u1112\u1161\u11ab", "한", "하")),
        ("ດີ", ("ດີ",)),
        ("a\r\nb", ("a", "\r", "\n", "b")),
        ("\x00a", ("\x00", "a")),
        ("\u0600\u0600", ("\u0600\u0600",)),
        ("", ()),
    ],
)
def test_marks_joiners_and_flags_keep_their_letter(text: str, pieces: tuple[str, ...]) -> None:
    assert clusters(text) == pieces


def test_emoji_that_joined_after_2017_are_parted_as_the_calculator_parts_them() -> None:
    assert clusters("🧑‍🦰") == ("🧑‍", "🦰")
    assert clusters("🫱🏽") == ("🫱", "🏽")
    assert clusters("क्ष") == ("क्", "ष")


@given(st.text())
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert clusters("a\ud83d\ude00b") == ("a", "\ud83d", "\ude00", "b")
