"""What is said to the news that her day was called off: "khi nào làm lại", "hôm đó mưa à", "tôi không đến được".

None of it asks what is to become of a place that nobody can come to: the news tells why, and which days there are.
"""

import re

from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.absence import cannot_come, why_not
from helpdesk.conversation.understanding.words import any_word

NEWS = "day_changed"
"""The flow that tells what has become of a day."""

CALLED_OFF = frozenset({"choose", "choose_several", "apart", "no_other"})
"""Its steps where the day is off and no other one is hers yet."""

_ASKS_WHEN = re.compile(
    r"\b(?:khi nao|bao gio|luc nao|chung nao|bao lau|hom nao|ngay nao|buoi nao|bua nao|when|which day)\b|\b(?:lam|mo|to chuc) lai\b"
    r"|\b(?:con|co) (?:buoi|ngay|hom|bua|lam)\b.*\b(?:khong|ko|k|nua|khac)\b"
)
_ASKS_WHY = re.compile(r"\b(?:vi|tai|lam|co)? ?sao\b|\bwhy\b|\bly do\b")
TOLD = frozenset(
    {"hours", "where", "duration", "visit_when", "why", "cancel", "elderly_home", "reschedule", "book"}
)
"""Topics that such words are taken for."""


def of_a_day_called_off(said: Said) -> Onward | None:
    """The news once more, with its list of days, which stays open: a number answers it still."""
    state, understood = said.state, said.understood
    if state is None or (state.flow, state.step in CALLED_OFF) != (NEWS, True):
        return None
    if understood.answer is not None or any_word(said.key) is not None:
        return None
    if understood.intent is not None and understood.intent not in TOLD:
        return None
    asks = _ASKS_WHEN.search(said.key) or _ASKS_WHY.search(said.key)
    if not (asks or cannot_come(said.key) or why_not(said.key)):
        return None
    return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
