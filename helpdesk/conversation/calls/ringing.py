"""A missed call: she rang once, because she cannot write or has no credit, and is to be called back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.conversation.actions.reaching.what_it_is_about import what_it_is_about
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import House, Scene
from helpdesk.conversation.playing import word
from helpdesk.conversation.telling.starting import way_to
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.people.contacts import Contact, meet
from helpdesk.people.tables import Reach
from helpdesk.text.phone_numbers import canonical, is_number
from helpdesk.tickets.missed_calls import keep, note_ring
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket

OF_USE = timedelta(hours=2)
"""After which nobody needs to be told any more that her call was seen."""


@dataclass(frozen=True, slots=True)
class MissedCall:
    """A call nobody took: the gateway it rang at, the caller's number as the network gave it (it may be withheld),
    when it rang (UTC), and what identifies it on its channel."""

    gateway: Gateway
    phone: str
    at: datetime
    provider_id: str


class Rang(StrEnum):
    """What came of a missed call."""

    NOTED = "noted"
    AGAIN = "again"
    REPEAT = "repeat"
    NOBODY = "nobody"


def ring(db: sa.Connection, call: MissedCall, house: House) -> Rang:
    """Take one missed call, in the caller's transaction.

    NOTED: she is to be called back. AGAIN: she is waiting for that already, and has rung once more. REPEAT: this very
    call was here before. NOBODY: a withheld number, a short code or a name, which nobody could call back.
    """
    phone = canonical(call.phone)
    if not is_number(phone):
        return Rang.NOBODY
    now = house.clock.now()
    contact = meet(db, phone, now=now)
    kept = keep(
        db,
        channel=call.gateway.channel,
        provider_id=call.provider_id,
        gateway_id=call.gateway.id,
        contact_id=contact.id,
        rang_at=call.at,
        now=now,
    )
    if not kept:
        return Rang.REPEAT
    commune_id = call.gateway.commune_id or contact.commune_id
    rung = note_ring(db, contact_id=contact.id, commune_id=commune_id, now=now)
    if rung.rings > 1:
        return Rang.AGAIN
    about = what_it_is_about(db, contact.id, now=now)
    if about:
        # She cannot hear, or has said what it is about: whoever rings back is to know.
        open_ticket(
            db, TicketKind.CALLBACK, contact_id=contact.id, commune_id=commune_id, text=about, now=now
        )
    _tell(db, contact, call, house)
    return Rang.NOTED


def _tell(db: sa.Connection, contact: Contact, call: MissedCall, house: House) -> None:
    """One short text to who reads, by day; what was being asked stays as it is."""
    now = house.clock.now()
    if contact.reach != Reach.TEXT.value or contact.opted_out_at is not None or next_allowed(now) > now:
        return
    try:
        way = way_to(db, contact, house)
    except LookupError:
        return  # nothing here can text
    scene = Scene(db, house, contact, way, now)
    text = "\n".join(word(scene, (Saying("ring", "noted", Slot.SAY, {}),)))
    draft = Draft(
        intent_key=f"ring:{call.gateway.channel}:{call.provider_id}",
        kind=Kind.NOTICE,
        gateway_id=way.id,
        recipient=contact.address,
        text=text,
        due_at=now,
        contact_id=contact.id,
        commune_id=scene.commune_id,
        useful_until=now + OF_USE,
    )
    post(db, draft, now=now)
