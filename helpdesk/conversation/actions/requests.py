"""Actions that write down what a resident asks an official for; nothing is promised by them."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.one_text import PEOPLE, PLACE
from helpdesk.places.communes import Place, places_by_id
from helpdesk.places.tables import PlaceKind
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket


def ask_for_visit(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket for someone old or disabled who cannot come, with whom and which village she has said."""
    return _asked(scene, TicketKind.HOME_VISIT, text=_who_and_where(scene, answers))


def ask_for_sim(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """A ticket for a SIM of her own."""
    return _asked(scene, TicketKind.SIM)


def ask_for_phone(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """A ticket for a phone to borrow."""
    return _asked(scene, TicketKind.PHONE_LOAN)


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


def _asked(scene: Scene, kind: TicketKind, *, text: str = "") -> Happened:
    open_ticket(
        scene.db,
        kind,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        text=text,
        now=scene.now,
    )
    return Happened("done", lasting=True)
