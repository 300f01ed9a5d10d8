"""What must not be kept from a resident's text: identity numbers and one-time codes (Law 91/2025, sensitive data).

People send them unasked. Digits become stars one for one, so that the text keeps its layout and length; a phone
number, a booking code of 5 digits, a birth year and a date stay readable.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.text.phone_numbers import canonical, is_number

# Six digits and more, of any script, in groups parted by spaces, dots, commas, dashes, brackets or what cannot be
# seen (zero-width characters, the frames of emoji keys): "044 190 001234"; a slash is a date.
_run = re.compile(
    r"(?<![\d+])\+?\d"
    r"(?:[ \t\xa0\u2000-\u200f\u202f\u2060\u3000\ufeff\xad\ufe0f\u20e3.,_\-\u2010-\u2015\u2212()]{0,3}\d){5,}"
)
_group = re.compile(r"\+?\d+")
_callable = re.compile(r"\+\d{8,15}|0[1-9]\d{8,9}|(?:0084|84)\d{9,10}", re.ASCII)
_digit = re.compile(r"\d")
_money = re.compile(r"\s?(?:đồng|dong|vnđ|vnd|đ|d|k)\b", re.IGNORECASE)

# Behind "mật khẩu", "passcode", "pass", "mk": letters and digits in one word, which is no word of any language.
_password = re.compile(
    r"((?:\bm\w{1,4}t\s*kh\w{1,4}u|\bmk|\bpass(?:word|code)?)\b(?:\W+\w+){0,4}?\W+)((?=\S*[^\W\d_])(?=\S*[\d*])\S{6,})",
    re.IGNORECASE,
)

# Behind the same words four, six, seven or eight digits: five are a booking's code, and nine and more are taken above.
# "Pin" is a battery and a name as well, "mk" is short for "mình", too: they need a word or a sign that says otherwise.
_of_mine = r"(?:\W+(?:của|cua|tôi|toi|em|con|cháu|chau|mình|minh|là|la|cũ|cu|mới|moi|vneid|số|so|is|my|me|sim|máy|may))*\W+"
_secret_digits = re.compile(
    rf"((?:\bm\w{{1,4}}t\s*kh\w{{1,4}}u\b|\bpass(?:word|code)?\b|\b(?:mã|ma)\s+(?:pin|otp|xác nhận|xac nhan|bảo mật|bao mat)\b|\botp\b){_of_mine}"
    r"|\b(?:mk|pin)\s*(?:[:=]|\blà\b|\bla\b)\s*|\bmk\s+(?=\d{7,8}\b))"
    r"(\d{4}|\d{6,8})(?![\d/]|[ .\-]\d|\s*(?:ký tự|ky tu|số|so|lần|lan)\b)",
    re.IGNORECASE,
)

_LONGEST_NUMBER_IN_GROUPS = 12
_CMND_SHAPES = ((3, 3, 3), (3, 6), (6, 3), (2, 7))
_CODE_SHAPES = ((6,), (3, 3), (2, 2, 2), (1, 1, 1, 1, 1, 1))


def redact(text: str) -> str:
    """The text with identity numbers (12 digits, old ones 9) and codes (6 digits) as stars, before it is stored.

    Other numbers of 9 digits and more that nobody can be called on are stars too: an identity number with a slip
    of the thumb is still one. 12345 (a booking code), 0912345678, 1985, 25.11.26 and 150.000d stay.
    """
    kept = "".join(_pieces(text))
    for secret in (_password, _secret_digits):
        kept = secret.sub(lambda found: found[1] + "*" * len(found[2]), kept)
    return kept


_says_secret = re.compile(
    r"\b(?:m\w{1,4}t\s*kh\w{1,4}u|pass\s?(?:word|code)?|otp|m[aã]\s+(?:otp|pin|xác nhận|xac nhan|bảo mật|bao mat))\b",
    re.IGNORECASE,
)
_masked = re.compile(r"\*(?:[ .,\-]{0,3}\*){3,}")
_LONGEST_CODE = 6
_SHORTEST_IDENTITY = 9


def held_a_secret(kept: str) -> bool:
    """Whether a text that `redact` gave back was a password, a passcode or a one-time code: masked behind a word for
    one, or six digits and nothing else. Masked identity numbers are none."""
    masked = _masked.search(kept)
    if masked is None:
        return False
    alone = not any(letter.isalnum() for letter in kept) and masked[0].count("*") == _LONGEST_CODE
    return alone or _says_secret.search(kept) is not None


def held_an_identity_number(kept: str) -> bool:
    """Whether a text that `redact` gave back was, or had in it, an identity number: nine digits and more as stars."""
    return any(found[0].count("*") >= _SHORTEST_IDENTITY for found in _masked.finditer(kept))


@dataclass(frozen=True)
class _Groups:
    """Neighbouring groups of digits in one run, and what stands around them."""

    written: str
    sizes: tuple[int, ...]
    after: str

    @property
    def digits(self) -> str:
        return re.sub(r"[^\d+]", "", self.written)

    @property
    def separators(self) -> set[str]:
        return set(re.findall(r"[^\d+]+", self.written))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for run in _run.finditer(text):
        groups = [found.span() for found in _group.finditer(text, *run.span())]
        at = 0
        while at < len(groups):
            length, shown = _number_at(text, groups[at:])
            if length:
                start, end = groups[at][0], groups[at + length - 1][1]
                yield text[done:start]
                yield shown
                done = end
            at += length or 1
    yield text[done:]


def _number_at(text: str, groups: list[tuple[int, int]]) -> tuple[int, str]:
    """How many of the groups make one number, 0 for none, and how to show it."""
    first = groups[0][0]
    taken = [
        _Groups(text[first:end], tuple(b - a for a, b in groups[: count + 1]), text[end : end + 6])
        for count, (_, end) in enumerate(groups[:_LONGEST_NUMBER_IN_GROUPS])
    ]
    for number in taken:
        if _is_phone(number.digits):
            return len(number.sizes), number.written
    for number in reversed(taken):  # three groups of three before two of them
        if _is_identity(number) or _is_code(number):
            return len(number.sizes), _digit.sub("*", number.written)
    return 0, ""


def _is_phone(digits: str) -> bool:
    """A number that can be called; without "+" only a Vietnamese one, as an identity number too may begin with 00."""
    return _callable.fullmatch(digits) is not None and is_number(canonical(digits))


def _is_identity(number: _Groups) -> bool:
    sizes, total = number.sizes, sum(number.sizes)
    if len(sizes) == 1:
        return total >= 9
    if total == 9:
        return sizes in _CMND_SHAPES and not _money.match(number.after)
    # The 12 digits begin with a province of three (001 to 096), so a date or a year in front is none of it.
    return total == 12 and number.digits.startswith("0") and (sizes[0] >= 3 or len(set(sizes)) == 1)


def _is_code(number: _Groups) -> bool:
    if number.sizes not in _CODE_SHAPES or len(number.separators) > 1 or _money.match(number.after):
        return False
    if any("," in separator for separator in number.separators):
        return False  # several choices, "1,2,3,4,5,6"
    return not (number.sizes == (2, 2, 2) and _is_date(number.digits))


def _is_date(digits: str) -> bool:
    """Whether six digits can be read as day, month, year."""
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
