"""What is wished of a booking that is named by its code: "huy ma 40725", "doi ngay 40725", "xem 40725"."""

import re

from helpdesk.booking.codes import is_code

_AROUND = (
    r"(?:(?:giup|gium|ho|cho|toi|tui|em|con|chau|minh|lich|hen|dat|ngay|buoi|bo|lai|cua|dum|voi|booking|my|the|please"
    r"|co|la|can|muon|xin|nho|da|thua|a|nhe|chi|oi|so|code|number|ma) )*"
)
_CODE = r"(?P<code>[0-9]{5})(?: (?:a|nhe|di|voi|giup|nha|toi|please|cho toi|giup toi))*"
_BORN = r"(?: (?:(?:nam|sinh|sn|va|born|year) )*(?P<year>(?:19|20)[0-9]{2})(?: (?:a|nhe|di|voi|giup|nha))*)?"
_MARKED = r"(?:ma|code|so|ma so) "
_WISHES = tuple(
    (intent, re.compile(rf"{_AROUND}(?:{words}) {_AROUND}{_CODE}{_BORN}"))
    for intent, words in (
        ("cancel", "huy|cancel|bo cho|tra cho"),
        ("reschedule", "doi|chuyen|doi lich|move|change|reschedule"),
        ("my_booking", "xem|coi|kiem tra|tra|tra cuu|view|check|see"),
    )
)
_NAMED = re.compile(rf"{_AROUND}{_MARKED}(?:(?:dat|cho|hen|toi|cua|la|em|con) )*{_CODE}")
_WITH_YEAR = re.compile(
    rf"{_AROUND}(?:{_MARKED})?(?P<code>[0-9]{{5}}) (?:(?:nam|sinh|sn|va|born|year) )*(?P<year>(?:19|20)[0-9]{{2}})"
)
"""A code and the birth year that opens it on another phone."""
_FIVE = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")

LONGEST = 100
"""Characters of a text that says no more than this."""


def code_wish(key: str) -> tuple[str, str] | None:
    """The intent of a text about the booking with a code, and the code; None for all others. `key`: matching key.

    Behind the code stands the birth year that opens it on another phone, if it was said: "40725 1954".

    Digits alone must be a code by their check digit; behind a word that says what they are they are handed over as
    they stand, so that a slip is noticed where the bookings are known.
    """
    if len(key) > LONGEST or not _FIVE.search(key):
        return None
    for intent, pattern in _WISHES:
        found = pattern.fullmatch(key)
        if found:
            return intent, " ".join(filter(None, (found["code"], found["year"])))
    found = _WITH_YEAR.fullmatch(key)
    if found and is_code(found["code"]):
        return "my_booking", f"{found['code']} {found['year']}"
    found = _NAMED.fullmatch(key)
    if found:
        return "my_booking", found["code"]
    return ("my_booking", key) if is_code(key) else None


def code_in(key: str) -> str | None:
    """The one code that stands among other words."""
    codes = {word for word in key.split() if is_code(word)}
    return codes.pop() if len(codes) == 1 else None
