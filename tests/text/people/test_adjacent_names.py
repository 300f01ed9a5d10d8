"""helpdesk/text/people/adjacent_names.py: where a name ends when another follows at once. All persons are invented samples."""

import pytest

from helpdesk.text.people.adjacent_names import parted


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("ho van a ho van b", [0, 3]),
        ("ho thi b dinh xon y cuc cao van d", [0, 3, 5, 7]),
        ("dinh xon dinh cu", [0, 2]),
        ("y cuc y nuong", [0, 2]),
        ("nguyen y nuong", [0]),
        ("ho thi cao lan", [0]),
        ("ho van minh hoang", [0]),
        ("cao xuan thai", [0]),
        ("ho van a 1985", [0]),
    ],
)
def test_names_are_parted_where_the_next_begins(words: str, starts: list[int]) -> None:
    assert parted(words.split()) == starts
