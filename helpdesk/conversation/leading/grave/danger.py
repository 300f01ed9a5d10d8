"""Whether a text says that a life is in danger now: by illness or a birth, by fire, water and falling ground, by people."""

import re

from helpdesk.conversation.leading.grave.calamity import FALL, FIRE, FLOOD, SLIDE
from helpdesk.conversation.leading.grave.heard import heard, words
from helpdesk.conversation.leading.grave.illness import WANTS_HELP, ill_now, in_labour
from helpdesk.conversation.leading.grave.violence import BEATEN, HELD, LOST, ROBBED

_OTHER_WORDS = words(
    "chạy để đế đề đệ dám dặm đám đầm danh dành ngắt gạt đành tế tệ tê lú lù mắt mặt mật đợi đổi cừu cũ dàng ngủ nợ cần răn rán dân"
)
""" "Cháy", "đẻ", "đâm", "đánh", "té", "lũ", "đòi", "cứu", "cắn" are meant. "Chảy máu" has a pattern of its own."""

_CALLS_FOR_HELP = re.compile(
    r"^cuu(?: (?:voi|a|oi|di|gap|nhanh|toi|tui|em|can bo))*$|(?<!tra )\bcuu (?:mang|nguoi|lay|ca nha)\b|^(?:\w+ )?khan cap\b|(?<!tra )\bcuu (?:lay )?(?:me|ma|bo|ba|ong|vo|chong|nguoi) |(?<!tra )\bcuu (?:toi|tui|em|con|chau|voi|chung toi|giup)\b|\b(?:so|goi) 11[345]\b|^11[345]$"
)
_A_THING = re.compile(
    r"(?<!on )(?<!in )(?<!is )\bthe\b(?! (?:flood|water|fire|house|river|rain))|\bmay\b(?! (?:nguoi|dua|me|ba|con|nha|hom|ngay|chi|anh))|\b(?:can cuoc|cccd|cmnd|giay to|giay|sim|dien thoai|dt|acc|ddt|otp|vneid|app|tai khoan|so ho khau|ho khau|tra cuu|zalo|facebook|fb|bi lua)\b"
)
"""What is lost, burnt, stolen or locked is a thing, and its owner is well."""
_OURS = re.compile(
    r"\b(?:dinh danh|vneid|muc (?:2|hai)|can cuoc|cccd|cmnd|level 2|dat (?:cho|lich)|xep (?:cho|lich|lai)|lich hen|buoi hen|bua hen|ra hen|doi (?:ngay|lich|buoi|qua|sang|hen)|hoan|huy|di (?:hom|bua|ngay|buoi) khac|de (?:hom|bua) khac|dang ky|kich hoat|can bo (?:den|toi|ve|xuong|len|vao)|(?:den|toi|ve|tai) (?:tan )?nha (?:lam|nhe|giup|duoc)|lam o nha|ghi ten|lam cai (?:do|nay|ni)|bo (?:buoi|lich|hen|cho)|khong kip|vang mat|tre hen|lo hen)\b"
)
"""What this service is asked: who says why she stays away, or wants to be helped at home with her card."""
_STAYS_AWAY = re.compile(
    r"\bkhong (?:di|ra|len|den) (?:xa |lai |lam |hom nay |bua ni |hom do |bua do |ngay do |ngay mai )*(?:duoc|noi|kip)\b|\b(?:qua|vuot) (?:suoi|song|cau|ngam|khe)(?: \w+)? khong duoc\b|\bkhong qua (?:duoc )?(?:suoi|song|cau|ngam|khe)\b|\bthi (?:sao|rang)(?: (?:a|di))*$"
)
_AT_THE_WATER = re.compile(r"\b(?:ket|cuon|troi|ngap|tren mai|len mai|noc|giuong|nguc|chet|nguoi)\b")
"""Whose house is under water stays away from nothing."""
_A_BEAST = re.compile(
    r"^(?:\w+ )?(?:con )?(?:trau|bo|ga|heo|lon|de|cow|buffalo|pig)\b|\bmat (?:con )?(?:trau|bo|ga|heo)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:neu|gia su|lo nhu|nho ma|truong hop|if)\b|\b(?:nam (?:ngoai(?! (?:no|ray|duong|rung|suoi|kia|dong))|truoc|kia|xua|19\d\d|20\d\d)|thang (?:truoc|sau)|hom do|bua do|hom (?:truoc|no)|tuan truoc|dot (?:truoc|lut|lu)|hoi (?:\w+ )?(?:truoc|nam|nho|be|thang|lu|lut|bao)|ngay xua|truoc day|trong vu|sau (?:khi|vu|lu|lut|bao)|vi vu|after|vua ra vien)\b"
)
""""Sau khi" and "trong vụ" tell of what came of it."""


def in_danger(text: str) -> bool:
    """Whether somebody must be helped at once. A bomb that was found and who wants to die are matters of their own."""
    key = heard(text, other_words=_OTHER_WORDS)
    if _NOT_NOW.search(key):
        return False
    if BEATEN.search(key) or HELD.search(key):
        return True
    if (ROBBED.search(key) or LOST.search(key)) and not _A_BEAST.search(key):
        return True
    stays = _STAYS_AWAY.search(key) and not _AT_THE_WATER.search(key)
    for_us = (_OURS.search(key) or stays) and not _of_help_alone(key)
    if in_labour(key) and not _OURS.search(key):
        return True
    if for_us:
        return False
    if ill_now(key):
        return True
    if _A_THING.search(key):
        return False
    return any(told.search(key) for told in (FIRE, FLOOD, SLIDE, FALL, _CALLS_FOR_HELP))


def _of_help_alone(key: str) -> bool:
    """ "Gãy chân không đi được, gọi cấp cứu giúp": whoever wants a doctor does not speak of her card."""
    return (
        "cap cuu" in key
        and WANTS_HELP.search(key) is not None
        and not re.search(r"\b(?:hom|bua) khac\b", key)
    )
