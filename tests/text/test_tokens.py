"""helpdesk/text/tokens.py: words, numbers, dates and hours of a text."""

from itertools import pairwise

import pytest
from hypothesis import given

from helpdesk.text.tokens import MOST_TOKENS, Kind, accents_of, tokens_of
from tests.text import vietnamese


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("25/11", [(Kind.DATE, (25, 11, 0))]),
        ("25-11-2026", [(Kind.DATE, (25, 11, 2026))]),
        ("15.12", [(Kind.DATE, (15, 12, 0))]),
        ("3/1985", [(Kind.DATE, (0, 3, 1985))]),
        ("8h30", [(Kind.HOUR, (8, 30))]),
        ("8 giờ rưỡi", [(Kind.HOUR, (8, 30))]),
        ("14:00", [(Kind.HOUR, (14, 0))]),
        ("0912345678", [(Kind.NUMBER, ())]),
        ("A1985", [(Kind.WORD, ()), (Kind.NUMBER, ())]),
        ("K-Ai", [(Kind.WORD, ()), (Kind.WORD, ())]),
        ("", []),
        ("😀 ...", []),
    ],
)
def test_what_a_text_is_made_of(text: str, kinds: list[tuple[Kind, tuple[int, ...]]]) -> None:
    assert [(token.kind, token.numbers) for token in tokens_of(text)] == kinds


def test_commas_and_line_ends_part_words_hyphens_and_blanks_do_not() -> None:
    assert [token.parted for token in tokens_of("a, b\nc-d e. f")] == [False, True, True, False, False, True]


def test_a_word_is_known_by_its_accents_wherever_the_tone_was_put() -> None:
    assert accents_of("hoà") == accents_of("Hòa")
    assert len({accents_of(word) for word in ("hòa", "hóa", "hoa", "hoá")}) == 3


@given(vietnamese.texts())
def test_tokens_stand_in_order_within_the_text(text: str) -> None:
    tokens = tokens_of(text)
    assert len(tokens) <= MOST_TOKENS
    assert all(one.end <= other.start for one, other in pairwise(tokens))


@pytest.mark.parametrize("text", ["²", "٣", "c٣²١٣am", "so ³", "1²", "١/٢"])
def test_digits_of_other_scripts_are_no_numbers(text: str) -> None:
    assert [token.key for token in tokens_of(text) if token.is_number] in ([], ["1"])
