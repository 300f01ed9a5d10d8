"""How long she has waited for her result, said behind the rule of how long it takes: late is late."""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.messaging.last_said import last_said
from helpdesk.text.people.party_words import NUMERALS

OVERDUE, NO_RESULT = "overdue", "no_result"
"""Flows: it is late, and what to do; the rule again, where it is not."""

TELL_THE_RULE = frozenset({NO_RESULT, "duration", OVERDUE})

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
    rf"(?:(?:da|duoc|toi|tui|em|con|lam|xong|cho|doi|qua|hon|gan|cung|tu|hom|truoc|den|nay|it|has|been|it s|after|over) )*(\d{{1,2}}|{'|'.join(NUMERALS)}) ?({'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    r"(?: (?:hon|roi|nay|may|gi|do|ma|van|chua|khong|ko|thay|co|tin|gi|het|can bo|a|ah|now|already|ago))*"
)  # fmt: skip


def days_passed(said: Said) -> Onward | None:
    """Late, or not yet, by the days that she says."""
    if said.state is not None or said.understood.answer is not None or said.wants_silence:
        return None
    found = _SAID.fullmatch(said.key)
    if found is None or OVERDUE not in said.script.flows:
        return None
    spoke = last_said(said.scene.db, said.scene.contact.id)
    if not any(step.split(":")[-1].split(".")[0] in TELL_THE_RULE for step in spoke):
        return None
    count = NUMERALS.get(found[1]) or int(found[1])
    flow = OVERDUE if count * _UNITS[found[2]] >= LATE else NO_RESULT
    return Onward(Start(flow), anew=True, noted_as=NO_RESULT)
