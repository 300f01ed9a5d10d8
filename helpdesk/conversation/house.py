"""What a conversation is given by the composition root, and what an action may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.codes import CHANCE
from helpdesk.clock import Clock
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.tables import flow_editions
from helpdesk.conversation.telling.changed_by_others import News
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.inbound import Incoming
from helpdesk.people.contacts import Contact
from helpdesk.settings import Timetable
from helpdesk.store.upsert import insert_if_new


@dataclass
class House:
    """What all conversations share."""

    script: Script
    clock: Clock
    timetable: Timetable
    gateways: Sequence[Gateway]
    # Production tells residents only facts that someone signed.
    signed_facts_only: bool
    # Where whatever is drawn by lot is drawn from.
    chance: Random = CHANCE
    # Structures of earlier scripts, by edition, as conversations that began with them ask for them.
    _earlier: dict[str, Structure] = field(default_factory=dict)

    def keep_edition(self, db: sa.Connection) -> None:
        """Store the structure of the running script, for the conversations that begin with it."""
        row = {
            "id": self.script.edition,
            "structure": self.script.structure.to_json(),
            "first_seen_at": self.clock.now(),
        }
        insert_if_new(db, flow_editions, row)

    def structure(self, db: sa.Connection, edition: str | None) -> Structure:
        """The structure of an edition; the running one where it is not known any more."""
        if edition is None or edition == self.script.edition:
            return self.script.structure
        if edition not in self._earlier:
            query = sa.select(flow_editions.c.structure).where(flow_editions.c.id == edition)
            stored: Mapping[str, Any] | None = db.execute(query).scalar()
            self._earlier[edition] = Structure.from_json(stored) if stored else self.script.structure
        return self._earlier[edition]


@dataclass
class Scene:
    """One turn: who speaks with us, when, over what; actions read it and may change the contact."""

    db: sa.Connection
    house: House
    contact: Contact
    gateway: Gateway
    now: datetime
    # None: nothing came, we speak first.
    incoming: Incoming | None = None
    # What others are told when the turn is over.
    for_others: list[News] = field(default_factory=list)
    # The commune that is spoken of in this turn, by a village that was named or chosen.
    spoken_of: int | None = None

    @property
    def inbound_id(self) -> int | None:
        """The row of the message that is answered, written now at the latest."""
        return self.incoming.stored(self.db) if self.incoming else None

    @property
    def commune_id(self) -> int | None:
        """The commune spoken of: that of the number texted, else the one remembered of the contact."""
        return self.gateway.commune_id or self.contact.commune_id
