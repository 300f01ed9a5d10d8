"""Who has named everybody and says so where more names may follow: "xong", "hết rồi"."""

import re

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.text.folding import matching_key

_DONE = re.compile(
    r"(?:(?:da|vang|roi|the|vay|rua|con lai|nhu) )*(?:xong|het|du|bay nhieu|tung do|the thoi|vay thoi|rua thoi|done|that s all|all)"
    r"(?: (?:roi|thoi|nguoi|ten|a|nhe|nha|do|a|het|ca))*"
)

_MORE_LATER = re.compile(
    r"(?:(?:da|vang|u|a|toi|tui|em|con|chau|de|cho|may|nguoi|ten|nhung|cac|so) )*(?:(?:con lai|kia|khac|nua|lat nua|ti nua|mai|chieu|toi mai) )*"
    r"(?:(?:toi|tui|em|minh|se) )*(?:gui|nhan|bao|ghi|dua|send)(?: (?:ten|tiep|them|cho))* (?:sau|lat nua|ti nua|later|mai)(?: (?:nhe|nha|a|di|duoc khong))*"
)
"""The other names are still to come: "còn lại gửi sau"."""

BOOKS_AT_ONCE = frozenset({"confirm_more", "confirm_part"})
"""Questions of a booking to which it is a yes: what is kept of them, and that, was agreed to before."""

ASKS_CONSENT = frozenset({"consent_more", "consent_part"})
"""Those to which it is none: a yes to keeping names is said, and not taken out of other words."""


NAMES_MORE = BOOKS_AT_ONCE | ASKS_CONSENT
"""Those to which more names may come."""


def all_named(said: Said) -> Onward | None:
    """What "xong" behind the names comes to."""
    done = naming_done(said.text, said.state) if said.understood.answer is None else None
    if isinstance(done, Saying):
        return Onward(None, only_says=done)
    return Onward(done) if done is not None else None


def naming_done(text: str, state: State | None) -> Heard | Saying | None:
    """What such a text comes to: the yes, or the question once more; None for all others."""
    if state is None or state.flow != "book":
        return None
    if _MORE_LATER.fullmatch(matching_key(text)):
        return Saying(state.flow, state.step, Slot.AGAIN, state.answers) if state.step in NAMES_MORE else None
    if not _DONE.fullmatch(matching_key(text)):
        return None
    if state.step in BOOKS_AT_ONCE:
        return Heard("choice", 0)
    if state.step in ASKS_CONSENT:
        return Saying(state.flow, state.step, Slot.AGAIN, state.answers)
    return None
