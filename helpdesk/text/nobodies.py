"""What stands beside names and is nobody: "dân tộc Bru", "đang có bầu", "bị liệt", "đồng ý", "cảm ơn cán bộ".

Whoever fills in a form in words writes down more than was asked; health and descent are nobody's name, and not kept.
"""

import re

_BEGINS = re.compile(
    r"(?:dan toc|ton giao|gioi tinh|quoc tich|nghe nghiep|que quan|dia chi|ho ngheo|can ngheo|ho can ngheo|khuyet tat|tan tat|mang thai|co (?:bau|thai|con nho)"
    r"|dang (?:co|mang|bi|om|nuoi|o|di|lam)|bi (?:liet|benh|om|dau|mu|diec|cam|tan|tat|tai|gay|yeu|mat|tam)|dong y|nhat tri|cam on|xin cam on|xin chao|chao"
    r"|o (?:ban|thon|xa|tren|duoi|nha|day)|tai (?:ban|thon|xa)|phai khong|dung khong|duoc khong|co duoc|lat nua|ti nua|chieu (?:gui|nhan)|mai (?:gui|nhan|bao)|phien"
    r"|truong (?:ban|thon)|ky ten|nguoi (?:dat|ky|gui|nhan|kinh|bru|van kieu|chut|ma coong|khua|thanks)|nha (?:ong|ba|anh|chi)|can cuoc|so (?:nha|the)|thank|agree|pregnant|disabled)\b"
)  # fmt: skip
_IS = re.compile(
    r"(?:nu|gai|trai|female|male|bru|van kieu|kinh|vo chong|my (?:mother|father|wife|husband|son|daughter|child|family)|ok|xong|het)"
)


def is_nobody(key: str) -> bool:
    """Whether words without a birth year, as a matching key, name nobody."""
    return _BEGINS.match(key) is not None or _IS.fullmatch(key) is not None
