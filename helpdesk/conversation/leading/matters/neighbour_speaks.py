"""What a neighbour says who is asked to take somebody's messages, or takes them: that they are strangers, or cannot come.

He has no place of his own in that: nothing of his is cancelled, and nothing of theirs on his word. An official is told.
"""

import re
from typing import Any

from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.absence import cannot_come, cannot_come_in_dialect
from helpdesk.conversation.understanding.bookings.mid_booking import is_busy
from helpdesk.people.neighbours import helped_by

ASKED = "neighbour"
TOLD = frozenset(
    {"reminder_neighbour", "day_changed_neighbour", "changed_by_office_neighbour", "reminder_after_neighbour"}
)
"""Flows that ask him whether he helps; and those in which he is asked to pass something on, all with the same choices."""

PASSES_ON, NO_MORE = "neighbour_tells", "neighbour_no_more"
"""Flows: his word is handed to an official; he takes no more messages."""

DECLINES, STOPS = 1, 2
"""Choices of those flows, counted from 0."""

_STRANGERS = re.compile(
    r"\b(?:khong|ko|k|hong|chang) (?:phai )?(?:(?:la )?(?:nguoi nha|hang xom|ba con|ho hang|nguoi quen)(?: (?:cua )?(?:toi|tui|em|minh|nha toi))?|quen|(?:biet|ro) (?:ho|no|ai|ong (?:ay|do|nay)|ba (?:ay|do|nay)|nguoi (?:nay|do|ta)|so (?:nay|do|kia)))\b"
    r"|\b(?:nham|lon|sai) (?:so|nguoi|may|nha|roi)\b|\bwrong (?:number|person)\b|\b(?:don t|do not) know (?:him|her|them|this (?:person|number))\b"
)
_OTHERS = re.compile(
    r"^(?:(?:da|thua|can bo|vang|hom do|mai|bua do|chac|nhung|ma|thi|oi|nay) )*(?:ong|ba|ho|anh|chi|bac|chu|co|no|mu|nguoi|hai|nha|vo chong|he|she|they)\b"
)


def neighbour_speaks(said: Said) -> Onward | None:
    """What his text comes to; None for all else, and for who helps nobody."""
    state, strangers = said.state, _STRANGERS.search(said.key) is not None
    if is_busy(said.key) and state is not None and state.flow in TOLD | {ASKED}:
        return Onward(Heard("choice", DECLINES))  # or cannot pass it on: the second choice of both
    about_them = (cannot_come(said.key) or cannot_come_in_dialect(said.text)) and _OTHERS.match(said.key)
    if not (strangers or about_them):
        return None
    if state is not None and state.flow in TOLD | {ASKED}:
        if strangers:
            return Onward(Heard("choice", STOPS if state.flow in TOLD else DECLINES))
        facts: dict[str, Any] = {"helped_id": state.answers["helped_id"], "question": said.text.strip()}
        # Whether he helps is still asked; what he was to pass on he has passed on.
        return Onward(Start(PASSES_ON, facts, suspend=state.flow == ASKED))
    if state is not None or said.understood.answer is not None:
        return None
    helped = helped_by(said.scene.db, said.scene.contact.id)
    if helped is None:
        return None
    told = {"helped_id": helped, "question": said.text.strip(), "booking_ids": []}
    return Onward(Start(NO_MORE if strangers else PASSES_ON, told), anew=True)
