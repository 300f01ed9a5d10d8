"""A life in danger, a bomb in a field, somebody who wants to die: whom to turn to is said at once, whatever else is asked.

Nobody reads along at this number, and it has no number to give but the commune's own.
"""

import re
from collections.abc import Callable

from helpdesk.conversation.leading.grave.bombs import bomb_found
from helpdesk.conversation.leading.grave.danger import in_danger
from helpdesk.conversation.leading.grave.despair import wants_to_die
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE
from helpdesk.conversation.understanding.understand import OF_A_BOOKING

EMERGENCY, UNEXPLODED, NOT_ALONE = "emergency", "unexploded", "not_alone"
"""Flows: whom to call at once; what was left from the war is not touched; who wants to die is not to be alone."""

DANGERS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (NOT_ALONE, wants_to_die),
    (UNEXPLODED, bomb_found),
    (EMERGENCY, in_danger),
)
"""In the order in which they are asked: who wants to die by poison needs the kind word first."""

OF_DANGER = frozenset(flow for flow, _ in DANGERS)

ASK_ABOUT_A_PLACE = frozenset({"reminder", "cannot_come", "day_changed", "changed_by_office", "offer"})
"""Flows whose question is answered by who says why she stays away."""

_STAYS_AWAY = re.compile(
    r"\b(?:khong|chua|hong) (?:\w+ )?(?:den|di|toi|len|ra|kip)\b(?: duoc)?|\b(?:huy|doi|hoan|cancel|hom qua|tuan truoc)\b"
)
_FURTHER = re.compile(
    r"\b(?:goi|bao|keu|nho|hoi|den|ra)\b(?: \w+){0,3} (?:ai|dau|mo|so nao|so may)\b|^(?:\w+ ){0,3}so (?:nao|may|dien thoai)\b|\b(?:khi nao|bao gio|co ai|ai)\b(?: \w+){0,2} (?:den|toi|ra|vo|cuu|giup)\b|\b(?:lam|tinh) (?:sao|rang|gi|the nao)\b|\bnguy hiem\b"
)
"""What is asked behind that answer, and has it once more: "gọi ai", "số mấy"."""
_MORE_OF_IT = re.compile(
    r"\bo (?:ban|thon|lang|nha|ray|rung|suoi|duoi|tren|ngoai|trong|gan|cho|ca |y |cha |cu |con )|\b(?:[0-9]+|mot|hai|ba|bon|nam|may|nhieu) (?:tuoi|nguoi|dua|be|con|thang|chau|mang)\b"
    r"|\b(?:goi|bao) (?:\w+ ){0,3}(?:113|114|115|cuu hoa|cap cuu|cong an|benh vien|tram)\b|\bnha (?:toi|tui|em|ong|ba|anh|chi|ho|y) "
)
"""Where, who, how many and how old: what one tells behind it."""
_OTHERWISE = re.compile(
    r"\b(?:dat|dk|dang ky|dinh danh|muc (?:2|hai)|can cuoc|cccd|vneid|sim|otp|hen|huy|doi (?:ngay|lich|buoi|sang)|lam (?:duoc|dc|the)|cam on|mang (?:gi|theo))\b"
)
"""Our own matters: she asks for something else now."""
LONGEST_QUESTION = 9
"""Words of such a question."""


def lives_in_danger(said: Said) -> Onward | None:
    """Whom to turn to; then what is open is asked again. Who says to a reminder why she stays away is asked about her place."""
    flow = _its_flow(said)
    if flow is None or flow not in said.script.flows:
        return None
    return beside(said, flow, noted_as=flow)


def _its_flow(said: Said) -> str | None:
    understood = said.understood
    named = understood.facts.get(PEOPLE) or ()
    if any(year for _name, year in ((one[0], one[1]) for one in named)):
        return None  # who is booked, with a birth year, is nobody in danger
    flow = next((name for name, is_so in DANGERS if is_so(said.text)), None)
    if flow == EMERGENCY and _STAYS_AWAY.search(said.key):
        asked = said.state is not None and said.state.flow in ASK_ABOUT_A_PLACE
        if asked or understood.intent in OF_A_BOOKING:
            return None
    return flow


def still_in_danger(said: Said) -> Onward | None:
    """The same once more to what is not understood behind it, and to "gọi ai": no menu is for who says more of that."""
    understood = said.understood
    if (
        understood.answer is not None
        or DAY in understood.facts
        or said.state is not None
        or said.wants_silence
    ):
        return None
    words = len(said.key.split())
    further = words <= LONGEST_QUESTION and _FURTHER.search(said.key) is not None
    tells_more = (
        words <= LONGEST_QUESTION and not _OTHERWISE.search(said.key) and _MORE_OF_IT.search(said.key)
    )
    if not (further or tells_more or (understood.intent is None and not understood.facts)):
        return None
    if not re.search("[a-z]{2}", said.key):
        return None
    # What was told is looked up last: most texts are none of this.
    told = next((flow for flow in said.told_of[:1] if flow in OF_DANGER), None)
    return beside(said, told, noted_as=told) if told is not None and told in said.script.flows else None
