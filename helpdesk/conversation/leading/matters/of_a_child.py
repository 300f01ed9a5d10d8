"""A child without a SIM or a phone of its own uses the parents' number: no SIM is asked for."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside

CHILD = "child"
OWN_NUMBER = 14
"""From this age on everybody needs a number of his own (Decree 69/2024/ND-CP)."""

_NO_SIM = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|hem|chua|chang)(?: (?:co|mua|dung|xai|lam))* (?:sim|so|dien thoai|may|dt|sdt)\b|\bno (?:sim|phone|number)\b"
)
_A_CHILD = re.compile(
    r"\b(?:con (?:toi|tui|em|minh|nho|be|gai|trai)|be|tre(?: em| con)?|chau (?:be|nho|noi|ngoai|toi)|dua (?:nho|be|con)|tui nho|\d tuoi|1[0-3] tuoi|child|kid|son|daughter)\b"
)
_MAYBE_HERSELF = re.compile(r"\b(?:chau|con|em|no)\b")
"""Words of a child that young people also say of themselves."""


def child_without_sim(said: Said) -> Onward | None:
    """Whose number a child uses; of a child only, and who may speak of herself must have spoken of one before."""
    if not said.stands_alone or not _NO_SIM.search(said.key):
        return None
    if said.understood.intent in ("book", "loan_phone", "human", "shared_number"):
        return None
    of_a_child = _A_CHILD.search(said.key) or (_MAYBE_HERSELF.search(said.key) and _a_child_is_meant(said))
    return beside(said, CHILD, noted_as=CHILD) if of_a_child else None


def _a_child_is_meant(said: Said) -> bool:
    """Whether a child was spoken of just before, or everybody she has booked is one."""
    if CHILD in said.told_of:
        return True
    year = local_date(said.scene.now).year
    people = [one for booking in said.hers for one in booking.people]
    return bool(people) and all(one.birth_year and year - one.birth_year < OWN_NUMBER for one in people)
