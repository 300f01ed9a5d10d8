"""Who is sorry for what she has just chosen, in whatever words: "chết nhầm, tôi vẫn đi", "cho tôi giữ lại", "tôi đổi ý rồi".

It says so only where she has just chosen something: a place cancelled or moved, or asked about.
"""

import re

_NOT = r"(?:khong|ko|k|kg|hk|hong|dung|dau|khoan|khoi|chua)"
_GO = r"(?:di|den|len|ra|xuong|toi|lam|qua|giu|dat|muon di|con di|co di)"
_WRONG = (
    r"(?:nham|lon|lo tay|lo bam|lo nhan|lo huy|lo doi|doi y|nghi lai|tiec|by mistake|mistake|changed my mind)"
)

_SORRY = re.compile(
    rf"(?<!khong )(?<!ko )(?<!chang )\b{_WRONG}\b"
    rf"|\b(?:khong|ko|k|dung|khoan|khoi|thoi|not|don t)(?: (?:phai|co|muon|dinh|he|can|voi|to|want))* (?:huy|cancel|doi|chuyen|move)\b(?! (?:duoc|dc|noi))"
    rf"|\b(?:van|cu)(?: (?:se|muon|con|co))* {_GO}\b|\b(?:still|after all)\b"
    r"|\b(?:giu|lay|tra|xin|dat|ghi|lam|khoi phuc|phuc hoi|ve|quay|tro)(?: (?:toi|tui|em|con|minh|cho|lich|buoi|ngay|ve))* lai\b|\b(?:khoi phuc|phuc hoi)\b"
    r"|(?<!khong )(?<!ko )(?<!chua )\b(?:di|den|len|ra|xuong) (?:duoc|dc)\b(?! (?:khong|ko|k|chua|dau)\b)"
    r"|\b(?:giu|de)(?: (?:nguyen|yen|cho|lich|ngay|buoi))* (?:cho cu|ngay cu|lich cu|buoi cu|nhu cu|nhu truoc|nguyen)\b|\bnhu (?:cu|truoc|luc dau)\b"
    r"|\b(?:thoi|a|u|ua|ui|chet)(?: (?:de|cho))? (?:toi|tui|em|con|minh) (?:se )?(?:di|den|len)\b"
)
_NONE = re.compile(
    rf"\b(?:van|cung) {_NOT}\b(?! huy)|\b(?:khong|ko|k|chang|thoi) (?:\w+ )?(?:di|den|lam|dat|len|ra) (?:\w+ )?(?:nua|dau)\b|\bnham lan\b|\bco nham\b"
    r"|\b(?:khong|ko|k|chua|chang)(?: (?:the|con|co the))? (?:di|den|len|ra|xuong)(?: (?:duoc|dc|noi))?\b"
)
"""It is not: who still does not come, and who asks whether something is wrong."""


def is_sorry(key: str) -> bool:
    """Whether a text (its matching key) takes back what was chosen last."""
    return _SORRY.search(key) is not None and _NONE.search(key) is None


def still_stays_away(key: str) -> bool:
    """Whether a text (its matching key) says that she does not come, whatever else it takes back."""
    return _NONE.search(key) is not None


_WHEN_AGAIN = re.compile(
    r"\b(?:khi|luc|bao|bua|hom|ngay|chung)(?: (?:nao|mo|gio))+ .*\b(?:lai|buoi|lam|dat|den|di|co)\b|\b(?:con|co) (?:buoi|ngay|hom|bua)(?: nao)?(?: (?:khac|nua|sau))* (?:khong|ko|k|a)\b"
    r"|\b(?:buoi|ngay|hom|bua) (?:khac|sau|toi)\b|\bwhen\b.*\b(?:again|next)\b"
)


def asks_when_again(key: str) -> bool:
    """Whether a text (its matching key) asks on which other day: "khi nào làm lại được"."""
    return _WHEN_AGAIN.search(key) is not None
