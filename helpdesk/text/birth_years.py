"""Birth years as people write them: "1985", "85", "12/3/1985"."""

import re

EARLIEST = 1900

_date = re.compile(
    r"(?<!\d)(?:"
    r"(?:\d{1,2}[/.\-]){1,2}(?P<year>(?:19|20)\d\d)"  # 12/3/1985, 3-1985
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-](?P<short>\d\d)"  # 12/3/85
    r"|[0-3]?\d [01]?\d (?P<spaced>(?:19|20)\d\d)"  # 12 3 1985
    r")(?!\d)",
    re.ASCII,
)


def full_year(digits: str, *, this_year: int) -> int | None:
    """The year meant by two or four digits, or None; in 2026 "85" is 1985, "05" 2005, "26" 2026 and "27" 1927."""
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) == 2:
        year = this_year - this_year % 100 + int(digits)
        return year if year <= this_year else year - 100
    if len(digits) == 4 and EARLIEST <= int(digits) <= this_year:
        return int(digits)
    return None


def dates_as_years(text: str) -> str:
    """The text with the year in place of each written date of birth: " 1985 " for "12/3/1985" and for "3/1985"."""
    return _date.sub(lambda found: f" {found['year'] or found['short'] or found['spaced']} ", text)
