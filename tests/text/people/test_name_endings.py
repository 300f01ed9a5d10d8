"""helpdesk/text/people/name_endings.py: what behind a name is no part of it. All persons are invented samples."""

import pytest

from helpdesk.text.people.name_endings import before_talk, without_endings


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("cao van xia a", "cao van xia"),
        ("CAO THI MO NGHE", "CAO THI MO"),
        ("ho thi sua nha", "ho thi sua"),
        ("y hoa nghe", "y hoa"),
        ("Hồ Thị Mơ ạ", "Hồ Thị Mơ"),
        ("Ho Van A", "Ho Van A"),
        ("ho thi nhe", "ho thi nhe"),
        ("Cao Van Xia A", "Cao Van Xia A"),
        ("ho minh nha", "ho minh nha"),
        ("y nha", "y nha"),
    ],
)
def test_courtesy_behind_a_whole_name_is_left_out(written: str, name: str) -> None:
    words = written.split()
    assert " ".join(words[: without_endings(words)]) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ho van rung day", "ho van rung"),
        ("ho van do tranh nhau", "ho van do"),
        ("ho thi kim anh", "ho thi kim anh"),
        ("Ho Van Rung Day", "Ho Van Rung Day"),
        ("nguyen thi thanh sang", "nguyen thi thanh sang"),
        ("ho van", "ho van"),
    ],
)
def test_a_full_name_is_over_where_something_is_said(written: str, name: str) -> None:
    words = written.split()
    assert " ".join(words[: before_talk(words)]) == name
