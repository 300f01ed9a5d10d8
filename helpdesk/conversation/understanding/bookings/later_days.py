"""Who puts it off to a later day and says none that stands in a calendar: "bữa sau", "hôm khác", "mấy bữa nữa", "mốt"."""

import re
from datetime import date, timedelta

_DAY = r"(?:bua|hom|buoi|lan|dot|dip|phien|chuyen|ky)"
_GO = r"(?:di|den|len|ra|lam|xuong|qua|vo|vao|ve)"
_WHO = r"(?:toi|tui|em|con|chau|me|mu|ong|ba|nha toi|ca nha|chung toi|vo chong toi)"

_LATER = re.compile(
    rf"\b{_DAY} (?:sau|khac|toi(?= {_WHO}\b))\b|\b(?:qua|ra|het|xong|sau) (?:tet|vu|mua gat|mua ray)\b|\bgat xong\b|\b(?:hoan|lui) lai(?: (?:giup|cho|toi|tui|nhe|nha|a|lich|hen|buoi|da))*$"
    r"|\bthu (?:[2-7]|hai|ba|tu|nam|sau|bay) (?:sau|toi(?= (?:toi|tui|em|con|minh)\b))\b"
)
_SOON = re.compile(
    r"\b(?:may|vai|it|dam|[2-9]|hai|ba|bon|nam|muoi) (?:bua|hom|ngay) nua\b|\bmai (?:mot|kia)\b"
)
SOON = timedelta(days=3)
"""A place that is no further away is not meant by who comes "mấy bữa nữa"."""
_DAY_AFTER_TOMORROW = re.compile(
    rf"(?:^|\b(?:ray|roi|ban|duoc|nuong|xa|mua|viec|thoi|da|vay|de) )mot (?:{_WHO} )(?:moi |se |xin )*{_GO}\b"
)
"""Without its accent "mốt" is "một" elsewhere."""


def puts_off_to_later(key: str, *, hers: date, today: date) -> bool:
    """Whether a text (its matching key) speaks of a later day than `hers`, and does not say which."""
    some_days_from_now = _SOON.search(key) is not None and hers <= today + SOON
    return some_days_from_now or _LATER.search(key) is not None


_SOME_OTHER = re.compile(rf"\b(?:ngay|{_DAY}) (?:khac|sau)\b")


def some_other_day(key: str) -> bool:
    """Whether a text (its matching key) wants it on another day, and does not say which: "để Long bữa khác"."""
    return _SOME_OTHER.search(key) is not None


def day_after_tomorrow(key: str, *, today: date) -> date | None:
    """That day, where a text (its matching key) says that she goes then: "mai tôi lên rẫy, mốt tôi xuống"."""
    return today + timedelta(days=2) if _DAY_AFTER_TOMORROW.search(key) else None
