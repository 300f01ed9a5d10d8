"""helpdesk/text/people/told_by_another.py: what is passed on for somebody else is read as what she says."""

import pytest

from helpdesk.text.people.told_by_another import without_messenger


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("toi la hang xom doc tin ho ong a, ong noi ong khong di", "ong khong di"),
        ("ông bảo ông vẫn đi", "ông vẫn đi"),
        ("me noi me khong di duoc", "me khong di duoc"),
        ("con doc tin giup me, me khong di duoc", "me khong di duoc"),
        ("ba nho nhan la ba doi buoi", "ba doi buoi"),
        ("ong van di, toi doc nham", "ong van di"),
        # "Ông nội" and "bà nội" are kin, and a mother who says something to us is no messenger.
        ("ba noi khong di duoc", "ba noi khong di duoc"),
        ("ong noi om", "ong noi om"),
        ("ong Bao khong di duoc", "ong Bao khong di duoc"),
        ("toi muon noi voi can bo", "toi muon noi voi can bo"),
        ("can bo bao gio den", "can bo bao gio den"),
        ("ho bao phai nop tien", "ho bao phai nop tien"),
        ("nhan tin giup toi", "nhan tin giup toi"),
    ],
)
def test_what_is_passed_on_is_what_counts(text: str, said: str) -> None:
    assert without_messenger(text) == said
