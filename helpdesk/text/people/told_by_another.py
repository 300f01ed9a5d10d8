"""Who passes on what somebody else says: "tôi là hàng xóm đọc tin hộ ông A, ông nói ông không đi". What she says counts."""

import re

from helpdesk.text.folding import fold

_KIN = r"(?:ong|ba|me|mu|bo|cha|cu|anh|chi|chu|bac|co|cau|di|mo|vo|chong|no|ho)"
_ME = r"(?:toi|tui|em|con|chau|minh|day)"
_READS_FOR_HER = (
    rf"(?:(?:da|a|alo|can bo|oi|thua)[ ,.]+)*(?:{_ME} )?(?:(?:la|may)(?: cua)? )?(?:(?:hang xom|con|chau|em|vo|chong|nguoi nha|truong ban)(?: (?:cua|trai|gai|dau|noi|ngoai|nha))* )?(?:dang )?"
    rf"(?:doc|nhan|xem|tra loi|nhan tin|doc tin|nhan tin|doc tin nhan)(?: tin(?: nhan)?)? (?:ho|giup|dum|gium|thay)(?: cho)?(?: {_KIN}(?: [^\W\d_]+){{0,4}}?)?[,.;:]+ *"
)
# Bảo and Nhàn are names, and "ông nội" is kin: what she says begins with herself again, or with "là".
_SAYS = rf"(?P<whose>{_KIN})(?: (?:ay|nay))? (?:noi|bao|nhan|nho (?:noi|bao|nhan))(?: (?:giup|voi can bo|lai))* (?:(?:la|rang) |(?=(?P=whose) ))"
_RELAYED = re.compile(rf"(?:{_READS_FOR_HER})?(?:{_SAYS})?", re.IGNORECASE)
_READ_WRONGLY = re.compile(
    rf"[ ,.;]+(?:(?:xin loi|tai|do|luc nay|hoi nay) )*{_ME} (?:doc|nghe|nhin|xem|nhan) nham(?: (?:roi|a|xin loi|can bo|tin|nhe))*\W*$",
    re.IGNORECASE,
)
"""Behind what she says: "ông vẫn đi, tôi đọc nhầm"."""


def without_messenger(text: str) -> str:
    """What somebody else says, without who passes it on; the text as it is where nobody does, or nothing more is said."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    found = _RELAYED.match(folded)
    start = found.end() if found is not None else 0
    wrongly = _READ_WRONGLY.search(folded, start)
    rest = text[start : wrongly.start() if wrongly is not None else len(text)]
    return rest if len(rest.split()) > 1 else text
