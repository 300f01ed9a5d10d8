"""helpdesk/conversation/understanding/people/only_some.py: for whom of those who wait an offer is taken. All are invented."""

import pytest

from helpdesk.conversation.understanding.people.only_some import how_many_take, who_takes

NAMES = ["Ho Thi Mai", "Ho Thi Cuc", "Ho Van Be"]


@pytest.mark.parametrize(
    ("key", "takes"),
    [
        ("nhan cho ho thi mai va ho van be", [0, 2]),
        ("ho thi mai thoi", [0]),
        ("chi ho thi mai", [0]),
        ("ho thi cuc khong di duoc", [0, 2]),
        ("ba cuc khong den duoc", [0, 2]),
        ("ho thi cuc", [1]),
        ("ho thi mai ho thi cuc ho van be", None),
        ("nhan", None),
        ("thoi", None),
        ("nhan cho ho van d", None),
        ("thu 6 duoc khong", None),
    ],
)
def test_who_takes_what_is_offered(key: str, takes: list[int] | None) -> None:
    assert who_takes(key, NAMES) == takes


@pytest.mark.parametrize(
    ("key", "many"),
    [("chi 2 nguoi di duoc thoi", 2), ("hai nguoi thoi", 2), ("nhan 1 cho", 1), ("2", None), ("nhan", None)],
)
def test_how_many_take_it(key: str, many: int | None) -> None:
    assert how_many_take(key) == many
