"""Who knows nothing of all this, or asks who would help: a person is offered, and to the offer of one it is her yes.

Whoever asks whether there is anything else has our answer, and is offered one as well.
"""

import re

from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.matters.what_now import next_thing
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said

HUMAN, UNKNOWN = "human", "unknown"
"""Flows: a question for an official, or a call; what was not understood once."""

_WHO = r"(?:toi|tui|em|con|chau|minh|me|ba con|nha toi|chung toi)"
_SOMEBODY = re.compile(
    rf"(?:(?:da|a|vay|the|can bo|oi|thi|roi|gio|o day|xin hoi|cho hoi) )*(?:(?:co|con|nho|biet|can) )*(?:ai|nguoi nao|nguoi)(?: (?:co the|nao|do|day|o day|ma))* (?:chi|giup|huong dan|bay|day|lam (?:giup|ho|gium)|ho tro|noi)(?: (?:giup|gium|ho|cho|cach|voi|duoc|khong|ko|dau|bay gio|nua|the|vay|a|lam|dan|{_WHO}))*"
    r"|(?:who (?:can|could|will) help(?: me| us)?|(?:i )?need (?:somebody|someone|help)|somebody help(?: me)?)(?: please)?"
)
_KNOWS_NOTHING = re.compile(
    rf"(?:(?:da|thua|can bo|oi|that|noi that|nhung|ma|{_WHO}) )*(?:chang|khong|ko|chua|dau co) (?:co )?(?:biet|hieu|ro) (?:gi|chi|cai gi|viec gi|mo)(?: (?:het|ca|dau|lam|ve|may|cai|nay|ni|do|chuyen|viec|vneid|muc|2|hai|dinh danh|can bo|a|nua|luon|roi))*"
    rf"|(?:(?:da|can bo|oi|nhung|ma) )*{_WHO} (?:so|lo|ngai)(?: (?:lam|qua|lua|bi lua|bi|lua dao|sai|mat|tien|can bo|a|ghe))*"
    r"|i (?:do not|don t) know anything(?: about (?:it|this|that))?"
)
_NOT_KNOWN = re.compile(rf"(?:(?:da|{_WHO}) )*(?:khong|ko|chang) (?:biet|ro)(?: (?:nua|a|dau))*")
_ANYTHING_ELSE = re.compile(
    r"(?:(?:da|vay|the|rua|roi|thi) )*(?:con|can|phai)(?: (?:can|phai|lam|mang|chuan bi))* (?:gi|chi|cai gi|viec gi|cai chi) nua(?: (?:khong|ko|k|khong a|a|vay|can bo|ha|hong))*"
    r"|(?:(?:da|vay|the|rua) )+(?:la |thi )?(?:xong|du|duoc) (?:roi )?(?:a|ha|chua|phai khong|roi a)|(?:is (?:that|there) )?anything (?:else|more)(?: to do)?|is that all"
)


def needs_somebody(said: Said) -> Onward | None:
    """A person, in place of a list of topics that says nothing to her."""
    state = said.state
    if said.understood.answer is not None or said.wants_silence:
        return None
    if state is not None and state.flow == STUCK_FLOW:
        return Onward(Heard("choice", 0)) if _SOMEBODY.fullmatch(said.key) else None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    if _ANYTHING_ELSE.fullmatch(said.key):
        return next_thing(said)
    lost = _SOMEBODY.fullmatch(said.key) or _KNOWS_NOTHING.fullmatch(said.key)
    again = state is not None and state.flow == UNKNOWN and _NOT_KNOWN.fullmatch(said.key)
    return Onward(Start(HUMAN), anew=True, noted_as=HUMAN) if lost or again else None
