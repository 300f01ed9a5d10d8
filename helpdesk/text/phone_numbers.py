"""Phone numbers: one way to write each (E.164), and the ways to show them.

An address that is not a phone number (a short code, a sender name, an e-mail address) is opaque and passes through.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from helpdesk.text.folding import typographic

VIETNAM = "VN"

# Mobile numbers without their leading 0; the part of the numbering plan that phonenumbers 9 holds valid too.
_MOBILE = r"(?:(?:3\d|5[689]|7[06-9]|8[1-8]|9[0-8])\d|52[238]|559|89[6-9]|99[013-9])\d{6}"
# Until 2018 mobiles had 11 digits; ten-year-old phone books still do (Ministry of Information, plan of 2018).
_OLD_PREFIXES = {
    **{f"16{n}": f"3{n}" for n in range(2, 10)},
    **dict(zip(("120", "121", "122", "126", "128"), ("70", "79", "77", "76", "78"), strict=True)),
    **dict(zip(("123", "124", "125", "127", "129"), ("83", "84", "85", "81", "82"), strict=True)),
    **dict(zip(("186", "188", "199"), ("56", "58", "59"), strict=True)),
}

_mobile = re.compile(rf"(?:\+?84|0084|0)?({_MOBILE})", re.ASCII)
_old_mobile = re.compile(rf"(?:\+?84|0084|0)({'|'.join(_OLD_PREFIXES)})(\d{{7}})", re.ASCII)
_number_like = re.compile(r"\(?\+?[\d\s().\-/]*", re.ASCII)
_separators = re.compile(r"[\s().\-/]+")
_international = re.compile(r"(?:\+|00)[1-9]\d{6,14}|[1-9]\d{10,14}", re.ASCII)
_domestic = re.compile(r"0[1-9]\d{7,10}", re.ASCII)
# Inside a text: digits with at most two separators between them, not a piece of a longer run of digits.
_written = re.compile(
    r"(?<![\d+])(?=((?:\+?84|0084|0(?!0))(?:[ .\-()]{0,2}\d){9,10}(?!\d)|\+[1-9](?:[ .\-()]{0,2}\d){7,14}(?!\d)))",
    re.ASCII,
)


def canonical(raw: str) -> str:
    """The E.164 form, "+84912345678", of a number written in any usual way, Vietnamese unless it says otherwise.

    Old 11-digit mobiles get the prefix they moved to in 2018. What is not a valid number of a person or an office
    (short codes such as "8088", hotlines such as "19000368", sender names) comes back stripped, as it is.
    """
    return _e164(raw) or raw.strip()


def is_number(address: str) -> bool:
    """Whether the address is a valid phone number in its canonical form, which can be called and texted."""
    return _e164(address) == address


def national(address: str) -> str:
    """A number as people here dial it: "0912345678"; foreign ones in E.164, anything else as it is."""
    number = canonical(address)
    return "0" + number[3:] if number.startswith("+84") and is_number(number) else number


def mask(address: str) -> str:
    """The address for logs and lists: "+84******678"; short codes stay, names and e-mail addresses keep two letters."""
    number = canonical(address)
    if is_number(number):
        return f"{number[:3]}******{number[-3:]}"
    if number.isdecimal() and len(number) <= 8:
        return number
    # What is no number may be anything at all: a line of a log stays one line.
    shown = "".join(letter for letter in number[:2] if letter.isprintable())
    return f"{shown}******" if number else ""


def find_number(text: str) -> str | None:
    """The first valid phone number written inside a text, canonical, or None; "goi so 0912.345.678 nhe" has one."""
    return next((number for number, _, _ in numbers_in(typographic(text))), None)


def numbers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Every valid phone number written inside a `typographic` text: canonical, and the characters from and up to which
    it stands."""
    done = 0
    for candidate in _written.finditer(text):
        number = _e164(candidate[1]) if candidate.start() >= done else None
        if number is not None:
            done = candidate.end(1)
            yield number, candidate.start(1), done


@lru_cache(maxsize=8192)
def _e164(raw: str) -> str | None:
    """The number in E.164, or None where there is no valid one; most calls are Vietnamese mobiles and end early."""
    if mobile := _mobile.fullmatch(raw):
        return f"+84{mobile[1]}"
    text = typographic(raw).strip()
    if not _number_like.fullmatch(text):
        return None  # phonenumbers would dial the letters of a sender name
    digits = _separators.sub("", text.replace("(0)", ""))  # "+84 (0)912..." is how brochures write it
    if mobile := _mobile.fullmatch(digits):
        return f"+84{mobile[1]}"
    if old := _old_mobile.fullmatch(digits):
        return _e164(f"+84{_OLD_PREFIXES[old[1]]}{old[2]}")
    if _domestic.fullmatch(digits):
        return _checked(digits)
    if _international.fullmatch(digits):
        return _checked(digits if digits.startswith(("+", "00")) else f"+{digits}")
    return None


def _checked(digits: str) -> str | None:
    """What the library makes of the less usual numbers: fixed lines, other countries."""
    import phonenumbers  # 20 ms and 5 MB that most processes never need

    try:
        number = phonenumbers.parse(digits, VIETNAM)
    except phonenumbers.NumberParseException:
        return None
    personal = (
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.VOIP,
        phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
    )
    if phonenumbers.number_type(number) not in personal:  # UNKNOWN where it is not valid
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
