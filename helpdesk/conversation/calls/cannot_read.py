"""Who says that she cannot read, and how she is to be told instead: the reason before the wish is no part of it."""

import re

from helpdesk.conversation.calls.number_to_call import number_said
from helpdesk.conversation.calls.told_through import told_through
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH, way_said
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import matching_key

_WHO = r"(?:toi|tui|em|con|chau|minh|me|bo|ba|ong|nha)"
_NOT = r"(?:khong|ko|k|kg|hk|hong|hem|chang|chua)"
_REASON = re.compile(
    rf"(?:(?:da|vi|thua|{_WHO}) )*"
    # Who is blind says so before: "mụ" folded alike is somebody's wife, so it is no reason of its own.
    r"(?:(?:bi |mat )mu(?: loa| hai mat| ca hai mat| mat)?(?: nen| roi| thi)* )?"
    # Blind beyond doubt: "mù cả hai mắt", "không thấy đường".
    rf"(?:(?:bi )?mu (?:ca )?(?:hai|2) (?:con )?mat|{_NOT} (?:con )?(?:nhin |trong )?thay (?:duong|gi het|gi nua|chu)"
    rf"|{_NOT} (?:(?:biet|the|doc|xem|duoc|noi|ra) )*(?:chu(?: viet| nghia)?|tin(?: nhan)?|doc)(?: duoc| noi)?"
    r"|mu chu|(?:doc|xem)(?: tin)? (?:khong|ko|chang|k) (?:duoc|dc|noi)(?: chu)?|mat (?:kem|mo)|(?:cannot|can t|can not) read)"
    rf"(?: (?:nhieu|may|lam)\b)*(?: {_NOT} hieu(?: gi| het| duoc| lam)*)?"
    rf"(?: {_WHO}\b)?(?: (?:nen|thi|vi vay|vay|xin|so|please))*"
)

_RING_ME = re.compile(
    rf"(?:(?:xin|nho|hay|can bo|lam on|please|{_WHO}) )*(?:goi|goi dien|dien|alo|call)(?: dien| thoai| lai)*"
    rf"(?: (?:cho|me))?(?: {_WHO})*(?: (?:qua|vao|den))?(?: so(?: dien thoai| may)?)?(?: [0-9]+)*(?: (?:di|nhe|nha|voi|a|giup|please))*"
)

_WRITTEN_FOR_HER = re.compile(
    rf"(?:(?:nho|co|de|thang|dua) )*{_WHO}(?: {_WHO})*(?: ta)? (?:nhan|nhan tin|viet|bam|go|doc)(?: \w+){{0,2}} (?:giup|ho|gium|dum|thay)(?: {_WHO}| nhe| a| can bo)*"
)
"""Who types for her: how she is to be told is to be asked."""
_BOOKS = re.compile(
    r"\b(?:dat|dk|dang ky|dang ki|hen|huy|doi (?:lich|ngay|buoi)|(?:19|20)\d\d|tin nhan (?:vneid|ngan hang))\b"
)
MANY = 12
"""Words behind the reason from which on they are several matters."""


def told_otherwise(text: str) -> Understood | None:
    """Her preference, behind the reason why; the question how she wants to be told, where only the reason is said."""
    key = matching_key(text)
    reason = _REASON.match(key)
    if reason is None or (reason.end() < len(key) and key[reason.end()] != " "):
        return None
    rest = key[reason.end() :].strip()
    if not rest:
        return Understood(intent=REACH)
    way = way_said(rest, rest) or told_through(text, rest)
    if way is not None:
        return Understood(intent=REACH, facts=way)
    if _RING_ME.fullmatch(rest):
        # Who cannot read is not helped by one call.
        return Understood(intent=REACH, facts={"reach_said": "call", "ring_now": True, **number_said(text)})
    if _WRITTEN_FOR_HER.fullmatch(rest):
        return Understood(intent=REACH)
    if len(rest.split()) >= MANY and not _BOOKS.search(rest):
        # Much at once of who reads no answer: a person is offered, who is told her words.
        return Understood(intent="human")
    return None
