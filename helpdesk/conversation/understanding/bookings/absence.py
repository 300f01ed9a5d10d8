"""Who says that she cannot come, or why: "cháu ốm không đi được"."""

import re
import unicodedata

_CANNOT = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua|chang)(?: the| co the)?(?: (?:di|den|toi|qua|ra|len|xuong|ve|tham gia|co mat|lam))"
    r"(?: (?:lam|do|kip|xa|noi|den|toi|ra|len|xuong|qua|hen))*(?: (?:duoc|dc|noi|kip|nua))\b"
    r"|\b(?:vang mat|xin vang|xin nghi|lo hen|khong kip)\b"
    r"|\b(?:khong|ko|k|kg|hk|hong|chua|chang)(?: (?:co|con))?(?: ai)? ranh\b|\bdi (?:mo|dau) ma di\b"
    r"|\b(?:hen|de)(?: (?:lai|sang|qua|toi|tui|em|con|chau|vao))* (?:dip|khi|hom|bua|lan|luc) khac\b|^(?:thoi |da )*(?:dip|lan) khac\b"
    r"|\b(?:khi|luc|bua|hom|chung|bao gio|chung) (?:nao|mo)(?: (?:toi|tui|em|con|minh|nha))? (?:ranh|thong tha|xong (?:viec|ray|mua)|het (?:mua|viec|ban)|tanh|khoe|gat xong)\b"
    r"|\b(?:can ?not|can t|cant|could not|couldn t|won t|will not|unable to) (?:come|go|make it|be there|attend)\b"
)
_WHY = re.compile(
    r"\b(?:om|benh|sot|(?<!o )(?<!di )(?<!den )dau|met|nam vien|di vien|(?:sap|moi|vua|vo|con dau|sinh) de|de non|sinh em be|ban|ket|vang nha|di xa|di rung|di ray|di nuong|di lam xa"
    r"|dam tang|dam ma|dam cuoi|dam gio|co viec|viec nha|mua|lut|lu|bao(?! (?:gio|lau|nhieu|gi|cho|lai|nao|ba|ong|me|mu|vo|chong|con|bo|tin|nguoi|can|sau|toi|tui|em|anh|chi|no|ho|nha))|sat lo|hong xe|xe (?:bi )?(?:hong|hu|chet may|thung lop|het xang|no lop)|khong co xe|het xang|tac duong"
    r"|sick|ill|busy|away|flood|no transport)\b"
)


_AWAY = re.compile(
    r"\b(?:di|dang o|o) (?:vang|lao|thai lan|sai gon|ha noi|binh duong|dong nai|nuoc ngoai|trong nam|trong nay|ngoai bac|thanh pho)\b"
    r"|\bdi (?:hoc|tham|cuoi|an cuoi|dam|choi|cong tac|bo doi|xuat khau|lam (?:an|xa|thue|cong|nuong|ray|roi))\b|\b(?:vo|vao|ra) (?:nam|bac|trong nam|ngoai bac)\b"
    r"|\b(?:khong|ko|k|chua)(?: (?:co|kip))? ve\b|\bdi cho (?:roi|chua)\b"
    r"|\b(?:ve|di|len|xuong|vo|ra|sang|qua)(?: (?:o|len|ve|ra|vo|sang|qua))? (?:que|ngoai|nha (?:ngoai|noi|con|me|bo|anh|chi|em|ba|bac|vo|chong))(?: [a-z]+){0,3} roi\b"
    r"|\b(?:khong|ko|k|het|chang)(?: (?:co|con|ai|nguoi))+(?: o)? nha\b|\b(?:khong|ko|k) o nha\b"
    r"|\b(?:di|lam|den|ra)(?: [a-z]+)? (?:truoc|xong|o (?:xa|huyen|tinh|noi)(?: [a-z]+){1,3}) roi\b"
)
"""Who is somewhere else, or was seen to already: "bà đi vắng rồi", "đi Lào chưa về", "làm ở xã khác rồi"."""


def cannot_come(key: str) -> bool:
    """Whether somebody cannot come; `key` is a matching key."""
    return _CANNOT.search(key) is not None


def is_away(key: str) -> bool:
    """Whether somebody is said to be elsewhere, in which "đi" is no coming; it means that where she was asked for it."""
    return _AWAY.search(key) is not None


_IN_DIALECT = re.compile(r"\bnỏ (?:có |thể )*(?:đi|đến|tới|ra|lên|qua|về)\b")
"""The "không" of Quảng Trị; without its accent it may be "nó", who comes."""


def cannot_come_in_dialect(text: str) -> bool:
    """Whether a text with its accents says so in the words spoken there: "mụ nỏ đi được"."""
    return _IN_DIALECT.search(unicodedata.normalize("NFC", text).casefold()) is not None


_ASKS = re.compile(
    r"\b(?:mua|lut|lu|sat lo|tac duong)(?: (?:to|lon|nua|roi|gi|duong))* (?:khong|ko|chua)(?: (?:a|vay|nhi|can bo))*$"
)
""" "Đường sạt lở chưa" asks about the road."""


def why_not(key: str) -> bool:
    """Whether it names what may keep her away; that means it only where she was asked whether she comes."""
    return (_WHY.search(key) is not None and _ASKS.search(key) is None) or is_away(key)
