"""What is said of a place that she waits for: "bao giờ có chỗ", "có chỗ chưa", "thôi không chờ nữa". It is shown, with leaving it."""

import re

from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said

WAITS = "waits"
"""The flow that shows for what she waits, where she may leave it."""

_ROUND = r"(?:(?:da|a|u|the|vay|thi|toi|tui|em|con|chau|minh|can bo|oi|cho hoi|ma|sao|roi) )*"
_ASKS = re.compile(
    rf"{_ROUND}(?:bao gio|khi nao|khi mo|chung nao|luc nao)(?: (?:thi|moi|toi|tui))* (?:co|con|duoc|trong) (?:cho|suat)(?: (?:vay|rua|the|a|can bo|lam))*"
    rf"|{_ROUND}(?:da )?co (?:cho|suat)(?: trong)? (?:chua|khong|roi a)(?: (?:vay|rua|the|a|can bo))*"
    rf"|{_ROUND}(?:thoi )?(?:khong|ko|khoi|dung) (?:muon )?(?:cho|doi)(?: (?:nua|dau|het|roi|a))+|{_ROUND}(?:thoi )?(?:bo|rut|xoa|huy) ten(?: (?:toi|tui|em|con|di|cho|giup|ra|ghi|a|nhe))*"
)


def about_waiting(said: Said) -> Onward | None:
    """For what she waits, where she does and nothing else is asked."""
    state = said.state
    if said.understood.answer is not None or WAITS not in said.script.flows:
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    if not _ASKS.fullmatch(said.key) or not waits_of(
        said.scene.db, said.scene.contact.id, now=said.scene.now
    ):
        return None
    return Onward(Start(WAITS), anew=True)
