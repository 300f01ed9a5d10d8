"""What an official does about a phone in a script: how it is told from now on, and what came of a call."""

import sqlalchemy as sa

from helpdesk.booking.reaching import change_reach
from helpdesk.people.contacts import meet
from helpdesk.people.tables import Reach, officials
from helpdesk.runtime import Runtime
from helpdesk.tickets.calls import not_reached, open_calls, told


def act(runtime: Runtime, address: str, done: str) -> None:
    """Do one of `script.DESK` as the first official would: "call", "text", "called", "not reached"."""
    now = runtime.clock.now()
    with runtime.transaction(nudge=False) as db:
        contact = meet(db, address, now=now)
        if done in ("call", "text"):
            change_reach(db, contact, Reach(done), now=now)
            return
        official = int(db.execute(sa.select(officials.c.id).order_by(officials.c.id)).scalars().first() or 0)
        tell = told if done == "called" else not_reached
        for call in [call for call in open_calls(db, now=now) if call.contact_id == contact.id][:1]:
            tell(db, call.id, official_id=official, commune_id=None, now=now)
