"""helpdesk/text/people/written_names.py: an invisible name is none."""

import pytest

from helpdesk.text.people.written_names import is_name, seen


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Hồ  Thị\tNụ\n", "Hồ Thị Nụ"),
        ("\u200b", ""),
        ("\u202e", ""),
        ("\u202eHồ\u200d Thị \u2066Nụ\u2069", "Hồ Thị Nụ"),
        ("Hồ \u200b Nụ", "Hồ Nụ"),
        ("\u00ad\u034f \u3164\u115f\u2800\ufeff\U000e0041", ""),
        ("\x1b[31mDân Hóa\x07", "[31mDân Hóa"),
        ("Ho\u0302\u0300 Nụ", "Ho\u0302\u0300 Nụ"),
        ("Y-Nụ d'Arc", "Y-Nụ d'Arc"),
    ],
)
def test_only_what_is_seen_is_kept_of_a_name(typed: str, name: str) -> None:
    assert seen(typed) == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Y", True), ("Ừ", True), ("Нина", True), ("", False), ("...", False), ("1980", False), ("👍", False)],
)
def test_a_name_has_a_letter(text: str, is_one: bool) -> None:
    assert is_name(text) is is_one
