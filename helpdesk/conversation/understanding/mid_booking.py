"""What is said in the middle of a booking and begins nothing else: "hôm đó tôi bận", "xã lưu làm gì", "đừng hủy"."""

import re

_WHO = r"(?:toi|tui|em|con|chau|minh|nha toi|nha|vo toi|chong toi|me|bo)"
_BUSY = re.compile(
    rf"(?:(?:ok|u|da|vang|duoc|nhung|ma|thi|a|oi|can bo) )*(?:(?:hom|ngay|buoi|bua) (?:do|ay|nay|day) )?(?:{_WHO} )?(?:lai |dang )?ban"
    r"(?: (?:roi|viec|viec nha|lam|qua|mat|di ray|di lam|hom do|ngay do|buoi do|hom ay|khong den duoc|khong di duoc|a|nhe))*"
    r"|(?:(?:but|ok|sorry) )*i(?: am|m)? busy(?: then| that day)?"
)
_ASKS_BACK = re.compile(
    r"\b(?:luu|giu|ghi)(?: lai)?(?: (?:ten|so|thong tin|nam sinh|so dien thoai))*(?: cua toi)?(?: de)? lam (?:gi|chi)\b"
    r"|\bdat ho\b.*\b(?:ho|nguoi ta) (?:chua|khong) (?:nho|biet)\b"
    r"|\bsao (?:lai )?(?:chua|khong) lam (?:duoc )?muc (?:2|hai)\b"
    r"|^(?:xin )?(?:dung|khoan|cho) (?:co )?huy(?: (?:nhe|a|cho|nha|vay|cua toi))*$"
)


def is_busy(key: str) -> bool:
    """Whether she cannot come on the day that is spoken of; "bản" without an accent is a village. `key`: a matching key."""
    return _BUSY.fullmatch(key) is not None


def asks_back(key: str) -> bool:
    """Whether a text asks about the question it answers, or wants nothing to be undone: the question is its answer."""
    return _ASKS_BACK.search(key) is not None
