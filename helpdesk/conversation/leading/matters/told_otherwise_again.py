"""Who wants a neighbour to pass on our messages no more, or no calls any more, is asked how she is told from now on."""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH
from helpdesk.people.tables import Reach

_NO_MORE = re.compile(
    r"(?:(?:da|a|toi|tui|em|con|chau|minh|can bo|oi|xin|vay|bay gio|tu nay) )*(?:thoi|dung|khong|ko|k|khoi|het|hk|hong|bo)(?: (?:khong|ko|can|phai|muon|dung))*"
    r" (?:nho|nhan|bao|gui|nhac|nhan tin|bao tin|qua)(?: (?:qua|cho|toi|tin|giup|nguoi|so))*"
    r" (?:ong|ba|anh|chi|chu|bac|co|cau|di|hang xom|truong ban|truong thon|nguoi (?:do|kia|ay|khac|ta)|ho|no)(?: \w+){0,4}"
)

_TO_ME = re.compile(
    r"(?:(?:da|a|thoi|vay|can bo|oi|cu|xin|chi) )*(?:bao|nhan|gui|nhac|nhan tin|bao tin)(?: (?:tin|thang|truc tiep|lai|hen|cu))* (?:cho |ve |vao |den )?(?:toi|tui|chinh toi|may toi|so toi|may nay|so nay|may cua toi)"
    r"(?: (?:thoi|di|duoc roi|luon|la duoc|nhu cu|nhu truoc|nhe|nha|a|khoi qua ai|khong can ai))*"
)
"""Herself again: "thôi báo cho tôi thôi"."""


def told_otherwise_again(said: Said) -> Onward | None:
    """The question how, where it was somebody else who was told; no more than a text, where she says herself."""
    state = said.state
    if said.scene.contact.reach != Reach.NEIGHBOUR.value or said.understood.answer is not None:
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    if _TO_ME.fullmatch(said.key):
        return Onward(Start(REACH, {"reach_said": Reach.TEXT.value}), anew=True, noted_as=REACH)
    return Onward(Start(REACH), anew=True, noted_as=REACH) if _NO_MORE.fullmatch(said.key) else None
