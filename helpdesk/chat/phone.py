"""A phone that talks to a runtime: texts go the way of every channel, answers are read where they are kept."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.chat.dialler import Dialler
from helpdesk.clock import FixedClock, local, local_date
from helpdesk.conversation.calls.ringing import MissedCall, ring
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.conversation.ussd.dial import PAGE
from helpdesk.messaging.addressed import sent_to
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.runtime import Runtime
from helpdesk.settings import SENDING_CLOSES, SENDING_OPENS
from helpdesk.store.engine import reading
from helpdesk.sweeps import SWEEPS
from helpdesk.text.phone_numbers import canonical

STEP, AT_NIGHT = timedelta(hours=1), timedelta(hours=3)
"""How finely waiting lets time pass: what falls due on the way is seen to that much later, at the most. In the end
all that is due is done. At night hardly anything leaves.
"""

_ON_PHONE = (State.HANDED_OVER.value, State.SENT.value, State.DELIVERED.value)


@dataclass
class Phone:
    """One number texting to the simulator's gateway."""

    runtime: Runtime
    number: str
    seen: int = field(default=0)
    # What was read on it already, and is still to be told.
    read: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.address = canonical(self.number)
        self.dialler = Dialler(self.runtime, self.address)
        self.arrived()

    def text(self, text: str) -> list[str]:
        """Send a text; what arrives."""
        arrival = Arrival(
            channel="simulator",
            provider_id=uuid.uuid4().hex,
            gateway=self.runtime.gateway("simulator", ""),
            sender=self.address,
            text=text,
            answer_on_wire=True,
            receipts=False,
        )
        with self.runtime.transaction(nudge=False) as db:
            receive(db, arrival, self.runtime.house)
        return self.arrived()

    def ring(self) -> list[str]:
        """Ring once and hang up; what arrives."""
        runtime = self.runtime
        call = MissedCall(
            gateway=runtime.gateway("simulator", ""),
            phone=self.number,
            at=runtime.clock.now(),
            provider_id=uuid.uuid4().hex,
        )
        with runtime.transaction(nudge=False) as db:
            ring(db, call, runtime.house)
        SWEEPS["send"](runtime)
        return self.arrived()

    def dial(self, text: str) -> list[str]:
        """Dial, or answer the page on the screen; the page that comes, and what arrives by SMS."""
        page = self.dialler.key(text)
        if self.runtime.redis is None:  # no worker to be nudged
            SWEEPS["send"](self.runtime)
        return [page.text, *self.arrived()]

    def arrived(self) -> list[str]:
        """What came to this phone since that was last asked."""
        self.look()
        arrived, self.read = self.read, []
        return arrived

    def look(self) -> None:
        """Read what came. Texts are not kept for ever: who waits for weeks reads them while they are there."""
        m = outbound_messages.c
        query = (
            sa.select(m.id, m.text)
            .where(sent_to(self.address), m.id > self.seen, m.state.in_(_ON_PHONE))
            .where(m.intent_key.not_like(f"{PAGE}%"))
            .order_by(m.id)
        )
        with reading(self.runtime.engine) as db:
            rows = db.execute(query).all()
        if rows:
            self.seen = rows[-1].id
        self.read += [row.text for row in rows]


DAILY = frozenset({"top_up", "open_centres", "officer_lists", "officer_mails", "purge", "recount", "alert"})
"""Sweeps of which no phone sees the hour: once a day is enough while time passes, and much quicker."""


def pass_time(runtime: Runtime, clock: FixedClock, until: datetime, *, phones: Iterable[Phone] = ()) -> None:
    """Let time pass to `until`, running every sweep on the way as the workers would; `phones` are looked at each day."""
    looked_at = tuple(phones)
    while clock.now() < until:
        today = local_date(clock.now())
        awake = SENDING_OPENS <= local(clock.now()).time() < SENDING_CLOSES
        clock.set(min(clock.now() + (STEP if awake else AT_NIGHT), until))
        new_day = local_date(clock.now()) != today or clock.now() == until
        for phone in looked_at if new_day else ():
            phone.look()
        for name, sweep in SWEEPS.items():
            if new_day or name not in DAILY:
                sweep(runtime)
