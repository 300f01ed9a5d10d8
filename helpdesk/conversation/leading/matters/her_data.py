"""What is kept of her, why, and who sees it: who asks that is told, and is never led to deleting it all.

Our own texts say "nhắn XOA để xóa", so that "xóa là gì" is the next question; it is no wish.
"""

import re

from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import NEVER_AGAIN, answers_it, beside
from helpdesk.conversation.understanding.words import STRONG

WHAT_IS_KEPT, BOOK = "what_is_kept", "book"
"""Flows by name."""

_HERS = r"(?:thong tin|ten(?: tuoi)?|so(?: dien thoai| dt)?|sdt|du lieu|nam sinh|my (?:data|name|number|information|info|details|phone))"
_ASKED = re.compile(
    # What deleting is, and why.
    r"\bxoa (?:la gi|la sao|la the nao|lam gi|de lam (?:gi|chi)|thi sao|roi (?:sao|thi sao|co))\b|\b(?:sao|tai sao|vi sao|rang) (?:lai )?(?:phai )?xoa\b|\bxoa gi\b"
    # What it is kept for, and how long.
    r"|\b(?:luu|giu|lay|ghi|xin|can)\b.*\b" + _HERS + r"\b.*\b(?:lam (?:gi|chi|cai gi)|de (?:lam )?(?:gi|chi)|bao lau|den (?:bao gio|khi nao))\b"
    r"|\bhoi (?:ten(?: tuoi)?|nam sinh|so dien thoai|so dt|sdt|thong tin)(?: \w+){0,2} (?:de )?lam (?:gi|chi)\b|^(?:co )?(?:luu|giu) (?:co )?lau (?:khong|ko|k|hong)\b"
    r"|^(?:and |so )?(?:what|how long|why) (?:do|will|would|are) you (?:keep|store|save|keeping|storing)(?: (?:it|that|them|this|data|about|for|here))*$"
    r"|\b(?:luu|giu) (?:de )?(?:lam (?:gi|chi)|bao lau|den bao gio|den khi nao|o dau)\b"
    r"|\b(?:luu|giu|ghi)(?: lai)?(?: (?:ten(?: tuoi)?|so|thong tin|nam sinh|so dien thoai))+(?: cua toi)?(?: de)?(?: lam)? (?:gi|chi)\b"
    r"|\bluu(?: lai)?(?: (?:nhung|cai|cac|thong tin))* (?:gi|chi)\b|\bgiu(?: (?:nhung|lai|cai))* gi (?:cua|ve)\b"
    r"|\b(?:sao|tai sao|vi sao|rang) (?:phai |lai )?(?:luu|giu|lay)\b"
    # What of it she would not have kept before she has said yes: that is no wish to be deleted.
    r"|\b(?:khong|ko|k|kg|hk)(?: (?:muon|cho|thich|dong y|can|phai))* luu(?: (?:lai|cai))* (?:ten(?: tuoi)?|nam sinh|so(?: dien thoai| dt)?|sdt|thong tin)(?: (?:cua|toi|tui|em|con|chau|minh|dau|a|nhe|duoc))*$"
    # At the question itself she need not say what of hers.
    r"|^ai (?:(?!(?:ky|lam|di|viet|dien|ghi|nop|lay|nhan|den|ve)\b)\w+ )?(?:xem|thay|biet|doc|giu|luu)(?: (?:duoc|dc|no|cai do|nhung cai do))*(?: (?:vay|the|a|ha))*$"
    r"|^(?:khong|ko|k|dung|khoi) (?:co )?(?:luu|giu|ghi lai)(?: (?:lai|no|thi))* (?:duoc|co duoc|sao|co sao) ?(?:khong|ko|k|hong)?$"
    r"|^(?:(?:da|toi|tui|em|con|chau|thoi) )*(?:khong|ko|k|kg)(?: (?:muon|cho|thich|dong y|can|chiu))+ (?:luu|giu|ghi)(?: (?:lai|dau|gi|a|het|ten))*$"
    # Whether something of hers is kept at all, and who gave it to us.
    r"|(?<!\bra )(?<!\blen )(?<!\bden )(?<!\bxuong )\bxa (?:co )?(?:giu|luu|lay|chup)\b.*\b(?:cccd|can cuoc|the|anh|hinh|so|ten|giay to)\b.*\b(?:khong|ko|k|a|ha)$"
    r"|\bai (?:\w+ )?(?:cho|dua|cap|cung cap)(?: \w+){0,3} (?:so(?: dien thoai| dt)?|sdt|ten) (?:cua )?(?:toi|tui|em|con|chau|minh|nay)\b"
    # Whoever wants it kept close, or not written down, has said yes to nothing yet.
    r"|^(?:(?:da|xin|can bo|oi|nho|thoi|ma|nhung) )*(?:giu (?:kin|bi mat)|(?:dung|khoi)(?: co)? (?:ghi|luu|luu lai|ghi lai|viet)(?: lai)? (?:ten(?: tuoi)?|so|so dien thoai|sdt|thong tin))(?: (?:ho|giup|cho|cua|toi|tui|em|con|chau|minh|nhe|nha|a|can bo|chuyen nay|viec nay|voi))*$"
    # Who has it, and whether it is safe.
    r"|\bai (?:\w+ ){0,3}?(?:xem|thay|giu|luu|biet|lay|doc)\b.*\b" + _HERS
    + r"|\b" + _HERS + r"\b.*\b(?:an toan|bao mat|bi lo|lo ra|ro ri|bi ban|ban cho|ai (?:\w+ )?(?:xem|thay|giu|biet)|bi danh cap)\b"
    r"|\b(?:ban|lo|tiet lo|danh cap) " + _HERS
    + r"|\b(?:sao|tai sao|lam sao|rang) (?:lai )?(?:biet|co) (?:duoc )?" + _HERS
    + r"|\b(?:who|why|what|how long|how)\b.*\b(?:keep|store|see|sees|have|use|got)\b.*\b(?:my|me)\b|\bis my (?:data|information|info|number) safe\b"
)  # fmt: skip

_DELETE_IT = re.compile(
    r"^(?!.*\b(?:sao|tai sao|vi sao|rang) (?:lai |phai )*xoa\b).*\b(?:xoa|bo)(?: (?:ten(?: tuoi)?|so|thong tin|het|giup|ho|cho|cua|toi|tui|em|con|minh))* (?:di|het|luon|giup|ho)\b(?! (?:thi|la|co|lam|de)\b)"
)
"""What is kept is to be deleted, whatever is asked about it in the same breath."""

_WANTS_IT_GONE = re.compile(
    r"\b(?:x+o+a+[sfrxj]?|xoas|xao|huy|rut|delete\w*|erase\w*|remove\w*|forget|wipe|clear|withdraw|take back|taken? out)\b|\bxoa[a-z]+"
    r"|\b(?:go|bo|dung|thoi|khong|ko|k|quen)\b(?: \w+){0,4} (?:luu|giu|ghi|ten|so|thong tin|du lieu|toi|tui|het|di)\b"
)
"""Some such word is in every wish to be deleted, the misspelt ones, too."""

_INTRODUCED = re.compile(
    r"\bten(?: (?:toi|tui|em|con|chau|minh|la|cua))+ \w+|\b(?:toi|tui|em|con|chau|minh) ten(?: la)? \w+|\b\w+ oi\b"
)
"""A name: "tôi tên Dũng, Dũng ơi" says nowhere "đừng"."""

_LOSES_HER_PLACE = re.compile(
    r"\bxoa (?:\w+ ){0,4}?(?:mat|huy|con|giu)(?: \w+)? (?:cho|lich|hen)\b.*\b(?:khong|ko|k|sao|chu|a|ha)$"
)
"""Whether her place is lost with it, as our question says."""
_CALLED_XOA = re.compile(
    r"\b(?:ten|goi)(?: (?:toi|tui|em|con|chau|minh|no|la|cua))* xoa\b(?! (?:thong tin|ten|so|het|di|giup))|\bthang xoa\b"
)
"""Somebody's name: "thằng Xoa con tôi"."""


def asks_what_is_kept(said: Said) -> Onward | None:
    """She is told in one text; then the open question is asked again."""
    if said.key in STRONG or WHAT_IS_KEPT not in said.script.flows:
        return None
    state = said.state
    if state is not None and state.flow in NEVER_AGAIN and _LOSES_HER_PLACE.search(said.key):
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if not _ASKED.search(said.key) or (said.state is None and not _may_ask(said)):
        return None
    if said.state is not None and said.state.flow in NEVER_AGAIN:
        # What she was asked about she may answer now that she knows.
        return Onward(Start(WHAT_IS_KEPT, suspend=True), noted_as=WHAT_IS_KEPT)
    return beside(said, WHAT_IS_KEPT, noted_as=WHAT_IS_KEPT)


def _may_ask(said: Said) -> bool:
    """Whether, where nothing is asked, her words may ask that: no other topic is clear, and she does not say "xóa đi" with it."""
    if said.understood.intent == BOOK:
        return not said.understood.facts
    if said.understood.intent == "erase" and _DELETE_IT.search(said.key):
        return False
    return answers_it(said, WHAT_IS_KEPT)


ACCOUNT_ELSEWHERE = "account_elsewhere"
"""The flow that says that no account can be deleted from here."""

_AN_ACCOUNT = re.compile(
    r"\b(?:xoa|huy|dong|go bo|bo|delete|close|remove)(?: (?:giup|ho|cai|cho|toi|tui|di|luon|my|the))* (?:tai khoan|tk|acc|account|vneid|vnied|dinh danh|(?:vneid |eid )account)\b(?!.*\b(?:roi|lo|nham)\b)"
)


NOT_DELETED = "not_deleted"
"""The flow that says so."""

_DENIED = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua|chang|dung|dau|khoi|do not|don t)(?: (?:phai|co|he|muon|dinh|la|noi|doi|dam|xin|de|bao|bieu|keu|cho|duoc))* (?:xoa|delete)\b(?! (?:di|giup|gium|dum|luon|dc|noi))"
    r"|\bai (?:noi|bao|bieu|keu)(?: (?:la|rang|toi|tui|em|con))* xoa\b"
)


def not_deleted(said: Said) -> Onward | None:
    """Who does not want to be deleted is not asked whether she does; to the question itself it is the no."""
    if said.understood.answer is not None or not _DENIED.search(said.key) or said.wants_silence:
        return None
    if said.state is not None and said.state.flow in NEVER_AGAIN:
        return Onward(Heard("choice", 1))
    if said.understood.intent not in (None, "erase") or NOT_DELETED not in said.script.flows:
        return None
    return beside(said, NOT_DELETED, noted_as=NOT_DELETED)


def not_our_account(said: Said) -> Onward | None:
    """Who would have her VNeID account deleted is not asked whether all is deleted that is kept here."""
    if said.understood.answer is not None or ACCOUNT_ELSEWHERE not in said.script.flows or said.wants_silence:
        return None
    if said.understood.intent not in (None, "erase", "cancel", "account_locked", "activate"):
        return None
    return (
        beside(said, ACCOUNT_ELSEWHERE, noted_as=ACCOUNT_ELSEWHERE) if _AN_ACCOUNT.search(said.key) else None
    )


def no_wish_to_be_deleted(said: Said) -> Onward | None:
    """What was taken for such a wish without a word of it is not understood: she could lose her place by a "có"."""
    if said.understood.intent != "erase" or said.wants_silence:
        return None
    if _WANTS_IT_GONE.search(_INTRODUCED.sub(" ", said.key)) and not _CALLED_XOA.search(said.key):
        return None
    if said.state is not None:
        return Onward(Heard(None), noted_as="unknown")
    return Onward(Start("unknown"), anew=True, noted_as="unknown")
