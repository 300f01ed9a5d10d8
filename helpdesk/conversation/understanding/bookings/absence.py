"""Who says that she cannot come, or why: "cháu ốm không đi được"."""

import re
import unicodedata

_CANNOT = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua|chang)(?: the| co the)?(?: (?:di|den|toi|qua|ra|len|xuong|ve|tham gia|co mat|lam))"
    r"(?: (?:lam|do|kip|xa|noi|den|toi|ra|len|xuong|qua|hen))*(?: (?:duoc|dc|noi|kip|nua))\b"
    r"|\b(?:vang mat|xin vang|xin nghi|lo hen|khong kip)\b"
    r"|\b(?:can ?not|can t|cant|could not|couldn t|won t|will not|unable to) (?:come|go|make it|be there|attend)\b"
)
_WHY = re.compile(
    r"\b(?:om|benh|sot|(?<!o )(?<!di )(?<!den )dau|met|nam vien|di vien|(?:sap|moi|vua|vo|con dau|sinh) de|de non|sinh em be|ban|ket|vang nha|di xa|di rung|di ray|di nuong|di lam xa"
    r"|dam tang|dam ma|dam cuoi|dam gio|co viec|viec nha|mua|lut|lu|bao(?! (?:gio|lau|nhieu|gi|cho|lai|nao))|sat lo|hong xe|xe (?:bi )?(?:hong|hu|chet may|thung lop|het xang|no lop)|khong co xe|het xang|tac duong"
    r"|sick|ill|busy|away|flood|no transport)\b"
)


def cannot_come(key: str) -> bool:
    """Whether somebody cannot come; `key` is a matching key."""
    return _CANNOT.search(key) is not None


_IN_DIALECT = re.compile(r"\bnỏ (?:có |thể )*(?:đi|đến|tới|ra|lên|qua|về)\b")
"""The "không" of Quảng Trị; without its accent it may be "nó", who comes."""


def cannot_come_in_dialect(text: str) -> bool:
    """Whether a text with its accents says so in the words spoken there: "mụ nỏ đi được"."""
    return _IN_DIALECT.search(unicodedata.normalize("NFC", text).casefold()) is not None


def why_not(key: str) -> bool:
    """Whether it names what may keep her away; that means it only where she was asked whether she comes."""
    return _WHY.search(key) is not None
