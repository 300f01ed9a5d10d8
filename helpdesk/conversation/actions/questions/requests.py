"""Actions that write down what a resident asks an official for; nothing is promised by them."""

from collections.abc import Mapping
from typing import Any

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE
from helpdesk.places.communes import Place, places_by_id
from helpdesk.places.tables import PlaceKind
from helpdesk.tickets.open_requests import deletion_due
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket

REQUEST, REQUEST_SAID = "request", "request_said"
"""Answers: the kind of an open request, as `TicketKind` has it, and what she says beside it."""


def ask_for_visit(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket for someone old or disabled who cannot come, with whom and which village she has said."""
    return asks(scene, TicketKind.HOME_VISIT, text=_who_and_where(scene, answers))


def ask_for_sim(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket for a SIM of her own, with whom and where she has said."""
    return asks(scene, TicketKind.SIM, text=_who_and_where(scene, answers))


def ask_for_phone(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket for a phone to borrow, with whom and where she has said."""
    return asks(scene, TicketKind.PHONE_LOAN, text=_who_and_where(scene, answers))


def add_to_request(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Her words about a request of hers that is open already, for whoever rings her."""
    return asks(scene, TicketKind(answers[REQUEST]), text=str(answers[REQUEST_SAID]))


def when_deleted(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """By when what is kept of her is deleted; `none` where she has not asked for it."""
    due = deletion_due(scene.db, scene.contact.id)
    return (
        Happened("none")
        if due is None
        else Happened("asked", {"erase_by": {"date": local_date(due).isoformat()}})
    )


def _who_and_where(scene: Scene, answers: Mapping[str, Any]) -> str:
    """ "Hồ Thị Cò 1950, bản Tuộc", as far as it was said."""
    people = answers.get(PEOPLE) or ()
    said = [" ".join(filter(None, (name, str(year or "")))) for name, year in people]
    place_id = answers.get(PLACE)
    places = places_by_id(scene.db, [place_id]) if isinstance(place_id, int) else []
    said += [_spoken(place) for place in places]
    return ", ".join(said)


def _spoken(place: Place) -> str:
    named_so = place.kind is not PlaceKind.VILLAGE or place.name.startswith("Bản ")
    return place.name if named_so else f"bản {place.name}"


def asks(scene: Scene, kind: TicketKind, *, text: str = "") -> Happened:
    """A ticket of hers for an official, with what she said."""
    open_ticket(
        scene.db,
        kind,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        text=text,
        now=scene.now,
    )
    return Happened("done", lasting=True)
