"""What the store holds for a phone, as the facts that chat scripts assert."""

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.people.tables import contacts
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading
from helpdesk.tickets.tables import tickets


def holdings(runtime: Runtime, address: str) -> list[str]:
    """`booking 2 persons Cà Roòng 1`, `coming`, `consent`, `opted out`, `ticket callback`, `language en`."""
    with reading(runtime.engine) as db:
        contact = db.execute(sa.select(contacts).where(contacts.c.address == address)).first()
        if contact is None:
            return []
        found = []
        for booking in live_bookings_of(db, contact.id, now=runtime.clock.now()):
            found.append(f"booking {booking.party} persons {booking.opening.place_name}")
            found += [booking.state.value] if booking.state.value == "coming" else []
        open_tickets = (tickets.c.contact_id == contact.id) & (tickets.c.state == "open")
        kinds = db.execute(sa.select(tickets.c.kind).where(open_tickets).order_by(tickets.c.id)).scalars()
        found += [f"ticket {kind}" for kind in kinds]
    found += ["consent"] if contact.consented_at else []
    found += ["opted out"] if contact.opted_out_at else []
    found += [f"language {contact.language}"] if contact.language != "vi" else []
    return found
