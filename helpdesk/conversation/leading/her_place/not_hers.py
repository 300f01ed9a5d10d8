"""What is said to a reminder by who has nothing to do with it, and of somebody who has died: neither is a yes or a no."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.her_place.why_it_changed import BY_OTHERS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID

NOT_HERS, CANCELS = "not_hers", "cancel"
"""Flows: an official looks at it; a place that is cancelled, which is asked about."""

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
_DIED = re.compile(
    r"\b(?:qua doi|tu tran|chet(?: roi)?|khuat(?: nui)?|passed away|died)\b|\b(?:ong|ba|me|mu|bo|cha|cu|anh|chi|chu|bac|o|di|chau|vo|chong|em|con)(?: [a-z]+){0,3} mat(?: (?:roi|hom|thang|tuan|nam|ngay)\b.*)?$"
)
_LOST = re.compile(r"\bmat (?:the|sim|may|dien thoai|can cuoc|cccd|giay|ma|so|song|tien|dien|mang)\b")


def not_hers(said: Said) -> Onward | None:
    """Whoever says so is heard by an official, and cancels nothing."""
    state = said.state
    if state is None or state.flow not in SPEAK_OF_HERS or NOT_HERS not in said.script.flows:
        return None
    stranger = state.flow != CANNOT_COME and _A_STRANGER.fullmatch(said.key)
    if not (stranger or _SAYS_SO.fullmatch(said.key)):
        return None
    return Onward(Start(NOT_HERS, {"question": said.text.strip()}), anew=True, noted_as=NOT_HERS)


def somebody_died(said: Said) -> Onward | None:
    """Her place is asked about, and nothing cheerful is said."""
    state = said.state
    if state is None or state.flow not in (REMINDER, CANNOT_COME) or said.understood.answer is not None:
        return None
    if not _DIED.search(said.key) or _LOST.search(said.key):
        return None
    people = read(said.text, today=local_date(said.scene.now), places=()).people
    named = {PEOPLE_SAID: [[one.name, one.birth_year] for one in people]} if people else {}
    facts = {"booking_ids": state.answers.get("booking_ids", ()), **named}
    return Onward(Start(CANCELS, facts), anew=True)
