"""Who was cheated says it in her first text: what is to be done at once, before any topic, day or question; and what she asks
behind that.

What the words of it are stands in `grave/cheated.py`; who is only asked for a code is warned by `fraud.py`.
"""

import re
from dataclasses import replace

from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.grave.cheated import paid_by_hand, was_cheated
from helpdesk.conversation.leading.matters.fraud import FEE, GIVEN, WARNS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside

PAID = "money_paid"
"""The flow for who put money into somebody's hand."""

TOLD_WHAT_TO_DO = frozenset({GIVEN, PAID})
"""Flows whose question is whether an officer rings her at once."""

NOT_FOR_THAT = frozenset({"cancel", "reschedule", "my_booking"})

_CALL_ME = re.compile(
    r"(?:(?:da|vang|u|oi|can bo|lam on|xin|nho|hay|cau) )*(?:giup|cuu|goi(?: lai)?|ho tro)(?: (?:toi|tui|em|con|chau|minh|me|voi|gap|nhanh|lai|ngay|di|nhe|a|can bo|oi|cho|duoc khong))*|help(?: me)?(?: please)?"
)
_ASKS_ON = re.compile(
    r"\b(?:lay lai|lay duoc|tim lai|hoan tien|doi lai|bao (?:ai|so|o|cong an|ngan hang|dau|mo|cho ai)|goi (?:so|ai|dau)|so nao|so may|lam (?:sao|rang|gi|the nao)|tinh sao|co (?:sao|bi)|mat tien|o (?:dau|mo)|cong an|khoa|phai lam|gio sao|sao gio|nguy hiem)\b"
)
LONGEST_QUESTION = 12
"""Words of what is asked behind it; a longer text tells of something."""

_PAID_IT = re.compile(
    r"(?:(?:toi|tui|em|con|chau|minh|me|bo|vo|chong|ca nha|da|lo|co|trot|nhung|ma|hom qua) )*(?:dua|nop|dong|tra)(?: (?:cho|no|ho|ong|ay|chu|do|nguoi ta|tien|mat|het|\d+ ?k|\d+|nghin|ngan|trieu))* roi(?: (?:a|gio sao|gio lam sao|lam sao|co sao khong|co lay lai duoc khong|thi sao))*"
)
"""Said behind what is known of a fee: "tôi đưa rồi"."""


def cheated_already(said: Said) -> Onward | None:
    """What is to be done; the open question is asked again behind it. To our own question whether it happened it is the yes."""
    state, understood = said.state, said.understood
    answers = understood.answer is not None and understood.answer.outcome not in ("said", "named")
    if answers or understood.intent in NOT_FOR_THAT or GIVEN not in said.script.flows:
        return None
    if _paid_behind_the_fee(said):
        return beside(said, PAID, noted_as=WARNS)
    if not was_cheated(said.text):
        return None
    flow = PAID if PAID in said.script.flows and paid_by_hand(said.text) else GIVEN
    if state is not None and state.flow in TOLD_WHAT_TO_DO:
        return _whole_again(said)
    if state is not None and state.flow == WARNS:
        return Onward(Start(flow, below=state.below), noted_as=WARNS)
    return beside(said, flow, noted_as=WARNS)


def behind_a_theft(said: Said) -> Onward | None:
    """ "Giúp tôi với" is a yes to the call that is offered, and "lấy lại được không", "báo ai" have the answer once more."""
    state = said.state
    if state is None or state.flow not in TOLD_WHAT_TO_DO or said.understood.answer is not None:
        return None
    if _CALL_ME.fullmatch(said.key):
        return Onward(Heard("choice", 0), noted_as=WARNS)
    short = len(said.key.split()) <= LONGEST_QUESTION
    asks_on = short and said.understood.intent not in NOT_FOR_THAT and _ASKS_ON.search(said.key)
    return _whole_again(said) if asks_on else None


def _paid_behind_the_fee(said: Said) -> bool:
    if said.state is not None or PAID not in said.script.flows or not _PAID_IT.fullmatch(said.key):
        return False
    return FEE in said.told_of


def _whole_again(said: Said) -> Onward | None:
    state = said.state
    if state is None:
        return None
    whole = Saying(state.flow, state.step, Slot.ASK, state.answers)
    return Onward(None, only_says=whole, stands=replace(state, tries=0), noted_as=WARNS)
