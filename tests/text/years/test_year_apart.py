"""helpdesk/text/years/year_apart.py: a birth year that is told in a clause of its own behind a name."""

import pytest

from helpdesk.text.tokens import tokens_of
from helpdesk.text.years.year_apart import year_apart


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Y Na, em sinh nam 1999, o ban Tuoc", 1999),
        ("Y Na, sinh 84", 1984),
        ("Y Na. tui sn 12/3/1985", 1985),
        ("Y Na, con sinh 2015", None),
        ("Y Na, em o ban Tuoc", None),
        ("Y Na em sinh 1999", None),
        ("Y Na, em sinh", None),
        ("Y Na", None),
    ],
)
def test_who_is_named_says_behind_it_when_she_was_born(text: str, year: int | None) -> None:
    assert year_apart(tokens_of(text), 2, this_year=2026) == year
