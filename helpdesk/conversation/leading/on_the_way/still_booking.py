"""What looks like cancelling in the middle of a booking without a word of it: "mẹ nó có cần đặt không" drops nothing."""

import re

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.understand import PEOPLE_SAID
from helpdesk.conversation.understanding.words import any_word

_LEAVES_IT = re.compile(
    r"\b(?:huy|bo|xoa|thoi|rut|dung lai|ngung|cancel|stop|never ?mind|quen di)\b"
    r"|\b(?:khong|ko|k|kg|chang|chua|hong)(?: (?:muon|can|co|the|phai|thich|ranh|duoc))* (?:dat|dk|dang ky|lam|di|den|len|ra|toi|nua|need|want)\b"
)
_ASKS = re.compile(
    r"\b(?:co|duoc|can|phai|da)\b.*\b(?:khong|ko|k|kg|hong|chua)(?: (?:a|ah|vay|can bo|nhi|ta))*$"
)


def still_booking(said: Said) -> Onward | None:
    """The question of her booking once more, where nothing says that she lets it be."""
    state, understood = said.state, said.understood
    if (
        state is None
        or state.flow != BOOKS
        or understood.intent != "cancel"
        or any_word(said.key) is not None
    ):
        return None
    if PEOPLE_SAID in understood.facts:
        return None
    if _LEAVES_IT.search(said.key) and not _ASKS.search(said.key):
        return None
    return Onward(Heard(None), noted_as="unknown")
