"""Booking codes: five digits, the last of which is a check digit, so that a slip of the thumb is noticed.

The check digit is Damm's (H. M. Damm, 2004): it catches every wrong digit and every swap of neighbours.
"""

import secrets
from random import Random

CHANCE: Random = secrets.SystemRandom()
"""Where codes are drawn from: nobody can guess the next one. A simulation gives a seeded one, to be repeatable."""

_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def _check(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim


def new_code(chance: Random = CHANCE) -> str:
    """A random code, e.g. "40725"; never with a leading zero, which people leave out."""
    digits = f"{chance.randrange(1000, 10_000)}"
    return digits + _check(digits)


def is_code(text: str) -> bool:
    """Whether `text` can be a code: five digits whose check digit is right."""
    return len(text) == 5 and text.isascii() and text.isdigit() and _check(text[:4]) == text[4]
