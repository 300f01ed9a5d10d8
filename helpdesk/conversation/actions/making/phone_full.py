"""Actions for a phone that holds as many places as one phone may: who else wants one is written down for an official."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.openings import find_opening
from helpdesk.booking.persons.held_places import MOST_HELD, held_from
from helpdesk.clock import local
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.text.days.vietnamese_dates import spoken_date
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket

Answers = Mapping[str, Any]


def count_held(scene: Scene, _answers: Answers) -> Happened:
    """For how many persons there are places from this phone, and for how many there may be."""
    held = held_from(scene.db, scene.contact.id, now=scene.now)
    return Happened("found", {"held": len(held), "most": MOST_HELD})


def ask_for_more_places(scene: Scene, answers: Answers) -> Happened:
    """A ticket to call back, with whom she named and for when: nothing that she wrote is lost."""
    names = ", ".join(f"{name} {year}" if year else name for name, year in _named(answers))
    opening_id = answers.get("opening_id")
    opening = find_opening(scene.db, opening_id) if isinstance(opening_id, int) else None
    where = f", {opening.place_name}, {spoken_date(local(opening.starts_at).date())}" if opening else ""
    open_ticket(
        scene.db,
        TicketKind.CALLBACK,
        contact_id=scene.contact.id,
        commune_id=opening.commune_id if opening else scene.commune_id,
        text=f"Đặt thêm chỗ: {names or 'chưa nhắn tên'}{where}",
        now=scene.now,
    )
    return Happened("done", lasting=True)


def _named(answers: Answers) -> Sequence[Sequence[Any]]:
    """Those named: to join a booking, or for one of their own; an offer tells them as it told of them."""
    found = answers.get("joining") or answers.get("people") or ()
    return found["people"] if isinstance(found, Mapping) else found
