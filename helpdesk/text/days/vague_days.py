"""Times that are too wide for a day: "cuối tháng", "tháng sau", "tuần sau nữa", "sau Tết"; and the first day of them."""

import re
from datetime import date, timedelta

from helpdesk.text.days.date_reader import shifted
from helpdesk.text.folding import matching_key

_VAGUE = re.compile(
    r"\b(?:(?:dau|giua|cuoi) (?:thang|tuan|nam(?! vien))|(?<!\d )thang (?:nay|sau|toi|truoc)|tuan (?:nay|sau|toi)(?: nua)?"
    r"|(?:sau|truoc|qua|ra|an) tet|vai (?:ngay|bua|hom|tuan) nua|(?:late|early|end of|next|this) (?:the |this |next )?(?:month|week))\b"
)
_A_DAY_OF_IT = re.compile(r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|ngay \d{1,2})\b")

_WEEK = re.compile(
    r"\btuan (?P<which>nay|ni|sau|toi|ke tiep|tiep theo)(?P<twice> nua)?\b|\b(?P<english>next|this) week\b|\b(?P<many>[1-4]|mot|hai|ba|bon) tuan (?:nua|sau)\b"
    r"|\b(?:sang|qua) tuan\b(?! (?:nay|ni|sau|toi|ke|tiep))"
)
_MONTH = re.compile(r"(?<!\d )\bthang (?:sau|toi)\b|\bnext month\b")
_THAT_MONTH = re.compile(
    r"^(?:(?:da|a|vay|the|thoi|thi|de|cho|xin|toi|tui|em|con|minh|doi|chuyen) )*(?:(?:sang|qua|den|vao|dau|trong|ra|di|lam|len) )*thang (?P<month>1[0-2]|[1-9])"
    r"(?: (?:toi|nay|di|duoc|dc|khong|ko|nhe|nha|a|cho|em|con|moi|lam|len|ra|ve|co))*$"
)
"""A month by its number, and nothing else: "sang tháng 1", "tháng 1 được không"."""
_PART_OF_IT = re.compile(
    r"\b(?:giua|cuoi) (?:thang|nam)\b|\bcuoi tuan\b(?! (?:sau|toi))|\b(?:late|end of)\b|\btet\b"
)
_MANY = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_THIS = frozenset({"nay", "ni", "this"})


def is_vague(text: str) -> bool:
    """Whether a text speaks of a week, a month or a feast, and of no day in it."""
    key = matching_key(text)
    return _VAGUE.search(key) is not None and _A_DAY_OF_IT.search(key) is None


def first_day_said(text: str, *, today: date) -> date | None:
    """The first day of the week or the month that a text speaks of: "tuần sau", "2 tuần nữa", "tháng sau".

    None where it speaks of a day in it, of the end of it, or of neither.
    """
    key = matching_key(text)
    if _A_DAY_OF_IT.search(key) or _PART_OF_IT.search(key):
        return None
    weeks = list(_WEEK.finditer(key))
    if weeks:
        # "Tuần này bận, tuần sau": the last one is meant.
        monday = today - timedelta(days=today.weekday())
        return shifted(monday, 7 * _weeks_from_now(weeks[-1]))
    if _MONTH.search(key):
        return _next_month(today)
    that = _THAT_MONTH.match(key)
    if that is not None and int(that["month"]) != today.month:
        return date(today.year + (int(that["month"]) < today.month), int(that["month"]), 1)
    return None


def _weeks_from_now(said: re.Match[str]) -> int:
    if said["many"]:
        return _MANY.get(said["many"]) or int(said["many"])
    which = said["which"] or said["english"]
    return 0 if which in _THIS else 1 + bool(said["twice"])


def _next_month(today: date) -> date | None:
    late = shifted(today.replace(day=28), 4)
    return late.replace(day=1) if late is not None else None
