"""What is said in the middle of a booking and begins nothing else: "hôm đó tôi bận", "xã lưu làm gì", "đừng hủy"."""

import re

_WHO = r"(?:toi|tui|em|con|chau|minh|nha|vo toi|chong toi|me|bo|ca hai|ca ba|ca nha|tat ca|moi nguoi|chung toi|vo chong toi)"
_BUSY = re.compile(
    rf"(?:(?:ok|u|da|vang|duoc|nhung|ma|thi|a|oi|can bo) )*(?:(?:hom|ngay|buoi|bua) (?:do|ay|nay|day) )?(?:{_WHO} )?(?:lai |dang |deu |cung )*ban"
    r"(?: (?:roi|viec|viec nha|lam|qua|mat|di ray|di lam|hom do|ngay do|buoi do|hom ay|khong den duoc|khong di duoc|a|nhe))*"
    r"|(?:(?:but|ok|sorry) )*i(?: am|m)? busy(?: then| that day)?"
)
_ASKS_BACK = re.compile(
    r"\bdat ho\b.*\b(?:ho|nguoi ta) (?:chua|khong) (?:nho|biet)\b"
    r"|\bsao (?:lai )?(?:chua|khong) lam (?:duoc )?muc (?:2|hai)\b"
    # "Đúng không?" asks, and "tôi đi được" says that she can come, not that her name may be kept.
    r"|^(?:(?:da|vang|vay|the|nhu vay|nhu the|la|thi|a) )*(?:co )?(?:dung|phai|duoc)(?: (?:vay|the|roi))?"
    r" (?:khong|ko|k|kg|hk|hong|chua)(?: (?:a|ah|vay|the|can bo|nhi|ta|he|hay|nhe|ha))*$"
    rf"|^(?:(?:da|vang|hom do|ngay do|buoi do|thi|cung|van|co the|se|{_WHO}) )*(?:den|di|ra|len|toi) (?:duoc|dc|noi|kip)"
    r"(?: (?:roi|a|ah|nhe|nha|ma|day|can bo))*$"
    r"|^(?:xin )?(?:dung|khoan|cho) (?:co )?huy(?: (?:nhe|a|cho|nha|vay|cua toi))*$"
)
_RINGS_LATER = re.compile(
    r"\b(?:toi |minh |em |chung toi )?se (?:goi|lien he|phan hoi|tra loi)(?: lai)?(?: cho)?(?: (?:ban|anh|chi|quy khach|ban ay|can bo))*(?: (?:sau|ngay|som|luc khac|khi))"
    r"|\b(?:hien|hien tai|luc nay|dang)\b.*\bkhong (?:the )?(?:nghe may|nghe dien thoai|tra loi)\b|\b(?:tu dong tra loi|tra loi tu dong|auto ?reply|out of office)\b"
    r"|\b(?:call|ring|text|reply to) you (?:back|later)\b"
)


def rings_later(key: str) -> bool:
    """Whether she will answer later, or her phone says so by itself: nobody is to ring her. `key`: a matching key."""
    return _RINGS_LATER.search(key) is not None


def is_busy(key: str) -> bool:
    """Whether she cannot come on the day that is spoken of; "bản" without an accent is a village. `key`: a matching key."""
    return _BUSY.fullmatch(key) is not None


def asks_back(key: str) -> bool:
    """Whether a text asks about the question it answers, or wants nothing to be undone: the question is its answer."""
    return _ASKS_BACK.search(key) is not None
