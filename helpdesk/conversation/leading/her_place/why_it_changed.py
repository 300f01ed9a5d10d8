"""Who asks why her day or her place was changed by others: "tại sao", "sao lại hoãn", "vì sao hủy"."""

import re

from helpdesk.conversation.actions.her_place.why_it_changed import told_of_change
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.her_place.day_called_off import NEWS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said

WHY = "why_it_changed"
"""The flow that says it, where the news does not stand before her any more."""

BY_OTHERS = "changed_by_office"
"""The flow that tells what an official, or somebody with the code, did with her place; it knows no reason."""

_CHANGED = r"(?:huy|hoan|doi|chuyen|bo|cat|nghi|cancel(?:led|ed)?|moved?|postponed?|changed?)"
_AROUND = (
    r"(?:da|oi|a|the|vay|rua|u|nhung|ma|xin|cho|hoi|toi|tui|em|con|chau|minh|ba con|can bo|xa|cong an|nguoi ta|lai|phai|bi|di|mat|"
    r"ngay|buoi|lich|hen|hom|cua|do|nay|roi|den|khong lam|khong co|nua|ah|ha|he|hi|vo|nhi|is|was|it|my|place|day|did|you|not)"
)
_ASKS = re.compile(
    rf"(?:(?:{_AROUND}|{_CHANGED}) )*(?:tai sao|vi sao|sao|tai rang|rang|vi rang|lam sao|vi ly do|ly do|why)(?: (?:gi|chi|sao))?"
    rf"(?: (?:{_AROUND}|{_CHANGED}))*"
)


def why_it_changed(said: Said) -> Onward | None:
    """The news once more where it stands before her, for it names the reason; else what is known of the last one."""
    state = said.state
    if WHY not in said.script.flows or said.understood.answer is not None or not _ASKS.fullmatch(said.key):
        return None
    if state is not None and state.flow == NEWS:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if state is not None and state.flow == BY_OTHERS:
        return Onward(Start(WHY, {}, suspend=True), noted_as=WHY)
    nothing_asked = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    if not nothing_asked or told_of_change(said.scene) is None:
        return None
    return Onward(Start(WHY), anew=True, noted_as=WHY)
