"""A database to measure on: migrated, with the sample communes, and with contacts who were just asked to confirm."""

import copy
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.clock import local_date
from helpdesk.conversation.tables import conversations
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.people.tables import contacts
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade

_ASKED = "+84909990000"
"""The one who is asked for real."""


def prepare(url: str) -> None:
    """A migrated database with the sample communes and one opening that has room for all."""
    engine = open_database(url)
    upgrade(engine)
    with engine.begin() as db:
        sample_places.load(db)
        sample_openings.load(db, today=local_date(datetime.now(UTC)))
        db.execute(openings.update().values(capacity=30000))
    engine.dispose()


def ask_to_confirm(url: str, phones: Sequence[str]) -> None:
    """New contacts with these numbers who have been asked to confirm, copied from one who was asked for real."""
    runtime = open_runtime(Settings(database_url=url))
    _ask_one(runtime)
    now = datetime.now(UTC)
    with runtime.transaction(nudge=False) as db:
        conversation = sa.select(conversations).join(contacts).where(contacts.c.address == _ASKED)
        row = db.execute(conversation).one()._mapping
        people = [
            {
                "address": phone,
                "language": "vi",
                "accents": False,
                "reach": "text",
                "created_at": now,
                "last_seen_at": now - timedelta(days=1),
            }
            for phone in phones
        ]
        ids = db.execute(contacts.insert().returning(contacts.c.id), people).scalars().all()
        db.execute(
            conversations.insert(), [{**copy.copy(dict(row)), "contact_id": contact_id} for contact_id in ids]
        )
    runtime.close()


def _ask_one(runtime: Runtime) -> None:
    for number, text in enumerate(("DAT", "1", "1", "Ho Van A 1985")):
        way = runtime.gateway("simulator", "")
        arrival = Arrival("simulator", f"asked-{number}", way, _ASKED, text, True)
        with runtime.transaction(nudge=False) as db:
            receive(db, arrival, runtime.house)
