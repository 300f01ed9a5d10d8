"""Birth years as people write them: "1985", "85", "12/3/1985"."""

import re

EARLIEST = 1900

OLDEST = 115
"""Years; who is said to be older is a slip of the thumb."""

_date = re.compile(
    r"(?<!\d)(?:"
    r"(?:\d{1,2}[/.\-]){1,2}(?P<year>(?:19|20)\d\d)"  # 12/3/1985, 3-1985
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-](?P<short>\d\d)"  # 12/3/85
    r"|[0-3]?\d [01]?\d (?P<spaced>(?:19|20)\d\d)"  # 12 3 1985
    r"|[01]?\d/(?P<after_month>(?:1[3-9]|[2-9]\d))(?!/)"  # 3/85
    r"|[0-3]?\d/[01]?\d(?!/)"  # 3/12: a day without a year
    r")(?!\d)",
    re.ASCII,
)

# "15 thang 3 nam 1985", "sinh thang 3 nam 1985"; "Thang 3 nam 1985" alone is somebody called Thang.
_spelled = re.compile(
    r"\b(?:sinh\s+(?:ng[aà]y\s+)?(?:[0-3]?\d\s+)?|(?:ng[aà]y\s+)?[0-3]?\d\s+)th[aá]ng\s+[01]?\d"
    r"(?:\s*[/,.-]\s*|\s+)(?:n[aă]m\s+)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
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


def year_of_age(digits: str, *, this_year: int) -> int | None:
    """The year in which somebody of this age was born: "80" is 1946 in 2026; None for what is no age."""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 3):
        return None
    return this_year - int(digits) if 0 < int(digits) <= OLDEST else None


def dates_as_years(text: str) -> str:
    """The text with the year in place of each written date of birth: " 1985 " for "12/3/1985" and for "3/1985".

    A day and a month without a year leave nothing: "3/12" is nobody born in 2012.
    """

    def year(found: re.Match[str]) -> str:
        return f" {found['year'] or found['short'] or found['spaced'] or found['after_month'] or ''} "

    return _date.sub(year, _spelled.sub(lambda found: f" {found['year']} ", text))
