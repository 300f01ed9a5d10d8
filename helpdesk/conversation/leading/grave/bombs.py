"""What was left lying from the war: a bomb, a shell, a mine that was found, that lies somewhere, that has gone off.

Quảng Trị is full of them. "Bơm" (to pump), "Dân Hóa" and "mình" are written with the same letters.
"""

import re

from helpdesk.conversation.leading.grave.heard import heard, words

_OTHER_WORDS = words(
    "bơm bờm nó no nợ nọ nỗ nở dân đàn dàn dẫn dán đan dặn dần mịn mín qua quá mình phào phảo"
)
""" "Bom", "nổ", "đạn", "mìn", "pháo" are meant; "quả" is no "qua" and no "quá"."""

_ONE = r"(?:qua|trai|cuc|vien|trang|kho|ham|thung|vo)"
_SURELY = re.compile(
    rf"\b(?:{_ONE} (?:bom|luu dan|dan(?! (?:hoa|ban|cu|so|toc|quan|phong|lang))|min(?! (?:hoi|ten|co))|phao(?! hoa))|bom (?:bi|min|dan|mia|chua no|no|cu|chum|tan|bay|to|con)|luu dan|(?:dau|vo|hat) dan(?! (?:\w+ )?(?:di|den|xuong|len|ra) (?:duoc|dc)\b)(?! (?:hoa|ban(?! phe)|so|toc|cu))|dan (?:phao|coi|m79|b40)|(?:trai|qua) pha|kip no|thuoc no|vat (?:lieu )?no|min (?:no|bay|chua|sau|con sot|o)|no (?:min|bom)|(?:trung|giam|vap|do|ra pha|go|pha|dinh|dam|dap|bai|co|gap|thay) (?:phai |bai |qua |trai )*min|(?:ra pha|go|cua|duc|dao|cham|dung|vap|trung|nhat|luom|gap|thay|phat hien|co|con|so|mo|bao)(?: (?:duoc|trung|phai|thay|ve|nhieu|may|nguyen|mot|1|hai|2|cai|so|vao)){{0,3}} bom(?: roi| cu| ha| qua| nhieu)?)\b|\b(?:vat|cuc|cai|thu)(?: \w+){{0,3}} (?:giong|nhu)(?: \w+){{0,2}} (?:min|bom|dan)\b|\bbom (?:nhieu|no roi|nam|o (?:day|khe|suoi|ray|ruong|nuong|vuon|duoi))\b"
    r"|\b(?:bombs?|grenades?|land ?mines?|unexploded|uxo|cluster munitions?)\b|\bmine (?:behind|in|under|near)\b"
)
_IS_THERE = re.compile(
    r"(?:(?:toi|tui|em|chau|con|o day|can bo oi) )*(?:(?:thay|co|gap|nhat duoc) )?(?:qua )?(?:bom|min)(?: (?:roi|o day|can bo oi))*|.*\b(?:thay|gap|nhat|dao|phat hien|co|con|giong)\b(?: \w+){0,4} (?:bom|luu dan|qua dan|vien dan|dau dan(?! (?:\w+ )?(?:di|den|xuong|len|ra) (?:duoc|dc)\b)|qua min)\b.*|.*\bco dan (?:o|duoi|trong|ngoai|gan)\b.*|.*\bnhieu vien dan\b.*"
)
_NONE = re.compile(
    r"\b(?:may|ong|day|binh|tien|cay|tram|voi) bom\b|\bbom (?:xang|dau|nuoc|xe|lop|hoi|vao|banh|hang|muc|tien|sim|gas|ga|thuoc|diem|the)\b|\b(?:ho|y|van|thi|dinh|cao|ten|anh|chi|ong|ba) (?:van |thi )?(?:bom|min)\b(?! (?:no|chua|bi))|\bqua min (?:may|hoi|ten)\b|\bphao hoa\b|\bqua dan (?:hoa|roi)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:cut|mat|cut mat|gay|mu|liet|hong)(?: \w+){0,2} (?:chan|tay|mat|nguoi)\b|\b(?:thuong (?:binh|tat)|cut chan|hoi (?:chien tranh|nam|be|nho|xua)|(?:tu )?nam (?:\d\d|19\d\d|ngoai)|ngay xua|dinh danh|muc 2|can cuoc|lam o nha)\b"
)


def bomb_found(text: str) -> bool:
    """Whether she speaks of a bomb, a shell or a mine that is there; who was hurt by one long ago has a card to be made."""
    key = heard(text, other_words=_OTHER_WORDS)
    if not _SURELY.search(key) and not _IS_THERE.fullmatch(key):
        return False
    return not _NONE.search(key) and not _LONG_AGO.search(key)
