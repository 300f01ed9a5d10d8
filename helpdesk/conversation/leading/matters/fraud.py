"""What is said once fraud is spoken of: a code or money that is gone, and who else asks for codes, photos and clicks.

What she has said already is not asked again, and a new question about it is answered, not the same warning from its start.
"""

import re
from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE

WARNS, GIVEN, NEVER_GIVE = "scam", "given_away", "never_give"
"""Flows: the warning with its question, what to do where something is given away already, and what nobody is ever given."""

SAFE = "safe"
"""The step of the warning for who gave nothing."""

OF_FRAUD = frozenset({WARNS, GIVEN, NEVER_GIVE, "no_secrets"})
"""Flows behind which "cán bộ hỏi thì đưa không" needs no word of what is asked for."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua|chang|dung|suyt|khoi)"
_GAVE = r"(?:doc|dua|cho|gui|noi|nhan|nhap|chuyen|ck|nap|dong|bam|khai|quet|chup|cai|tai|click|dien|lam theo|gave|told|sent)"
_SAYS_SHE_GAVE = re.compile(
    rf"\b(?:lo|da|moi|vua|trot|lo tay) {_GAVE}\b|\b{_GAVE}\b(?: \w+){{0,6}} (?:roi|mat roi|het roi|xong)\b|\b(?:toi|tui|em|con|chau|minh) (?:co )?{_GAVE}\b(?: \w+){{0,4}} cho (?:no|ho|nguoi (?:ta|do|la|kia)|thang|con do|chung no)\b|\bi (?:gave|told|sent)\b"
)
_DID_NOT = re.compile(rf"\b{_NO} (?:\w+ )?{_GAVE}\b|\bcup may\b|\b{_NO}$")
"""What is said where it was asked: "tôi lỡ đọc rồi", and no "tôi không đưa"."""

_PHOTO = re.compile(
    r"\b(?:gui|chuyen|nhan|send)\b(?: \w+){0,3} (?:anh|hinh|photo|picture)\b.*\b(?:can cuoc|cccd|cmnd|the|giay to|mat|chan dung|card|id)\b"
)
_LINK = r"(?:link|duong link|duong dan|lien ket|trang web la|file apk|apk)"
_STRANGE_LINK = re.compile(
    rf"\b(?:ai|ai do|nguoi la|co nguoi|nguoi ta|ho|no|so la|may la|somebody|someone) (?:\w+ ){{0,3}}?(?:nhan|gui|bao|sent|send)(?: \w+){{0,4}} {_LINK}\b"
    rf"|\b{_LINK}\b(?: \w+){{0,8}} (?:bam|vao|mo|click|nhap|cai|tai)(?: \w+){{0,3}} (?:khong|ko|k|hk|sao)\b"
    rf"|\b(?:bam|vao|mo|click)(?: \w+){{0,3}} {_LINK}(?: \w+){{0,4}} (?:khong|ko|k|hk|sao)\b"
)
_OFFERED_ONLINE = re.compile(
    r"\b(?:facebook|face|fb|zalo|tiktok|tren mang|messenger|trang web|web)\b(?: \w+){0,6} (?:dang ky|dang ki|lam|nhan lam|lam ho|lam giup|cap)\b.*\b(?:muc (?:2|hai)|dinh danh|vneid|can cuoc|cccd|tai nha|\d+ ?k)\b"
    r"|\b(?:zalo|video|facebook|face|fb|messenger)\b.*\b(?:bat|bao|doi|keu|yeu cau|bieu)\b(?: \w+){0,3} (?:quet|chup|dua|quay) (?:khuon )?mat\b"
)
"""Level 2 on the internet, and a face that is to be shown to a camera."""
_READS_IT_OUT = re.compile(
    rf"\b(?:toi|tui|em|con|chau|minh|de toi|cho toi) (?:se |muon |xin )?(?:doc|dua|gui|noi|nhan)(?: \w+)? (?:ma|otp|ma otp|mat khau|passcode)(?: \w+){{0,2}} cho (?:can bo|cong an|anh|chi|may|xa|ban|ong)\b(?!.*\b(?:roi|{_NO} (?:doc|dua))\b)"
)
"""Who would tell us a code."""
_VOUCHES = re.compile(
    r"\b(?:can bo|cong an|nguoi|anh|chi|chu|bac|ong)(?: (?:xa|huyen|tinh|cua xa|ay))* (?:that|thiet|quen)\b|\bla (?:anh|chi|chu|bac|ong|co)? ?\w+ (?:o |ben |lam )?(?:cong an|can bo)\b|\b(?:toi|tui|em) (?:biet|quen|tin) (?:mat |no|ho|anh|chi|chu|ong|nguoi)\b"
)
"""Somebody whom she knows, or who is an officer "really": the code is for nobody all the same."""
_IS_IT_TRUE = re.compile(
    r"(?:(?:the|vay|cai do|do|no|ho|la|co|phai|tin nhan do|trang do|nguoi do|rua) )*(?:that|dung|lua dao|lua|tin duoc|co that|phai that|dang tin|gia)(?: (?:khong|ko|k|a|ha|hay lua|vay|the|chu|hong|sao|hay gia))+"
)
_TELLS_WHAT = re.compile(
    r"\b(?:no|ho|nguoi ta|thang|con|anh ta|co ta|chung no|nguoi do|ong|dua|co nguoi)\b(?: \w+){0,3} (?:hoi|doi|bao|bat|xin|keu|yeu cau|bieu|goi|noi|xung)\b"
)
"""What they wanted, which does not say whether they got it."""
_WHAT_THEN = re.compile(
    r"(?:(?:the|vay|rua|toi|con|em|gio|lieu|thi) )*(?:co |bi )*(?:mat tien|mat gi|sao|bi sao|mat)(?: (?:khong|ko|k|chu|a|ha|vay|hong|het|can bo))+"
)
_MAY_I = re.compile(
    rf"\b(?:dua|doc|cho|noi|gui|khai|bao|dua ra)\b(?: \w+){{0,7}} (?:{_NO}|sao)$|\b(?:sao|rang)(?: \w+){{0,4}} (?:bao|keu|doi|noi|yeu cau)(?: \w+){{0,3}} (?:gui|dua|doc|chup)$|\bco nen\b|\bphai (?:dua|doc|cho|noi|gui)\b|\b(?:ask|tell|give)s?\b.*\b(?:officer|police|him|her|them)\b"
)

_NAMED = re.compile(
    r"\b(?:ma|otp|mat khau|mk|passcode|pin|anh|hinh|can cuoc|cccd|cmnd|the|so|tai khoan|tien|khoan|link|giay to|code|password|card|money)\b"
)
"""What may be asked for; without a word of it nobody knows what she means."""

_SUM = r"\d+ ?(?:k|nghin|ngan|tr|trieu|dong|d|000)\b"
_MONEY_ASKED = re.compile(
    rf"\b(?:nop|dong|thu|doi|bat|lay|xin|tra|dua|pay|paid)\b(?: \w+){{0,5}} {_SUM}(?: \w+){{0,6}}"
)
"""A sum that somebody is to pay; the codes and photos of `never_give` are no sums."""

FEE = "fee"
OF_A_SUM = frozenset(
    {None, FEE, "wrong_info", "human", "scam", "hours", "visit_when", "where", "elderly_home"}
)
"""Topics that "mai công an đến bản thu 100 nghìn" resembles."""


def money_asked(said: Said) -> Onward | None:
    """What is known of a fee, where somebody at the centre wants a sum: nothing, and whom to ask; no money to strangers."""
    state, understood = said.state, said.understood
    if understood.answer is not None or PEOPLE in understood.facts or understood.intent not in OF_A_SUM:
        return None
    if FEE not in said.script.flows or not _MONEY_ASKED.search(said.key):
        return None
    if state is not None and state.flow in OF_FRAUD:
        return None
    return beside(said, FEE, noted_as=FEE)


def given_away(said: Said) -> Onward | None:
    """What is to be done, where she says to our question, or behind our warning, that a code or money is gone."""
    if not _may_be_of_fraud(said) or GIVEN not in said.script.flows:
        return None
    state = said.state
    asked = state is not None and state.flow == WARNS
    if state is not None and _asks_again(said, state):
        whole = Saying(state.flow, state.step, Slot.ASK, state.answers)
        return Onward(None, only_says=whole, stands=replace(state, tries=1), noted_as=WARNS)
    if state is not None and asked:
        gave = _SAYS_SHE_GAVE.search(said.key) and not _DID_NOT.search(said.key)
        return Onward(Start(GIVEN, below=state.below), noted_as=WARNS) if gave else None
    told = _SAYS_SHE_GAVE.search(said.key) and not _DID_NOT.search(said.key) and _fraud_was_spoken_of(said)
    return beside(said, GIVEN, noted_as=WARNS) if told else None


def _asks_again(said: Said, state: State) -> bool:
    """Whether she says to our question what they wanted, or what it will cost her: the question stands, whole."""
    if state.tries or _SAYS_SHE_GAVE.search(said.key):
        return False
    if state.flow == GIVEN:
        return _WHAT_THEN.fullmatch(said.key) is not None
    return state.flow == WARNS and _TELLS_WHAT.search(said.key) is not None


_GAVE_NOTHING = re.compile(
    rf"(?:(?:toi|tui|em|con|chau|minh|ba|me|van|da|thi|may|may qua|nhung) )*(?:khong|chua|chang|suyt)(?: (?:co|he|kip|nua))* {_GAVE}(?: (?:link|vao|ma|cho|no|ho|gi|het|dau|otp|tien|a|roi))*|(?:toi |tui |em |con |da )*cup may(?: roi| luon| ngay)*"
)
"""Who answers our warning that nothing is gone."""


def nothing_given(said: Said) -> Onward | None:
    """That it is well, to who says behind our warning that she gave nothing; our own question is answered by it."""
    if said.state is not None or said.understood.answer is not None or WARNS not in said.script.flows:
        return None
    if not _GAVE_NOTHING.fullmatch(said.key) or not _fraud_was_spoken_of(said):
        return None
    return Onward(None, only_says=Saying(WARNS, SAFE, Slot.SAY, {}), noted_as=WARNS)


def never_give(said: Said) -> Onward | None:
    """No, to nobody: photos of the card, strange links, and a code that an officer asks for. What is open is asked again."""
    if not _may_be_of_fraud(said) or NEVER_GIVE not in said.script.flows:
        return None
    if _OFFERED_ONLINE.search(said.key) and WARNS in said.script.flows:
        return beside(said, WARNS, noted_as=WARNS)
    if _PHOTO.search(said.key) or _STRANGE_LINK.search(said.key) or _READS_IT_OUT.search(said.key):
        return beside(said, NEVER_GIVE, noted_as=WARNS)
    if (_IS_IT_TRUE.fullmatch(said.key) or _VOUCHES.search(said.key)) and _fraud_was_spoken_of(said):
        return beside(said, NEVER_GIVE, noted_as=WARNS)
    # Who tells of somebody that wants it is warned, and asked whether he has it.
    named = said.understood.intent == WARNS and _NAMED.search(said.key) and not _TELLS_WHAT.search(said.key)
    if _MAY_I.search(said.key) and (named or _fraud_was_spoken_of(said)):
        return beside(said, NEVER_GIVE, noted_as=WARNS)
    return None


def _may_be_of_fraud(said: Said) -> bool:
    facts = said.understood.facts
    return said.understood.answer is None and PEOPLE not in facts and DAY not in facts


def _fraud_was_spoken_of(said: Said) -> bool:
    if said.state is not None and said.state.flow in OF_FRAUD:
        return True
    return not OF_FRAUD.isdisjoint(said.told_of)
