"""How long she has waited for her result, said behind the rule of how long it takes: late is late.

The same behind the word that an account must be activated within seven days: whoever is later asks the commune police, and
nobody is told that an account is lost (Decree 69/2024/ND-CP, Art. 14).
"""

import re

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.text.people.party_words import NUMERALS

OVERDUE, NO_RESULT = "overdue", "no_result"
"""Flows: it is late, and what to do; the rule again, where it is not."""

TELL_THE_RULE = frozenset({NO_RESULT, "duration", OVERDUE})

ACTIVATE, ACTIVATE_LATE = "activate", "activate_late"
OF_ACTIVATING = frozenset({ACTIVATE, ACTIVATE_LATE})
IN_TIME = 7
"""Days from the notice in which an account is activated."""

LATE = 10
"""Days behind which seven working days are over."""

_UNITS = {
    "ngay": 1,
    "hom": 1,
    "bua": 1,
    "tuan": 7,
    "thang": 30,
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "month": 30,
    "months": 30,
}
_SAID = re.compile(
    rf"(?:(?:da|duoc|toi|tui|em|con|lam|xong|cho|doi|qua|hon|gan|cung|tu|hom|truoc|den|nay|nhan|tin|bao|la|cach|day|moi|it|has|been|it s|after|over) )*(\d{{1,2}}|{'|'.join(NUMERALS)}) ?({'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    r"(?: (?:hon|roi|nay|may|gi|do|ma|van|chua|khong|ko|thay|co|tin|gi|het|can bo|a|ah|truoc|sau|thi|bi|mat|luon|sao|kich hoat|con|duoc|lam|now|already|ago))*"
)  # fmt: skip

_LOST_THEN = re.compile(
    r"(?:(?:the|vay|rua|co|thi|lieu|tai khoan|no|de lau|qua han) )*(?:bi )?(?:mat|huy|xoa|khoa|het han)(?: (?:luon|tai khoan|het|roi|di))*(?: (?:khong|ko|a|ha|chu|sao|vay))+"
    r"|(?:(?:the|vay|rua|phai|co) )*(?:di |lam )?lai tu dau(?: (?:khong|ko|a|ha|sao|vay|het))*|(?:is it |will it be )?lost(?: then)?"
)
"""What becomes of an account that was not activated in time."""


def days_passed(said: Said) -> Onward | None:
    """Late, or not yet, by the days that she says."""
    state = said.state
    if said.understood.answer is not None or said.wants_silence:
        return None
    if state is not None and (state.flow != WHICH_TOPIC or state.below):
        return None
    found, lost = _SAID.fullmatch(said.key), _LOST_THEN.fullmatch(said.key)
    if not (found or lost) or OVERDUE not in said.script.flows:
        return None
    flows = said.spoken_of
    days = _days(found) if found else IN_TIME + 1
    if OF_ACTIVATING.intersection(flows):
        flow = ACTIVATE_LATE if days > IN_TIME else ACTIVATE
        return Onward(Start(flow), anew=True, noted_as=ACTIVATE_LATE)
    if found is None or state is not None or not TELL_THE_RULE.intersection(flows):
        return None
    return Onward(Start(OVERDUE if days >= LATE else NO_RESULT), anew=True, noted_as=NO_RESULT)


def _days(found: re.Match[str]) -> int:
    return (NUMERALS.get(found[1]) or int(found[1])) * _UNITS[found[2]]
