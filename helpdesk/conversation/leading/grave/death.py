"""Somebody has died: who, that word, and since when or what becomes of what is left.

"Mất" is to die and to lose, "mắt" the eye, "mặt" the face; "qua đời" is written like "qua đổi". So "mất" is a death only
right behind somebody, and only before what is said of the dead: nothing, a time, a cause, a question. A card, a sum or a
sense that is lost, and who may die or nearly did, are the living.
"""

import re

from helpdesk.conversation.leading.grave.heard import heard, words

_OTHER_WORDS = words(
    "mắt mặt mật mát mắc đợi đổi đôi đói đối đồi đòi bò bỏ bộ chỉ có cỏ ảnh chóng dị đi di ở"
)
""" "Mất", "đời", "bố", "chị", "cô", "anh", "chồng", "dì" are meant."""

_NAME = r"(?:(?!mat\b|da\b|the\b|sim\b|bi\b|lam\b|quet\b|dien\b|con\b|khong\b|co\b|chua\b|hai\b|mo\b|mu\b|dau\b|di\b|doi\b|lay\b|chet\b|qua\b|khuon\b|guong\b|so\b|(?:doc|dua|cho|gui|noi|nhan|nhap|chuyen|tra|giu|cat|bao|hoi|an|ngu|o|ve|nho|xem|uong|chay|khoa|quen|biet|vang|dang|di|ra|len|vao|goi)\b)[a-z]+)"
_OF_HERS = r"(?:toi|tui|tau|em|con|chau|minh|nha|ta|noi|ngoai|cu|xa|gai|trai|ruot|re|dau|lon|ut|ca|chong|vo|ho|ay|do|nay|cua|gia|nuoi|thu|hai|ba|tu|nam|sau|tu|trong|em)"
_ALONE = r"(?:ong|ba|me|ma|mu|me|cha|bo|cu (?:ong|ba|co)|u|ba noi|ba ngoai|ong noi|ong ngoai|bo me|cha me|ong ba|vo|bac|nguoi nha|nguoi trong nha|nguoi than|nguoi (?:em|anh|chi|chu|bac|con))"
_WITH_MORE = (
    r"(?:chong|anh|chi|chu|bac|co|di|cau|mo|o|con|chau|em|con trai|con gai|con re|con dau|dua|thim|duong)"
)
"""Who "có", "chỉ", "ảnh", "đi", "con mắt" and "chóng mặt" may be: only with a word that says whose."""
_WHO = rf"(?:{_ALONE}(?: {_OF_HERS}){{0,3}}|{_WITH_MORE}(?: {_OF_HERS}){{1,3}}|(?:ong|ba|me|cha|bo|anh|chi) (?:toi|tui|em|minh)(?: ten)?(?: {_NAME}){{0,3}}|(?:ong|ba|anh|chi|chu|bac|cu|em|chau) (?:ho|dinh|cao|y|nguyen|tran|le|pham|hoang)(?: {_NAME}){{1,3}})(?: \d{{1,3}} tuoi)?"
_BEFORE = r"(?: (?:da|moi|vua|vua moi|lai|chang may|khong may|dot ngot|thi|cung|deu))*"
_SINCE = r"(?:hom|bua|dem|toi|sang|chieu|tuan|thang|nam|ngay|hoi|luc|lau|cach day|tu (?:hom|nam|thang|lau|hoi|tuan|bua)|khi|duoc (?:\d+|hai|ba|may|mot|nhieu|hon|gan)|(?:\d+|may|hai|ba|bon|muoi) (?:nam|thang)|(?:\d+|may|hai|ba) (?:ngay|bua|tuan) (?:roi|nay|truoc))"
_OF_WHAT = r"(?:(?:vi|do|tai) (?:benh|om|tai nan|gia|ung thu|covid|dot|tai bien|nan|dich|lu|cam)|o (?:benh vien|vien|nha|ben|trong|ngoai|ray)|dot ngot|som|tre|tai nan)"
_AND_THEN = r"(?:thi|co (?:phai|can|bao|duoc)|con (?:lay|dung|phai|sim|the|nhan)|gio|chu|ma(?! (?:otp|xac|pin|so|code|kich|vach))|nen|va|phai|can|huy|khoa(?! mui)|xoa|cat|tra|nop|de lai|khong ai|chau|toi|tui|em)"
_DIED_MAT = re.compile(
    rf"\b{_WHO}{_BEFORE} mat(?: (?:ca|het|roi))*(?:$| {_SINCE}\b| {_OF_WHAT}\b| (?:roi )?{_AND_THEN}\b)|\b{_WHO}{_BEFORE} mat(?: ca| het)? roi\b(?! (?:the|can cuoc|sim|dien thoai|giay) (?:$|lam lai))"
)
_DIED = re.compile(
    rf"\b(?:{_WHO}(?: {_NAME}){{0,4}}?|chong|vo){_BEFORE}(?: bi(?: \w+){{1,3}})? (?:chet|qua doi|tu tran|khuat(?: nui| bong)?|qui tien|tu vong|tat tho|hy sinh|hi sinh|ve voi to tien|khong con(?: nua| tren doi|$))\b(?! (?:may|dien thoai|dt|sim|pin|nguon|doi|dung|khat|lang|cuoi|me|tiet|lich|ngay|so|cho|giay|mat khau|sang|gap|o|nhan|nho|day|duong|nhieu|qua|may nguon|luon)\b)"
    r"|\b(?:qua doi|tu tran|khuat nui|tu vong)\b(?= (?:roi|hom|thang|nam|tuan|bua|vi|do|duoc|tu|phai|thi|co)|$)(?<!toi qua doi)(?<!em qua doi)"
    r"|\b(?:my|our) (?:\w+ )?(?:father|mother|husband|wife|son|daughter|grand\w+|brother|sister|uncle|aunt|parents?|child)(?: (?:has|have|is|was|just)){0,2} (?:passed away|died|dead)\b"
)
_THE_DEAD = re.compile(
    r"\bnguoi (?:da |vua |moi )?(?:chet|mat|qua doi|khuat)\b(?! (?:the|sim|can cuoc|cccd|may|dien thoai|dt|tien|giay|ma|so|do|xe|mot|chan|tay|khau|goc|bao|nuoc))|\b(?:giay bao tu|khai tu)\b(?=.*\b(?:can cuoc|cccd|vneid|dinh danh|tai khoan|sim)\b)|\bnha (?:toi |tui |em )?co nguoi (?:chet|mat)\b(?! (?:the|sim)(?: roi| lam|$))"
)
_A_THING_BEFORE = re.compile(
    r"\b(?:the|can cuoc|cccd|cmnd|giay(?: to)?|sim|may|dien thoai|dt|tien|xe|so|vi|khau|ma|so ho khau)(?: (?:cu|can cuoc|cua|giay|dien thoai|cccd|bao|hiem|y|te))* (?:(?:me|bo|cha|ong|ba|vo|chong|con|em|anh|chi|nguoi|cu|chu|bac|chau)\b(?: (?:noi|ngoai|toi|tui|em|trai|gai|minh|nha))*) (?:da |moi |bi |vua )*mat\b"
)
""" "SIM của mẹ tôi mất rồi": the SIM is."""
_THE_LIVING = re.compile(
    r"\bqua doi (?:the|can cuoc|cccd|cmnd|sim|giay)\b|\b(?:sap|suyt|gan|chua|con|muon|neu|lo|so|khong|doi|den|dung|cho|giu|mai|danh|dam|dinh|gia) (?:nhu |khi |phai |may |den |ho )?(?:chet|mat|qua doi)\b|\b(?:neu|gia su|lo nhu|nho) (?:\w+ ){1,5}(?:mat|chet|qua doi)\b|\bchet (?:may|dien thoai|dt|nguon|roi quen|cha|tiet|doi|dung|luon ha|that)\b|\b(?:met|cuoi|so|lo|nong|lanh|doi|dien|buon) chet\b|\b(?:may|dt|dien thoai|sim|pin)(?: \w+){0,6} chet\b|\bmat tich\b|\b(?:bi|danh|lam|de|lay|cuop|trom) mat\b"
    r"|\b(?:con|dan|ca|nuoi) (?:bo|trau|heo|lon|ga|vit|cho|meo|de)\b(?! (?:toi|noi) mat)|\b(?:trau|heo|lon|ga|vit)\b(?: \w+){0,3} (?:chet|mat)\b|\bmat (?:het )?(?:bao|may) |\b(?:mu|mo|dau|mong|kem|hong) (?:hai |ca |2 |mot |1 )*mat\b|\bhai mat\b|\bmat (?:mo|kem|mu|dau|lac|can)\b"
)


def somebody_has_died(text: str) -> bool:
    """Whether a text says that somebody has died, or asks what becomes of the things of the dead."""
    key = heard(text, other_words=_OTHER_WORDS)
    if not (_DIED.search(key) or _DIED_MAT.search(key) or _THE_DEAD.search(key)):
        return False
    return not _THE_LIVING.search(key) and not _A_THING_BEFORE.search(key)
