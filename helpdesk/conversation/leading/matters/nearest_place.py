"""Where the nearest place is, said with her village: when a team comes there, or where else in the commune."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PLACE
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import all_places

VISITS = "visit_when"
TOLD = frozenset({"here", "elsewhere", "none_yet"})
"""Steps that told when a team comes to her village."""

_NEAREST = re.compile(
    r"\bgan (?:nhat|day|do|nha|toi|hon|ban)\b|\b(?:o dau|o mo|cho nao|cho mo|noi nao|noi mo)(?: \w+){0,3} gan\b|\bnearest\b"
)
_WHEN = re.compile(
    r"(?:(?:the|vay|rua|la|ma|can bo|doi|ho|co|ve|den|vo|len|ban|do|toi|tui|minh|day) )*(?:bua|hom|ngay|khi|luc|bao|chung|may|thu)(?: (?:mo|nao|gio|may))+(?: (?:ve|den|vo|len|toi|co|vay|rua|a|can bo|doi|the|ban|nha))*"
    r"|(?:(?:can bo|doi|ho|cong an|xa) )+(?:co )?(?:ve|den|vo|len|toi)(?: (?:ban|day|do|toi|minh|nha|khong|ko|chua|a|vay))*"
)


def nearest_place(said: Said) -> Onward | None:
    """The visits of the village that she names; where she has read them already, the same again."""
    state, understood = said.state, said.understood
    if not said.stands_alone:
        return None
    if state is not None and state.flow == VISITS and state.step in TOLD:
        again = PLACE not in understood.facts and _WHEN.fullmatch(said.key)
        return Onward(None, only_says=Saying(VISITS, state.step, Slot.ASK, state.answers)) if again else None
    offered = state is not None and state.flow in ASK_WHICH_FROM and not state.below
    if (
        (state is not None and not offered)
        or understood.intent not in (None, "where", VISITS)
        or not _NEAREST.search(said.key)
    ):
        return None
    place = read(said.text, today=local_date(said.scene.now), places=all_places(said.scene.db)).place
    return None if place is None else Onward(Start(VISITS, {PLACE: place.id}), anew=True, noted_as=VISITS)
