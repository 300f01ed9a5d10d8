"""Who is no citizen of Viet Nam, and who is one but lives or works on the other side of the border.

"Người Lào" goes to the immigration office; "làm bên Lào", "ở bên Lào về" is a Vietnamese who was away; "người lao động",
"người lão", Lao Bảo have the same letters.
"""

import re

from helpdesk.conversation.leading.grave.heard import heard, words

_OTHER_WORDS = words("lão láo lạo lảo")

_LAND = r"(?:lao(?! (?:bao|dong|dai|hoa|hac|cai|thanh|tuoi|gia|yeu|nha|tam))|campuchia|cam pu chia|kho me|thai lan|trung quoc|mien dien|nuoc ngoai)"
_SPOUSE = r"(?:vo|chong|dau|re|con dau|con re|co dau|chu re|em dau|chi dau|mu vo|nang dau|vo chong|em re|bo|cha|me|ma|ba ngoai|ba noi|ong ngoai|ong noi|con)"
_MINE = r"(?: (?:toi|tui|em|minh|tau|no|chau|con|nha|anh|ta|deu|thi))*"

_FOREIGN = re.compile(
    # What somebody is: a person, a spouse, a citizen of another country.
    rf"\b(?:nguoi|ng|cong dan|dan|goc|quoc tich|mang quoc tich|co quoc tich|nguoi ben|nguoi dan|toan nguoi) {_LAND}\b(?! (?:viet|dong))|\b{_SPOUSE}{_MINE} (?:la |deu la )?(?:nguoi )?{_LAND}\b(?! (?:dong|ve (?!ban|day)|lam (?:ray|an|thue|cao su|cui|viec|ho chieu)))|\bnguoi nuoc ngoai\b|\b{_SPOUSE}{_MINE} (?:que )?(?:o )?ben {_LAND} (?:sang|qua)\b(?! (?:lam|tham|choi))"
    rf"|\b(?:lay|cuoi|co) (?:vo|chong) (?:nguoi )?(?:o |ben )?{_LAND}\b|\bho chieu (?:lao|nuoc ngoai)\b(?!.*\b(?:xin|lam ho chieu|mat bao lau)\b)"
    rf"|\b(?:o|ben|tu|sinh o|sinh ben) (?:ben )?{_LAND} (?:(?:moi |vua )?(?:ve|sang|qua|vo)(?: \w+){{0,3}}? )?(?:moi |vua )?(?:lam dau|lam re|lay|lay (?:chong|vo)|o re|cuoi(?! (?:nam|thang|tuan))|khong co giay|chua co (?:quoc tich|giay)|chua nhap)\b|\b(?:sang|qua|ve)(?: \w+)? tu {_LAND}\b"
    # What nobody has who is a citizen.
    r"|\b(?:khong|chua|chang|nao|no)(?: (?:phai|co|la|duoc|nhap|mang|he))* (?:quoc tich|giay to viet|nguoi viet|cong dan viet|tich viet)\b|\bchua (?:duoc )?(?:nhap|vao) (?:quoc )?tich\b|\bxuat nhap canh\b|\bthe tam tru\b"
    r"|\b(?:foreigners?|immigration|laotian|not vietnamese)\b|\b(?:am|is|are|from) (?:a |an )?(?:lao|laos|thai|chinese|cambodian)\b|\blao (?:citizen|wife|husband)\b"
)
_OLD = re.compile(
    r"\b(?:nguoi|ong|ba|cu) lao (?:tuoi|nha|gia|yeu|cao|thanh)|(?<!nguoi )\b(?:ong|ba|cu) lao \d|\btuoi cao\b|\b(?:cao tuoi|lao thanh|lao tuoi)\b"
)
_HAS_A_CARD = re.compile(
    r"(?<!chua )(?<!khong )(?<!ko )(?<!khong duoc )\bco (?:the )?(?:can cuoc|cccd|quoc tich viet|quoc tich vn|chung minh)(?! (?:duoc )?(?:khong|ko|chua))\b|(?<!chua )(?<!khong )\b(?:da |duoc )(?:nhap|vao) (?:quoc )?tich\b|^(?:\w+ ){0,2}nhap (?:quoc )?tich viet(?: nam)? roi\b|\bquoc tich viet(?: nam)?(?: roi)?$(?<!chua co quoc tich viet nam)(?<!khong co quoc tich viet nam)(?<!nhap quoc tich viet nam)"
)
_CITIZEN = re.compile(
    r"(?<!me )(?<!bo )(?<!ba )(?<!cha )(?<!ma )\b(?:toi|em|tui|con|chau|minh|anh) (?:la )?(?:nguoi viet|nguoi kinh|cong dan viet)\b"
)

_AWAY = re.compile(
    r"\b(?:di|lam|lam an|lam thue|lam ray|lam cao su|lam viec|dang o|o|song|xuat khau|hai cui)(?: \w+){0,2}? (?:o|ben|o ben|sang|qua|dat)? ?(?:lao(?! (?:bao|dong))|campuchia|trung quoc|thai lan|malaysia|ma lai|dai loan|han quoc|nhat ban|ben nhat|nuoc ngoai)\b|\bxuat khau lao dong\b|\b(?:ben|o) lao\b(?! (?:bao|dong))"
)
_ASKS_OF_OURS = re.compile(
    r"\b(?:ve (?:co )?lam|ve duoc|moi ve|ve moi|chua ve|khi nao ve|gui (?:the|can cuoc|cccd|giay)|lam (?:duoc|ho|giup|thay|o dau|the nao|sao|truoc|lai)|co lam|co (?:can|phai)|muc (?:2|hai)|dinh danh|vneid|can cuoc|cccd|thi (?:sao|lam))\b"
)
_OTHER_MATTER = re.compile(
    r"\b(?:luong|gui tien|ho chieu|thong hanh|vay|bao hiem|ly lich|ket hon|giay xac nhan|tham|bao lau|sim|so cu|nguoi khac|lua|ru|sinh ben|truoc o|nhap (?:quoc )?tich)\b"
)


def no_citizen(text: str) -> bool:
    """Whether somebody is spoken of who belongs to another country, and has no card of this one."""
    key = heard(text, other_words=_OTHER_WORDS)
    if not _FOREIGN.search(key) or _OLD.search(key) or _HAS_A_CARD.search(key):
        return False
    return not (_CITIZEN.search(key) and _AWAY.search(key))


def has_become_a_citizen(text: str) -> bool:
    """Whether one from another country is spoken of who has a card or the citizenship of this one: he is like everybody."""
    key = heard(text, other_words=_OTHER_WORDS)
    return _FOREIGN.search(key) is not None and not _OLD.search(key) and _HAS_A_CARD.search(key) is not None


def citizen_abroad(text: str) -> bool:
    """Whether one who works or lives across the border is spoken of, who is no foreigner for it."""
    key = heard(text, other_words=_OTHER_WORDS)
    if not _AWAY.search(key) or not _ASKS_OF_OURS.search(key) or _OTHER_MATTER.search(key):
        return False
    return not no_citizen(text) and not _OLD.search(key)
