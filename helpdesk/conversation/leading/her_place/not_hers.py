"""What is said to a reminder by who has nothing to do with it, and of somebody who has died: neither is a yes or a no."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.her_place.why_it_changed import BY_OTHERS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID
from helpdesk.text.folding import matching_key

NOT_HERS, CANCELS, OF_THE_DEAD = "not_hers", "cancel", "of_the_dead"
"""Flows: an official looks at it; a place that is cancelled, which is asked about; whom to ask about what the dead leave."""

MAY_TELL_OF_IT = frozenset(
    {None, "account_locked", "lost_phone", "human", "eligibility", "no_card", "wrong_info", "child", "scam"}
)
"""Topics that a death resembles; who cancels, books or asks about a SIM is heard on that."""

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
_KIN = r"(?:ong|ba|me|mu|bo|cha|ba|cu|anh|chi|chu|bac|o|di|chau|vo|chong|em|con|nguoi)"
_DEAD = re.compile(
    rf"\b{_KIN}(?: [a-z]+){{0,4}} (?:da |moi |vua )?(?:qua doi|tu tran|chet|khuat nui|passed away|died)\b(?! (?:doi|di|duoc|khat|lang|cuoi))"
)
"""Somebody's kin; "chết rồi" alone is a cry, and a phone dies as well."""
_GONE = re.compile(
    rf"\b(?!nguoi){_KIN}(?: [a-z]+){{0,4}} (?<!lam )(?<!bi )(?<!danh )(?<!lay )(?<!de )(?<!co )(?<!khong )mat(?: (?:roi|hom|bua|thang|tuan|nam|ngay|lau)\b.*)?$"
)
_THINGS = re.compile(
    r"\b(?:the|can cuoc|cccd|cmnd|giay|sim|may|dien thoai|dt|tien|xe|ma|so|song|mang|dien|khau|bo|trau|ngu)\b"
)
""""Thẻ của con tôi mất rồi" mourns nobody."""
_OF_THEM = re.compile(
    r"\b(?:ong|ba|anh|chi|chong|vo|me|bo|cha)(?: (?:ay|do|ta|toi|tui))+\b|\bnguoi (?:mat|do|ay|chet|ta)\b"
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
    """Her place is asked about, and nothing cheerful is said; where nothing is asked, whom to ask about what they leave."""
    state = said.state
    if said.understood.answer is not None or _LOST.search(said.key):
        return None
    if state is None or (state.flow in ASK_WHICH_FROM and not state.below):
        return _told_of_a_death(said)
    if state.flow not in (REMINDER, CANNOT_COME) or not _DIED.search(said.key):
        return None
    people = read(said.text, today=local_date(said.scene.now), places=()).people
    named = {PEOPLE_SAID: [[one.name, one.birth_year] for one in people]} if people else {}
    facts = {"booking_ids": state.answers.get("booking_ids", ()), **named}
    return Onward(Start(CANCELS, facts), anew=True)


def _told_of_a_death(said: Said) -> Onward | None:
    """The place of who was booked is asked about; of all others what is known."""
    hers = said.understood.facts.get(PEOPLE_SAID)
    if hers and _DIED.search(said.key):
        # "Ông Xi mất hôm qua" moves nobody.
        return Onward(Start(CANCELS, {PEOPLE_SAID: hers}), anew=True, noted_as=OF_THE_DEAD)
    if OF_THE_DEAD not in said.script.flows or said.understood.intent not in MAY_TELL_OF_IT:
        return None
    gone = _GONE.search(said.key) and not _THINGS.search(said.key)
    cancels = _of_who_was_booked(said) if gone or _DIED.search(said.key) else None
    if cancels is not None:
        return cancels
    if not (gone or _DEAD.search(said.key)):
        goes_on = said.understood.intent in (None, "account_locked", "human") and _OF_THEM.search(said.key)
        again = goes_on and f"{OF_THE_DEAD}.tell" in said.told
        return Onward(Start(OF_THE_DEAD), anew=True, noted_as=OF_THE_DEAD) if again else None
    return Onward(Start(OF_THE_DEAD), anew=True, noted_as=OF_THE_DEAD)


def _of_who_was_booked(said: Said) -> Onward | None:
    """Whether the place of one whom she names and has booked is given up; None where she names nobody of them."""
    hers = said.hers
    for booking in hers:
        named = [
            [one.name, one.birth_year]
            for one in booking.people
            if re.search(rf"\b{matching_key(one.name)}\b", said.key)
        ]
        if named:
            facts = {"booking_ids": [booking.id], PEOPLE_SAID: named}
            return Onward(Start(CANCELS, facts), anew=True, noted_as=OF_THE_DEAD)
    return None
