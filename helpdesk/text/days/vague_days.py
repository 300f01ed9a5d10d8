"""Times that are too wide for a day: "cuối tháng", "tháng sau", "tuần sau nữa", "sau Tết"."""

import re

from helpdesk.text.folding import matching_key

_VAGUE = re.compile(
    r"\b(?:(?:dau|giua|cuoi) (?:thang|tuan|nam)|(?<!\d )thang (?:nay|sau|toi|truoc)|tuan (?:nay|sau|toi)(?: nua)?"
    r"|(?:sau|truoc|qua|ra|an) tet|vai (?:ngay|bua|hom|tuan) nua|(?:late|early|end of|next|this) (?:the |this |next )?(?:month|week))\b"
)
_A_DAY_OF_IT = re.compile(r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|ngay \d{1,2})\b")


def is_vague(text: str) -> bool:
    """Whether a text speaks of a week, a month or a feast, and of no day in it."""
    key = matching_key(text)
    return _VAGUE.search(key) is not None and _A_DAY_OF_IT.search(key) is None
