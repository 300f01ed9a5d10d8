"""A line chosen by pointing at it: "buổi này" where there is one, "cái đầu tiên" of a list, "ghi tên" where one may wait."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

WAIT = "wait"
"""The value of the line, in a list of other days, by which one waits for the day that is full."""

TAKE_IT = frozenset({"chon buoi nay", "take this date"})
"""The choice by which she takes the one day that there is."""

_BEFORE = r"(?:(?:da|vang|ok|u|uh|toi|em|con|minh|thi|thoi|vay|the|dong y|xin|cho toi|nhan) )*"
_AFTER = r"(?: (?:di|nhe|nha|a|luon|duoc|cung|ok|thoi|roi|toi|voi|do|cho toi|can bo))*"
_THIS = re.compile(
    rf"{_BEFORE}(?:(?:chon|lay|dat|di|ghi|lam) )?(?:luon )?(?:cai|buoi|ngay) (?:nay|do|ay|day){_AFTER}"
    rf"|{_BEFORE}hom (?:do|ay){_AFTER}"
    rf"|{_BEFORE}dong y (?:dat|chon|lay){_AFTER}"
    rf"|{_BEFORE}(?:dat|chon|lay) (?:di|luon|nhe|nha|a){_AFTER}"
    rf"|{_BEFORE}cung (?:duoc|ok){_AFTER}"
    r"|(?:(?:ok|yes|take|choose|book|i|will|want) )*(?:this|that) (?:one|day|date)(?: please)?"
)
_FIRST = re.compile(
    rf"{_BEFORE}(?:(?:chon|lay|dat) )?(?:cai|buoi|ngay|dong|muc|noi|so) (?:dau tien|dau|thu nhat|tren cung){_AFTER}"
    r"|(?:the )?first(?: one| line| day| date)?(?: please)?"
)
_LAST = re.compile(
    rf"{_BEFORE}(?:(?:chon|lay|dat) )?(?:cai|buoi|ngay|dong|muc|noi|so) (?:cuoi cung|cuoi|sau cung|duoi cung){_AFTER}"
    r"|(?:the )?last(?: one| line| day| date)?(?: please)?"
)
_TO_WAIT = re.compile(
    r"(?:(?:da|vang|ok|toi|em|con|cho|xin|muon|nho|thi|thoi) )*ghi ten(?: (?:toi|buoi nay|ngay nay|cho|doi|vao|di|nhe|a|luon))*"
)


def takes_this_one(key: str) -> bool:
    """Whether a reply takes the one thing that is offered: "chọn buổi này đi", "ngày đó được". `key`: a matching key."""
    return _THIS.fullmatch(key) is not None


def pointed_at(key: str, lines: Sequence[Mapping[str, Any]]) -> int | None:
    """The line of a list that a reply points at, counted from 0; None where it points at none, or at one of several."""
    if not lines:
        return None
    if _FIRST.fullmatch(key) or (len(lines) == 1 and takes_this_one(key)):
        return 0
    if _LAST.fullmatch(key):
        return len(lines) - 1
    waits = [at for at, line in enumerate(lines) if line.get("value") == WAIT]
    return waits[0] if len(waits) == 1 and _TO_WAIT.fullmatch(key) else None
