"""helpdesk/text/storable.py: what no store can take is left out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.storable import storable, typeable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "ab"),
        ("\ud83d lẻ", " lẻ"),
        ("\udc00", ""),
        ("👍🏽 Hồ Thị Mai\r\n\t\x07", "👍🏽 Hồ Thị Mai\r\n\t\x07"),
        ("", ""),
    ],
)
def test_only_nul_and_halves_of_characters_go(text: str, kept: str) -> None:
    assert storable(text) == kept


@given(st.text(st.characters(codec=None)))
def test_whatever_comes_can_be_written_as_utf_8(text: str) -> None:
    assert "\x00" not in storable(text).encode().decode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hồ\x00 Thị\x1b[31m Mai\x7f", "Hồ Thị[31m Mai"),
        ("một\r\nhai\tba\x85", "một\r\nhai\tba\x85"),
        ("\x9bA\ud83d", "A"),
        ("👍🏽 mật khẩu", "👍🏽 mật khẩu"),
    ],
)
def test_of_controls_only_tabs_and_line_ends_are_typed(text: str, kept: str) -> None:
    assert typeable(text) == kept
