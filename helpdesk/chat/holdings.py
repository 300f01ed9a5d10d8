"""What the store holds for a phone, as the facts that chat scripts assert."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of, live_by_id
from helpdesk.booking.waiting_list.offers import held_by_id
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.people.tables import contacts, neighbours
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading
from helpdesk.tickets.calls import open_calls
from helpdesk.tickets.tables import tickets


def holdings(runtime: Runtime, address: str) -> list[str]:
    """What there is: `booking 2 persons Cà Roòng 1`, `coming`, `consent`, `opted out`, `language en`.

    Of who waits: `waiting 2 persons Cà Roòng 1`, or `offered 2 persons Cà Roòng 1` while places are held for her.
    For who does not read: `ticket callback rang 2 times`, `reach call`, `neighbour agreed`, `call task Cà Roòng 1 tried 1 times`.
    """
    with reading(runtime.engine) as db:
        contact = db.execute(sa.select(contacts).where(contacts.c.address == address)).first()
        if contact is None:
            return []
        found = []
        for booking in live_bookings_of(db, contact.id, now=runtime.clock.now()):
            found.append(f"booking {booking.party} persons {booking.opening.place_name}")
            found += [booking.state.value] if booking.state.value == "coming" else []
        found += [
            f"{wait.state.value} {wait.party} persons {wait.place_name}"
            for wait in waits_of(db, contact.id, now=runtime.clock.now())
        ]
        open_tickets = (tickets.c.contact_id == contact.id) & (tickets.c.state == "open")
        query = sa.select(tickets.c.kind, tickets.c.rings).where(open_tickets).order_by(tickets.c.id)
        found += [f"ticket {kind}{_times(rings, 'rang')}" for kind, rings in db.execute(query)]
        found += _calls(db, contact.id, now=runtime.clock.now())
        helping = sa.select(neighbours.c.state).where(neighbours.c.contact_id == contact.id)
        found += [f"neighbour {state}" for state in db.execute(helping.order_by(neighbours.c.id)).scalars()]
    found += [f"reach {contact.reach}"] if contact.reach != "text" else []
    found += ["consent"] if contact.consented_at else []
    found += ["opted out"] if contact.opted_out_at else []
    found += [f"language {contact.language}"] if contact.language != "vi" else []
    return found


def _times(count: int, done: str) -> str:
    return f" {done} {count} times" if count else ""


def _calls(db: sa.Connection, contact_id: int, *, now: datetime) -> list[str]:
    calls = [call for call in open_calls(db, now=now) if call.contact_id == contact_id]
    booked = live_by_id(db, {call.booking_id for call in calls if call.booking_id is not None})
    offered = held_by_id(db, {call.offer_id for call in calls if call.offer_id is not None})
    found = []
    for call in calls:
        about = booked.get(call.booking_id or 0) or offered.get(call.offer_id or 0)
        if about is not None:
            found.append(f"call task {about.opening.place_name}{_times(call.tries, 'tried')}")
    return found
