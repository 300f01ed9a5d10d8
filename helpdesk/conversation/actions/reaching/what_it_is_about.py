"""What somebody wants to be rung about: what she texted before she asked for the call stands on the ticket.

Nobody says twice what she has just said, and "gọi cho tôi ngay" alone tells an official nothing.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.conversation.understanding.words import any_word
from helpdesk.messaging.texts_before import texts_before
from helpdesk.text.folding import matching_key

RECENT = timedelta(days=1)
"""Before that it was about something else."""

MOST, LONGEST = 3, 300
"""Texts, the newest, and characters of them together."""

SHORTEST = 3
"""Words of a text that tells of something."""

TELLS_A_STORY = 6
"""Words of one that tells of something, although it asks for a person: "hôm qua tôi đi mà không gặp ai"."""

ASKED_BEFORE = frozenset(
    {
        "callback.noted",
        "callback.noted_elsewhere",
        "reach.will_ring_now",
        "request_noted.noted",
        "human.noted",
    }
    | {"elderly_home.noted", "free_sim.noted", "loan_phone.noted"}
)
"""Steps that told her that an official knows: what she said before them he has read."""

TELLS_NOTHING = frozenset(
    {
        "book",
        "cancel",
        "reschedule",
        "my_booking",
        "thanks",
        "greeting",
        "menu",
        "back",
        "callback",
    }
    | {"language", "accents", "opt_in", "opt_out", "erase", "late", "no_photos", "no_secrets"}
)
"""What a text was understood as that says nothing of her case, or should not have been sent."""


def what_it_is_about(db: sa.Connection, contact_id: int, *, now: datetime) -> str:
    """Her last texts before now (UTC), "Đã nhắn trước: … / …"; empty where there were none."""
    texts = texts_before(
        db,
        contact_id,
        since=now - RECENT,
        until_said=ASKED_BEFORE,
        leave_out=TELLS_NOTHING,
    )
    telling = [text.strip() for text in texts if _tells(text)][-MOST:]
    return ("Đã nhắn trước: " + " / ".join(telling))[:LONGEST] if telling else ""


def _tells(text: str) -> bool:
    key = matching_key(text)
    words = len(key.split())
    return words >= SHORTEST and (any_word(key) is None or words >= TELLS_A_STORY)
