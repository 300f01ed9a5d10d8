"""What an answer says to text next: how to book, or to see the place that she has; nothing where a question follows."""

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import Scene
from helpdesk.conversation.script.model import HOW_TO_BOOK, placeholders

HOW_TO_SEE = "how_to_see"
"""The phrase for who has a place already."""


def text_next(scene: Scene, sayings: tuple[Saying, ...]) -> str:
    """The phrase that stands for `{how_to_book}` in what is said; "" where a question follows. Her bookings are looked up
    only where that placeholder ends the turn."""
    if not sayings or sayings[-1].slot is not Slot.SAY:
        return ""
    last = sayings[-1]
    texts = scene.house.script.texts(last.flow, last.step, scene.contact.language)
    wordings = texts.slots[Slot.SAY].variants().values()
    if not any(HOW_TO_BOOK in placeholders(wording) for wording in wordings):
        return ""
    booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    return HOW_TO_SEE if booked else HOW_TO_BOOK
