"""Saying how one wants to be told: "đừng nhắn tin, gọi điện", "báo cho hàng xóm 0912345678", "nhắn tin lại".

Whole texts only. "Gọi cho tôi" alone asks for one call, and "nhắn tin" alone is the word that resumes texts.
"""

import re
from typing import Any

from helpdesk.conversation.understanding.words import bare
from helpdesk.text.phone_numbers import find_number

REACH = "reach"
"""The intent; no topic of residents, but a command of ours like `accents`."""

_ME = r"(?: (?:cho )?(?:toi|tui|em|minh|con|me|ba|ong|me toi|ba toi))?"
_NO_TEXT = r"(?:dung|ko|khong|khoi|thoi|bo|thay vi|thay cho) (?:co )?(?:nhan|gui|nhan tin|gui tin|tin nhan)(?: tin)?(?: nhan)?(?: nua)?"
_RING = r"(?:hay |thi |ma |cu |xin |nho |chi )?(?:goi|goi dien|dien|alo)(?: dien| thoai| lai)*"

_CALL = re.compile(
    rf"{_NO_TEXT}{_ME} {_RING}{_ME}(?: thoi)?"
    rf"|{_RING}{_ME}(?: di| nhe| nha| thoi)? {_NO_TEXT}{_ME}"
    rf"|(?:cho )?(?:toi |tui |em )?(?:nghe|nghe may) (?:dien thoai |may )?(?:thoi )?{_NO_TEXT}{_ME}"
    rf"|(?:tu nay|lan sau|sau nay|luon)(?: thi)? {_RING}{_ME}"
    r"|goi(?: dien)? thay(?: cho| vi)?(?: tin| nhan| tin nhan| nhan tin)?"
    r"|nhac(?: hen| lich)? (?:bang|qua) (?:cach )?(?:goi|goi dien|dien thoai)"
    r"|(?:do not|don t|no) text(?:s|ing)?(?: me)?(?: please)? (?:just )?call(?: me)?|call me instead|call instead"
)
_TEXT = re.compile(
    rf"(?:xin )?(?:dung|ko|khong|khoi|thoi)(?: co)? {_RING}{_ME}(?: nua)?{_ME}(?: nhe| nha| a)? (?:hay |thi |cu |chi |ma )?(?:nhan|nhan tin|gui tin|nhan tin nhan){_ME}(?: thoi| la duoc| di| nhe| nha| a| cho toi)*"
    rf"|(?:chi |cu )?(?:nhan|nhan tin|gui tin){_ME}(?: thoi)?(?: nhe| nha| a)? (?:dung|ko|khong|khoi)(?: co)? {_RING}{_ME}(?: nua)?(?: nhe| nha| a)*"
    r"|(?:tu nay|lan sau|sau nay)(?: thi)? (?:nhan|nhan tin|gui tin)(?: cho toi)?"
    r"|nhan tin thay(?: cho)? (?:goi|goi dien)|text me instead|text instead"
)
_WHO = r"(?:hang xom|nha ben|nha ben canh|truong ban|truong thon|gia lang|nguoi nha|nguoi quen|neighbou?r|village head)"
_SOMEBODY = r"(?:ong|ba|anh|chi|chu|bac|co|cau|chau|con|em|my|the)"
_TELL = r"(?:hay |nho |xin )?(?:bao|nhac|nhan|nhan tin|gui|gui tin|bao tin|noi|tell|text)(?: giup| dum| gium| ho)?"
_THROUGH = r"(?:cho|qua|voi|den|toi|vao|through|to)"
_NEIGHBOUR = re.compile(
    rf"{_TELL}(?: {_THROUGH})?(?: {_SOMEBODY})?(?: {_WHO})(?: toi| cua toi| tui)?(?: ten)?(?: [a-z]+){{0,3}}"
)
_NUMBERED = re.compile(
    rf"{_TELL}(?: {_THROUGH}(?! (?:toi|tui|minh)\b)(?: {_SOMEBODY})?(?: {_WHO})?|(?: {_SOMEBODY})? {_WHO})"
    r"(?: [a-z]+){0,4}"
)
_OF_US = r"(?:(?:da|toi|tui|em|con|chau|minh|me|ba|ong|nha|o day|o ban|ban|may|dien thoai|hay|thi|ma|bi) )*"
_REASON = (
    r"(?:(?:khong|ko|k|chang|chua|dau co) (?:biet|doc|xem|nhin)(?: (?:duoc|doc))?(?: (?:chu|tin|tin nhan|viet|chu nghia|gi|mo))*|mat (?:kem|mo|yeu)"
    r"|(?:khong|ko|k|chang|chua|it|mat|chap chon)(?: (?:co|khi co))? (?:song|may|dien thoai|pin|dien|cho sac)(?: dien thoai| rieng| rua)*"
    r"|(?:hay |thuong )?(?:tat|hong|hu|het pin|tat may)|(?:mu|diec|gia)(?: (?:roi|qua|yeu|loa))*|di ray(?: \w+){0,2})"
)
_WHY = re.compile(
    rf"^(?:(?:da|vi|tai) )*{_OF_US}{_REASON}(?: {_OF_US}{_REASON})?(?: (?:lam|luon|ca|roi|nen|thi|xin|nho|can bo|a|hay|co|chi|gi|khi|nao|tin|hen))* "
)
"""Why, before the way: "không biết chữ, nhắn cho hàng xóm giúp", "không có sóng, có chi nhắn qua ông trưởng bản"."""
_WHY_BEHIND = re.compile(rf" (?:(?:vi|do|tai) )?{_OF_US}{_REASON}(?: (?:a|nhe|nha|dau|can bo|lam))*$")
_DIGITS = re.compile(r"\d[\d ]{7,}\d")
_LONGEST = 120


def way_said(text: str, key: str) -> dict[str, Any] | None:
    """What `hear_reach` needs to know of a text (`key` is its matching key) that says nothing but a way; else None."""
    if len(text) > _LONGEST:
        return None
    for core in (key, bare(key), _WHY.sub("", key), _WHY_BEHIND.sub("", key)):
        if _CALL.fullmatch(core):
            return {"reach_said": "call"}
        if _TEXT.fullmatch(core):
            return {"reach_said": "text"}
        without = " ".join(_DIGITS.sub(" ", core).split())
        if without != core and _NUMBERED.fullmatch(without):
            number = find_number(text)
            if number is not None:
                return {"reach_said": "neighbour", "neighbour_said": number}
        if _NEIGHBOUR.fullmatch(without):
            return {"reach_said": "neighbour"}
    return None
