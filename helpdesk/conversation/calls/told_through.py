"""Who wants somebody else to be told instead of herself: "nhờ hàng xóm báo giúp", "nhờ anh Hồ Văn Tâm ở bản Tuộc báo giúp";
and who has another number now: "tôi đổi số mới rồi, nhắc vô số 09…".

The number is taken from the text where it stands there, and asked for where it does not.
"""

import re
from collections.abc import Callable
from typing import Any

from helpdesk.text.phone_numbers import find_number

_SOMEBODY = (
    r"(?:hang xom|lang gieng|nha ben(?: canh)?|truong (?:ban|thon)|gia lang|nguoi (?:nha|quen|ben canh)|ba con|ong|ba|anh|chi|chu|bac|co|cau|di|mo|o"
    r"|chau|con|em|ban|vo|chong|me|bo|cha|thay|my|the)"
)
_NOT_OURS = r"(?!(?:\w+ ){0,3}?(?:can bo|cong an|xa|uy ban|ubnd|doi|bo doi|tong dai)\b)"
_TELLS = r"(?:bao|bao tin|nhan|nhan tin|noi|nhac|doc|chuyen loi|nghe)"
_FOR_ME = r"(?:giup|gium|dum|ho|lai|thay)"
_ENDS = r"(?: (?:cho|toi|tui|em|chau|minh|me|a|nhe|nha|voi|biet|tin|hen|lich|can bo|so|sdt|dt|dien thoai|cua|anh|chi|ong|ba|no|la|ay|nay|may))*"
_BEFORE = r"(?:(?:nen|thi|toi|tui|em|con|chau|minh|xin|co gi|co tin gi|co tin|co hen|khi nao co|den ngay|den hen|vay|hay|cu) )*"

_ASKED = re.compile(
    rf"{_BEFORE}nho {_NOT_OURS}{_SOMEBODY}(?: \w+){{0,8}}? {_TELLS}(?: (?:tin|lich|hen))* {_FOR_ME}{_ENDS}"
)
_NO_NAME = re.compile(r"\b(?:khong|ko|gi|dau|nao|sao|bao gio|dat|dk|dang ky|lam ho|di ho)\b")
_NEW = re.compile(
    r"\b(?:so|sim|may|sdt|dt|dien thoai) moi\b|\b(?:doi|thay|chuyen)(?: sang| qua)? (?:so|sim|sdt)\b|\bnew (?:number|phone|sim)\b"
)
_TOLD_THERE = re.compile(
    r"\b(?:nhac|nhan|nhan tin|bao|bao tin|gui|gui tin|lien he|lien lac|remind|text)(?: (?:tin|hen|lich|giup|lai|me|on))*(?: (?:vo|vao|ve|qua|den|toi|sang|cho|to|at|theo))? (?:so|sdt|may|sim|my|the|new|number|this|\d)"
)
_OF_VNEID = re.compile(r"\b(?:vneid|dinh danh|tai khoan|otp|kich hoat|dang nhap|xac thuc|ma)\b")
_MOST_WORDS = 16

_DIGITS = re.compile(r"\d[\d ]{7,}\d")


def told_through(text: str, key: str) -> dict[str, Any] | None:
    """What `hear_reach` needs to know where a text (`key` is its matching key, or the part of it behind a reason) asks that
    somebody else be told; None for all else, also for who asks an official to tell her."""
    words = " ".join(_DIGITS.sub(" ", key).split())
    if not _ASKED.fullmatch(words) or _NO_NAME.search(words):
        return None
    number = find_number(text)
    said = {"neighbour_said": number} if number is not None else {}
    return {"reach_said": "neighbour", **said}


def told_at_new_number(text: str, key: str, *, booked: Callable[[], bool]) -> dict[str, Any] | None:
    """The same of who has a new number, and says that it is to be told there, or has a place (`booked`) of which she is to
    be told; None where it may be the number of her account that is new."""
    if not _NEW.search(key) or _OF_VNEID.search(key) or len(key.split()) > _MOST_WORDS:
        return None
    number = find_number(text)
    if number is None or not (_TOLD_THERE.search(key) or booked()):
        return None
    return {"reach_said": "neighbour", "neighbour_said": number}
