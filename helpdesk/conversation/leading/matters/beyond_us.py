"""What this service is not for, and what nobody should send it: other offices' matters, emergencies, passwords and codes."""

import re

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.understand import OF_A_BOOKING, Understood
from helpdesk.text.folding import matching_key
from helpdesk.text.redaction import held_a_secret, held_an_identity_number

SECRETS, EMERGENCY, OTHER_MATTERS, SCAM = "no_secrets", "emergency", "other_matters", "scam"
"""Flows by name."""

NEVER_A_SECRET = frozenset({"cancel", "reschedule", "my_booking", "booking_more", "reach", "book", "wait"})
"""Flows where six digits alone may be a code of a booking or a number with a slip."""

_ONLY_SENT = re.compile(
    # The longer before the shorter, and taken whole: what is written as one word is read in one way.
    r"(?>(?:passcode|password|pass|code|pin|otp|mat|ma|mk|my|khau|so|cua|toi|tui|em|con|chau|minh|day|da|la|is|nhe|ne|a|[0-9]+) ?)+"
)
"""A code and no more: nobody tells of somebody who asked for it."""

_A_CODE = re.compile(r"\b(?:m[aã]|code)\b[^*]{0,20}(?<!\*)\*{6}(?!\*)", re.IGNORECASE)
"""Six digits behind "mã": the code of a booking has five."""

_EMERGENCY = re.compile(
    r"\b(?:cap cuu|cuu (?:toi|tui|voi|mang|nguoi)|xe cuu thuong|chay nha|nha (?:toi |dang )?(?:bi )?chay|(?:bi|gap) tai nan|nguy kich|sap chet|ambulance|emergency)\b"
    # A birth, and what takes lives here: floods, slides, snakes, poison, the forest.
    r"|\b(?:sap|tro da|chuyen da|dang|dau bung) (?:de|sinh)(?: roi| con| em be)?$|(?<!noi )(?<!ke )(?<!hoi )(?<!co )\bchuyen da\b(?= (?:roi|de|sinh|dau|con|gap|can|vo|giup)|$)|\bvo oi\b|\b(?:lu|nuoc) (?:quet|cuon)\b|\bsat lo (?:nha|vui|de)\b|\bran (?:doc )?can\b"
    r"|\b(?:ngo doc|dien giat|chet duoi|duoi nuoc|dot quy|ngat xiu|bat tinh|co giat|len con giat|kho tho|ngung tho|dong kinh|chay mau (?:nhieu|qua|khong cam)|hon me|uong thuoc (?:sau|co|chuot|tru sau)|an la ngon|lac (?:trong )?rung|mat tich)\b"
    # Who wants to die, and who is beaten.
    r"|\b(?:muon (?:chet|tu van|tu sat)|muon tu tu$|chan song|(?:khong|chang|het)(?: (?:con|he))* (?:muon|thiet|duong|dam) song|khong song (?:noi|tiep)|chet (?:di )?cho (?:xong|roi|nhe)|song lam gi nua)\b(?! (?:dien thoai|yeu|o day|vnpt|viettel|4g))|\b(?:danh dap|bao hanh|hiep dam|doi giet|(?:chong|bo|con|no|ho) (?:\w+ )?danh (?:toi|tui|em|con|chau|me|vo))\b"
    # Who is carried off or held, and thieves in the house; what was stolen is another matter.
    r"|\b(?:ru|du do|du di|du sang|lua ban|bat coc|bat di|lua)(?: \w+){0,6} (?:sang|qua|di) (?:trung quoc|lao|campuchia|cam pu chia|thai lan|mien|nuoc ngoai|ben kia)\b|\b(?:mua ban|buon|ban|lua ban) (?:nguoi|con (?:gai|nit|be))\b|\b(?:bi|dang bi) (?:nhot|bat coc|giam giu|bat di|ban di)\b"
    r"|\b(?:co|bi|gap|bat) (?:ke )?(?:trom|cuop)\b(?! (?:\w+ ){0,2}(?:the|can cuoc|cccd|giay|dien thoai|dt|may|sim|vi|mat))|^(?:trom|cuop)\b|\b(?:danh nhau|dam nhau|chem nhau|cam dao|cam rua|cam sung)\b|^cuu(?: (?:voi|a|oi|di|gap|nhanh))*$"
    r"|\b(?:so|goi) 11[345]\b|^11[345]$"
    r"|\b(?:suicide|kill myself|want to die|beats me|giving birth|in labou?r|snake ?bite|drowning)\b"
)
"""Lives in danger. "Tự tử" in the middle of a sentence may be "từ từ"."""
WHATEVER_IT_LOOKS_LIKE = frozenset(
    {None, "elderly_home", "human", "callback", "lost_phone", "complaint", "scam"}
)
"""Topics that the words of somebody in danger resemble."""

ASK_ABOUT_A_PLACE = frozenset({"reminder", "cannot_come", "day_changed", "changed_by_office", "offer"})
_STAYS_AWAY = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua) (?:\w+ )?(?:den|di|toi|len|ra|kip)\b(?: duoc)?|\b(?:huy|doi|hoan|cancel|hom qua|tuan truoc)\b"
)
_ROBBED = re.compile(
    r"\b(?:bi|vua bi|da bi|moi bi) (?:no |nguoi ta |chung no )?lua\b(?! dan)|\blo (?:dua|doc|cho|gui|noi|nhan|chuyen)\b.*\b(?:ma|otp|mat khau|passcode|tien|khoan)\b"
    r"|\b(?:mat|bi tru|bi rut|bi hack) (?:het )?tien (?:trong|tai|ngan hang)\b|\bgot scammed\b|\bwas scammed\b|\bgave (?:them|him|her|somebody) (?:my |the )?(?:otp|code|password)\b"
)
"""Who was cheated, or gave a code away: what is to be done at once comes before everything else."""
_OTHER = re.compile(
    r"\b(?:ho chieu|passport|visa|so (?:do|hong)|dat dai|(?:tranh chap|thua|giay to) dat|land title"
    r"|(?:the |dong |mua )?bao hiem(?: y te| xa hoi)?|bhyt|bhxh|insurance|thoi tiet|du bao|weather|tro cap|luong huu|ho ngheo|vay (?:von|tien|ngan hang)|(?:ho so|muon|xin) vay|ngan hang chinh sach|cuu (?:doi|tro)|phat gao|giay thong hanh|cong chung|chung thuc|ho tich|mat (?:trom )?(?:trau|bo|de|ga)|trom (?:trau|bo|de|ga)|hoc phi|hoc bong|xoa doi|giam ngheo|dat rung|giao rung|tien dien sang"
    r"|(?:dang ky )?(?<!sau )(?:ket hon|ly hon)|(?:lam|xin|dang ky) (?:giay )?khai sinh|^(?:giay )?khai sinh$|khai sinh (?:lam |xin |dang ky )?(?:o dau|o mo|cho nao)|(?:lam|nhap|tach|chuyen|cat|dang ky|xin|sua|doi) (?:so )?(?:ho khau|thuong tru)|(?:dang ky|khai|khai bao|lam|xin) (?:tam tru|tam vang)|bang lai|giay phep lai xe|bien so xe"
    r"|nghia vu quan su|bong da|xo so|tien dien|nop thue|thue (?:dat|nha|thu nhap)|phat nguoi|(?:nop|dong) phat (?:giao thong|xe|vi pham)|gia (?:lua|lon|bo|xang|vang))\b"
)
_OURS = re.compile(
    r"\b(?:dinh danh|vneid|vnied|muc (?:2|hai)|level 2|can cuoc|cccd|cmnd|sim|tai khoan|cho hen|lich hen|ma otp)\b"
)


def none_of_ours(said: Said) -> Onward | None:
    """What is none of our matters, or should not have been sent, is said so; then the open question is asked again."""
    flow = beyond_us(said.text, said.understood, said.state)
    if flow is None and _still_in_danger(said):
        flow = EMERGENCY
    if flow is None or flow not in said.script.flows:
        return None
    return beside(said, flow, noted_as=flow)


def _still_in_danger(said: Said) -> bool:
    """Whether what is not understood follows upon an emergency: no menu is for who says more of that."""
    understood = said.understood
    if (
        understood.answer is not None
        or understood.intent is not None
        or understood.facts
        or said.state is not None
    ):
        return False
    if not re.search("[a-z]{2}", said.key) or said.wants_silence:
        return False
    return said.told_of[:1] == (EMERGENCY,)


def lives_in_danger(said: Said) -> Onward | None:
    """An emergency said to a reminder is none of her reasons to stay away; who only says why she does is asked about her
    place as always."""
    if said.state is None or said.state.flow not in ASK_ABOUT_A_PLACE or EMERGENCY not in said.script.flows:
        return None
    if not _EMERGENCY.search(said.key) or _STAYS_AWAY.search(said.key):
        return None
    return beside(said, EMERGENCY, noted_as=EMERGENCY)


def beyond_us(text: str, understood: Understood, state: State | None) -> str | None:
    """The flow that says so, where a text has answered nothing; None for all that is ours."""
    key = matching_key(text)
    if understood.answer is not None:
        return _whatever_was_asked(key, understood.answer)
    if understood.facts.get(PEOPLE):
        return None
    sent = understood.intent != "scam" or _ONLY_SENT.fullmatch(key) is not None
    if understood.intent not in OF_A_BOOKING and _A_CODE.search(text):
        return SECRETS
    if sent and (
        (held_a_secret(text) and _may_be_one(key, state))
        or (held_an_identity_number(text) and not _asked_for_a_number(state))
    ):
        return SECRETS
    if understood.intent in WHATEVER_IT_LOOKS_LIKE and _EMERGENCY.search(key):
        return EMERGENCY
    if understood.intent in (None, "fee", "wrong_info", "scam") and _ROBBED.search(key):
        return SCAM
    ours = _OURS.search(key) is not None or understood.intent in ("book", "cancel", "reschedule", "human")
    return OTHER_MATTERS if not ours and _OTHER.search(key) else None


def _whatever_was_asked(key: str, heard: Heard) -> str | None:
    """The same of what looks like a name or a question for officials: nobody is called Cấp Cứu, and no ticket puts out a fire."""
    if heard.outcome not in ("said", "named") or any(letter.isdigit() for letter in key):
        return None
    if _EMERGENCY.search(key):
        return EMERGENCY
    if _ROBBED.search(key):
        return SCAM
    return OTHER_MATTERS if heard.outcome == "named" and _OTHER.search(key) else None


def _asked_for_a_number(state: State | None) -> bool:
    """Whether a phone's number is asked for: nine digits are one with a slip."""
    return state is not None and state.flow in ("reach", "callback")


def _may_be_one(key: str, state: State | None) -> bool:
    return state is None or state.flow not in NEVER_A_SECRET or key != ""
