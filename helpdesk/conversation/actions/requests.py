"""Actions that write down what a resident asks an official for; nothing is promised by them."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket


def ask_for_visit(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """A ticket for someone old or disabled who cannot come."""
    return _asked(scene, TicketKind.HOME_VISIT)


def ask_for_sim(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """A ticket for a SIM of her own."""
    return _asked(scene, TicketKind.SIM)


def ask_for_phone(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """A ticket for a phone to borrow."""
    return _asked(scene, TicketKind.PHONE_LOAN)


def _asked(scene: Scene, kind: TicketKind) -> Happened:
    open_ticket(
        scene.db,
        kind,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        text="",
        now=scene.now,
    )
    return Happened("done", lasting=True)
