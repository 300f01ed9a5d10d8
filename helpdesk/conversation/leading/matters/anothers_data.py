"""Deleting what is kept of somebody else: he asks for it from his own phone, and nothing of this one is deleted for it."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.reading import read
from helpdesk.text.folding import matching_key

ERASE, OF_ANOTHER = "erase", "erase_other"

_HERS = re.compile(
    r"\b(?:cua|cho|ten|so) (?:toi|tui|minh|em|con|chau|may nay|so nay)\b(?! (?:be|gai|trai|noi|ngoai))|\bmy\b"
)
_KIN = re.compile(
    r"\b(?:cua|cho) (?:me|bo|ba|ong|cha|mu|vo|chong|anh|chi|chu|bac|co|cau|di|hang xom|nguoi (?:khac|ta|nha|quen)|ong ay|ba ay)\b"
)
_OF = re.compile(r"\b(?:cua|of)\b")


def anothers_data(said: Said) -> Onward | None:
    """Told so, where she names somebody who is not in a booking of hers; who is, is taken out of that."""
    if said.understood.intent != ERASE or OF_ANOTHER not in said.script.flows or _HERS.search(said.key):
        return None
    named = [
        matching_key(one.name) for one in read(said.text, today=local_date(said.scene.now), places=()).people
    ]
    if not (named and _OF.search(said.key)) and not _KIN.search(said.key):
        return None
    booked = said.hers
    hers = [matching_key(one.name) for booking in booked for one in booking.people]
    if (named and any(name in hers for name in named)) or (not named and hers):
        return None
    return beside(said, OF_ANOTHER, noted_as=OF_ANOTHER)
