"""Which bookings she may see and change: her own phone's, and one whose code and a birth year she has shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings
from helpdesk.conversation.house import Scene

OPENED = "opened"
"""The answer that holds the ids of bookings that were opened by their code. It lasts as long as the conversation."""


def reachable(scene: Scene, answers: Mapping[str, Any], ids: Iterable[int]) -> list[Booking]:
    """Those of `ids` that she may see and change and that hold places in openings not yet over, the next first."""
    return live_bookings(
        scene.db, ids, contact_id=scene.contact.id, also=answers.get(OPENED) or (), now=scene.now
    )


def her_booking(scene: Scene, answers: Mapping[str, Any]) -> Booking | None:
    """The booking that is spoken of, while it holds places."""
    found = reachable(scene, answers, [answers["booking_id"]] if "booking_id" in answers else [])
    return found[0] if found else None
