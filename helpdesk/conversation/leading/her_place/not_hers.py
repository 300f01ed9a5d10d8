"""What is said to a reminder by who has nothing to do with it: no yes, and no no."""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.her_place.why_it_changed import BY_OTHERS
from helpdesk.conversation.leading.said import Onward, Said

NOT_HERS = "not_hers"
"""The flow: an official looks at it."""

SPEAK_OF_HERS = frozenset({REMINDER, CANNOT_COME, BY_OTHERS, "day_changed"})

_NOT = r"(?:khong|ko|k|kg|hong|chua|chang|co)"
_SAYS_SO = re.compile(
    r"(?:(?:da|a|u|oi|xin loi|can bo|hinh nhu|chac|gui|nhan|tin) )*(?:nham|lon|sai|lac) (?:so|may|nguoi)(?: (?:roi|dien thoai|a|ban oi|can bo|nay))*"
    rf"|(?:(?:da|a|toi|tui|em|con|chau|minh|ai) )*{_NOT} (?:he )?(?:dat|dang ky|dk)(?: (?:cho|lich|gi|bao gio|nao|hen))*(?: (?:dau|het|ca|ma|a|bao gio))+"
    r"|wrong number|i did not book"
)
_A_STRANGER = re.compile(
    r"(?:(?:da|a|toi|tui|em|con|chau|minh|so nay|may nay) )*(?:khong|ko|k|hong) (?:"
    # "Không biết nữa" doubts, and "không phải hôm nay à" asks.
    r"(?:he )?(?:biet|quen)(?: (?:la|so|nguoi|ai))* (?:ong|ba|anh|chi|ho|no|ten|nay|do|kia|ai|ten gi|[a-z]+ [a-z]+ [a-z]+)(?: [a-z]+){0,3}"
    r"|phai(?: (?:la|so|may))* (?:toi|tui|em|minh|cua toi|cua tui|nguoi nay|nguoi do|nguoi ten|ten|cua|ong|ba)(?: [a-z]+){0,4})|not me"
)
"""What says so where we spoke first; where she has spoken of her place it is about who comes."""


def not_hers(said: Said) -> Onward | None:
    """Whoever says so is heard by an official, and cancels nothing."""
    state = said.state
    if state is None or state.flow not in SPEAK_OF_HERS or NOT_HERS not in said.script.flows:
        return None
    stranger = state.flow != CANNOT_COME and _A_STRANGER.fullmatch(said.key)
    if not (stranger or _SAYS_SO.fullmatch(said.key)):
        return None
    return Onward(Start(NOT_HERS, {"question": said.text.strip()}), anew=True, noted_as=NOT_HERS)
