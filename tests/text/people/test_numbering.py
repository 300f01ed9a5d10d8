"""helpdesk/text/people/numbering.py: which numbers number a list."""

import pytest

from helpdesk.text.people.numbering import numbering_in
from helpdesk.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Ho Van A 2. Ho Thi B", [0, 4]),
        ("dk: 1) Ho Van A 1985\n2) Y Cuc 1990", [1, 6]),
        ("1 ho van a 2 ho thi b 3 dinh xon", [0, 4, 8]),
        ("1. Ho Van A 3. Ho Thi B", []),
        ("4) Ho Bon 5) Y Nam 6) Ho Sau", [0, 3, 6]),
        ("4 nguoi 5 chau", []),
        ("ca roong 1 cho 2 nguoi", []),
        ("ho van a 1985", []),
    ],
)
def test_numbers_of_a_list_count_on_from_one(text: str, numbers: list[int]) -> None:
    assert sorted(numbering_in(tokens_of(text), taken=set())) == numbers
