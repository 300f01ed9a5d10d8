"""Fire, water and falling ground: what happened, and to people or their house; a burnt card and a road under water are none."""

import re

_VICTIM = r"(?:(?:may |hai |ba |ca |mot |1 |2 |3 )*(?:nguoi|con|chau|be|dua|thang|vo|chong|me|ma|bo|cha|ba|ong|em|anh|chi|bac|chu|toi|tui|tau|nha|hang xom|ho|ban))"
_HOUSE = r"(?:nha|mai|noc|giuong|nguc|bung|co|bep|san|gac)"
_PAPERS = r"(?:the|can cuoc|cccd|cmnd|giay|giay to|so|ho khau|sim|dien thoai|dt|may|xe|vi|tui|lua|ngo|trau|bo|ga|lon)"
_GONE = r"(?:mat|het|troi|theo|luon|ca|di|roi)"

FIRE = re.compile(
    # The house burns: the house first, or the fire.
    r"\b(?:nha|bep|kho|chuong|truong|rung|doi|nuong|ray|ban|quan)(?: (?:toi|tui|tau|em|ong|ba|no|hang xom|ben canh|minh|ai|sau|san)){0,2}(?: (?:dang|bi|bat|vua|lai|sap))* (?:boc )?chay(?! (?:mat|xe|may|ve|an|di|qua|sang)\b)\b"
    r"|(?<!vu )(?<!di )(?<!xe )(?<!may )\bchay (?:nha|rung|bep|kho|chuong|ban|lang|lon|to|lan|sang|du)\b(?! (?:nha|van))|\b(?:boc|phat|dam) chay\b|\bchay cho roi\b|\b(?:hoa hoan|phat hoa|cuu hoa)\b|\blua (?:dang )?(?:chay )?(?:lan|boc|to qua)\b"
    r"|\b(?:on|caught) fire\b|\bfire (?:in|at)\b"
)
FLOOD = re.compile(
    # Water in the house, or rising on people.
    rf"\b(?:nuoc|lu|lut|suoi|song)(?: (?:dang|da|bi|da|cu|no))*(?: (?:len|dang|vao|vo|tran|ngap|lon|to|do|ve))+(?: (?:den|toi|vao|qua|tan|het|gan|trong|ca|ngang))* {_HOUSE}\b|\b(?:bi |dang |da )?ngap (?:den |toi |het |ca |qua )*{_HOUSE}\b|\bnha(?: (?:toi|tui|em))? (?:bi |dang )?ngap\b(?! (?:\w+ ){{0,3}}(?:mat dien|hom))"
    r"|\b(?:nuoc|lu) (?:dang |len |dang len )+(?:nhanh|cao|to qua|manh|du)\b|\b(?:nuoc|lu)(?: \w+)? (?:tran|ap|do) (?:vao|ve) (?:ban|lang)\b|\bo tren (?:noc|mai)\b|\blu (?:quet|ong|ve|ap ve)\b(?! chua)"
    # Who is shut in, or on the roof.
    rf"|\bket (?:lai )?(?:(?:o|tren|trong|giua|ngoai|duoi|ben) )+(?:mai|noc|cay|doi|nui|lu|nuoc|dong|hang|suoi|song|khe|kia|trong nha|nha)\b|\b(?:leo|treo|ngoi|tru)(?: \w+){{0,2}} (?:mai|noc)(?: nha)?\b|\bbi (?:\w+ )?co lap\b|\bon the roof\b"
    # Who is carried off; a card that is carried off is a card.
    rf"|\b(?:lu|nuoc|suoi|song) (?:da |vua )?(?:cuon|quet|troi|keo)(?: {_GONE}){{0,2}} (?!{_PAPERS}\b){_VICTIM}\b|\b(?:bi )(?:lu|nuoc|suoi) (?:cuon|quet|troi)\b|{_VICTIM} (?:bi )?(?:nuoc |lu )?(?:cuon troi|troi song|cuon di)\b"
    r"|\b(?:flood|water)\b.*\b(?:house|rising|roof)\b|\bdrowning\b"
)
SLIDE = re.compile(
    rf"\b(?:sat lo|(?:dat|nui|doi|da)(?: da)? (?:bi )?(?:lo|sat|sap|lan|do))(?: (?:roi|lam|xuong|vao|vui|de|sap|lap|trung|ca|het|mat|xuong))* {_VICTIM}\b(?! (?:van|so|khong))|\bsat lo (?:vui|de|sap)\b|\blo (?:dat|nui|da) (?:xuong )?(?:de|vui|lap|chon|sap)\b|\b(?:bi )?vui (?:lap|trong dat|duoi dat)\b"
    rf"|\b(?:nha|tuong|ham|cau|cay)(?: \w+)? (?:bi )?(?:sap|do|nga|gay) (?:(?:de|trung|vao) (?:trung |len |chet |phai )*{_VICTIM}|trung|vao|len)\b|\bnha (?:\w+ )?sap(?= roi|$)|\b(?:cay|da|tuong|nha|xe|may cay) (?:do )?de (?:trung|phai|len|chet|{_VICTIM})\b|\bbi (?:cay|da|tuong|dat|nha|xe) (?:do |lo )?de\b"
    r"|\bset (?:danh|trung)(?: (?:chet|trung))? (?!song|mang|tivi|dien)|\b(?:lat|chim) (?:xe|thuyen|do|ghe|xuong)\b|\b(?:thuyen|xe|do|ghe)(?: \w+){0,2} (?:bi )?lat\b(?! nua)|\b(?:thuyen|xe|do|ghe) (?:bi )?(?:lat(?! nua)|chim|lao xuong|roi xuong)\b|\blandslide (?:hit|on|over|buried)\b"
)
FALL = re.compile(
    r"(?<!y )\b(?:(?:te|nga|rot|lot) (?:tu |xuong |o )*|roi (?:tu |xuong )+)(?:tren )?(?:cay|mai|mai nha|nui|gieng|vuc|suoi|song|ho|khe|ao|deo|doc|dan giao)\b"
)
"""Who fell, and not what: a SIM in a brook is told as that."""
