"""helpdesk/conversation/understanding/answers/this_one.py: lines chosen by pointing at them."""

import pytest

from helpdesk.conversation.understanding.answers.this_one import pointed_at, takes_this_one

DAYS: list[dict[str, object]] = [{"value": 7}, {"value": 8}, {"value": "wait"}]


@pytest.mark.parametrize(
    ("key", "takes"),
    [
        ("chon buoi nay di", True),
        ("buoi nay", True),
        ("lay ngay nay", True),
        ("ngay do duoc", True),
        ("dong y dat", True),
        ("cung duoc", True),
        ("hom nay", False),
        ("buoi nay khong duoc", False),
        ("buoi nay may gio", False),
        ("dat", False),
    ],
)
def test_she_takes_the_one_that_there_is(key: str, takes: bool) -> None:
    assert takes_this_one(key) is takes


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("cai dau tien", 0),
        ("buoi dau", 0),
        ("cai cuoi cung", 2),
        ("ghi ten", 2),
        ("buoi nay", None),
        ("ten", None),
    ],
)
def test_a_line_is_pointed_at_where_only_one_can_be_meant(key: str, line: int | None) -> None:
    assert pointed_at(key, DAYS) == line
    assert pointed_at(key, []) is None
