"""What is asked of a day that stands in a list or an echo: what if it is called off, and must the others agree."""

import re

from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside

IF_CALLED_OFF, OTHERS_AGREE = "if_called_off", "others_agree"
"""Flows: who has booked is told; and those she books for are asked by her."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chang)"
_US = r"(?:doi|doan|can bo|cong an|xa|cac anh|cac chi|nguoi ta|ho)"
_CALLED_OFF = re.compile(
    rf"\b(?:neu|nho|lo|mai mot)(?: \w+){{0,2}} {_US}(?: \w+){{0,2}} {_NO} (?:ve|den|toi|len|vo|vao|co|lam)\b.*\b(?:sao|rang|the nao|lam gi|bao)\b"
    rf"|\b(?:neu|nho|lo) (?:ma )?(?:hoan|huy|doi ngay|mua(?: to| lu)?|bao|lu)\b.*\b(?:sao|rang|the nao|co (?:ve|den|lam|bao))\b|\b{_US} (?:ma )?{_NO} (?:ve|den|toi|len|vo)(?: nua)? thi (?:sao|rang)\b"
    r"|\bwhat if (?:they|you|the team)\b.*\bnot\b|\bwhat if it is (?:cancelled|called off)\b"
)
_CALLED_OFF_THERE = re.compile(
    rf"\b(?:neu|nho|lo) (?:ma )?{_NO} (?:ve|den|toi|len|co)\b(?: \w+)? (?:thi )?(?:sao|rang)\b"
)
"""Where visits are listed, it is the team that does not come."""

_THEY = r"(?:ho|nguoi ta|nguoi do|nguoi kia|ba con|may nguoi do|no|ong ay|ba ay)"
_AGREE = re.compile(
    rf"\b(?:co )?(?:can|phai) {_THEY}(?: \w+)? (?:dong y|cho phep|biet)\b|\b{_THEY} (?:co|da|chua|khong|ko|chang)(?: (?:he|ai))? (?:biet|dong y|nho|hay|chiu)\b"
    rf"|\b(?:chua|khong|ko|co can|co phai) (?:hoi|xin phep|noi)(?: voi| y kien)? {_THEY}\b|\bdo (?:they|i need) .*\b(?:agree|know|permission)\b"
)


def asked_of_a_day(said: Said) -> Onward | None:
    """Answered in one text; then what is open is asked again, and nothing is booked by it."""
    state, key = said.state, said.key
    if said.understood.answer is not None or said.wants_silence:
        return None
    listed = state is not None and state.flow == "visit_when"
    if _CALLED_OFF.search(key) or (listed and _CALLED_OFF_THERE.search(key)):
        return (
            beside(said, IF_CALLED_OFF, noted_as=IF_CALLED_OFF)
            if IF_CALLED_OFF in said.script.flows
            else None
        )
    if state is not None and state.flow == BOOKS and _AGREE.search(key) and OTHERS_AGREE in said.script.flows:
        return beside(said, OTHERS_AGREE, noted_as=OTHERS_AGREE)
    return None
