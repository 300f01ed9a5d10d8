"""helpdesk/text/people/called_at_first.py: who is called before something is said is no word that cancels."""

import pytest

from helpdesk.text.people.called_at_first import without_name_called


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Huy oi, cho chi hoi mai may gio", "cho chi hoi mai may gio"),
        ("Huy đây, mai tôi cần mang gì", "mai tôi cần mang gì"),
        ("Hủy đây, mai tôi không đi", "Hủy đây, mai tôi không đi"),
        ("huy cho toi", "huy cho toi"),
        ("Huy oi", "Huy oi"),
        ("xoa day", "xoa day"),
    ],
)
def test_what_is_said_behind_the_name_stays(text: str, rest: str) -> None:
    assert without_name_called(text) == rest
