"""Birth years in words, put into digits: "sinh năm tám lăm" → "sinh năm 85", "ho van a bay hai" → "ho van a 72"."""

from collections.abc import Sequence
from itertools import takewhile

from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES
from helpdesk.text.tokens import Kind, Token, tokens_of

_DIGITS = {
    "khong": "0",
    "linh": "0",
    "mot": "1",
    "hai": "2",
    "ba": "3",
    "bon": "4",
    "tu": "4",
    "nam": "5",
} | {
    "lam": "5",
    "sau": "6",
    "bay": "7",
    "tam": "8",
    "chin": "9",
}
_TEN, _BETWEEN = "muoi", frozenset({"nghin", "ngan", "tram"})
_BORN = (("sinh", "nam"), ("nam", "sinh"), ("sn",), ("ns",), ("sinh",))
_DECADES = frozenset({"bon", "nam", "sau", "bay", "tam", "chin"})
"""First words of years of two digits in which who has a card was born; "hai ba" are two neighbours."""


def years_in_digits(text: str) -> str:
    """The text with each birth year in words as digits, two or four, where "sinh năm" or the like, or a whole name with
    "văn" or "thị", stands before it; all else stays as it is."""
    tokens = tokens_of(text)
    at, done, pieces = 0, 0, []
    while at < len(tokens):
        length, digits = _year_at(tokens, at)
        if not digits:
            at += 1
            continue
        pieces += [text[done : tokens[at].start], digits]
        done = tokens[at + length - 1].end
        at += length
    return "".join([*pieces, text[done:]])


def _year_at(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """How many tokens from here are a year in words, and its digits; (0, "") for none."""
    if not _is_numeral(tokens[at]) or not at:
        return 0, ""
    more = takewhile(lambda token: _is_numeral(token) and not token.parted, tokens[at + 1 :])
    words = [tokens[at].key, *(token.key for token in more)]
    digits = _in_digits(words)
    keys = [token.key for token in tokens[:at]]
    long = len(digits) == 4 and digits[:2] in ("19", "20")
    if not long and (len(digits) != 2 or words[0] not in _DECADES):
        return 0, ""
    born = any(tuple(keys[-len(marks) :]) == marks for marks in _BORN)
    behind_a_name = len(keys) > 2 and keys[-3] in SURNAMES and keys[-2] in MIDDLE_NAMES
    return (len(words), digits) if born or (behind_a_name and not tokens[at].parted) else (0, "")


def _is_numeral(token: Token) -> bool:
    return token.kind is Kind.WORD and (token.key in _DIGITS or token.key == _TEN or token.key in _BETWEEN)


def _in_digits(words: Sequence[str]) -> str:
    """ "tam muoi lam" → "85", "mot nghin chin tram tam lam" → "1985"; whatever they come to, of any length."""
    said = [word for word in words if word not in _BETWEEN]
    digits = ""
    for place, word in enumerate(said):
        if word != _TEN:
            digits += _DIGITS[word]
        elif not place or place + 1 == len(said):
            digits += "0" if place else "1"
    return digits
