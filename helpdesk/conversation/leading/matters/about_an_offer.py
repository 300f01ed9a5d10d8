"""What is asked about an offer of a SIM, a phone or help at home: it is made again, for the rest is told by whoever rings."""

import re

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.in_doubt import OFFERS_TO_RING
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.small_questions.asks_further import FURTHER

TOPIC_AND_ELSE = 2
"""Lines of the question which topic is meant, where there is only one."""

_FURTHER = re.compile(FURTHER)
_ASKS_OF_IT = re.compile(
    r"(?:(?:the|vay|rua|ma|thi|da|a) )*(?:con|co|duoc|sao|bao gio|khi nao|khi mo|bao lau|o dau|o mo|lam sao|the nao|nhu the nao|bao nhieu|phai khong|dung khong|dung roi)(?: (?:khong|ko|sao|co|den|lam|lay|duoc|vay|a|rua|nua|the|roi))*"
)
"""What is asked of the one topic that stands before her."""


def about_an_offer(said: Said) -> Onward | None:
    """The offer again: how long and where is for whoever rings; the one that she was asked whether she means is made."""
    state = said.state
    if state is None or not said.stands_alone:
        return None
    if _FURTHER.search(said.key) and state.flow in OFFERS_TO_RING and not state.below:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    return Onward(Heard("chosen", 0)) if _only_offer(said) and _ASKS_OF_IT.fullmatch(said.key) else None


def _only_offer(said: Said) -> bool:
    """Whether one offer, and "something else", is what she was asked about."""
    state = said.state
    if state is None or state.flow != WHICH_TOPIC or state.answers.get("answers_late") is not None:
        return False
    choices = state.answers.get("choices", ())
    return len(choices) == TOPIC_AND_ELSE and choices[0]["value"] in OFFERS_TO_RING
