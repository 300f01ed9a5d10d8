"""An opening whose lists are made, an officer who gets them by e-mail, and what the tests do with them."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.channels.contract import SendResult
from helpdesk.channels.email import EmailChannel, EmailConfig
from helpdesk.clock import FixedClock, at_local
from helpdesk.messaging.delivery.claiming import Claimed
from helpdesk.messaging.delivery.sending import Post, send_due
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people import contacts
from helpdesk.reports.sweeps import mail_officer_lists, write_officer_lists
from helpdesk.reports.tables import lists
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.mail_server import MailServer

TIMETABLE = Timetable()
FROM = "xa@example.vn"


@dataclass
class Listed:
    """An opening in Cà Roòng 1 on Wednesday, of which lists are made; it is Tuesday."""

    engine: sa.Engine
    clock: FixedClock
    outgoing: Path
    opening: Opening

    def at(self, day: date, hour: int, minute: int = 0) -> Self:
        self.clock.at = at_local(day, time(hour, minute))
        return self

    def write(self) -> int:
        return write_officer_lists(self.engine, clock=self.clock, timetable=TIMETABLE, outgoing=self.outgoing)

    def book(self, *names: str, by: builders.Someone = builders.RESIDENT) -> Booking:
        with self.engine.begin() as db:
            booking = changes.book(
                db,
                self.opening,
                [(name, 1980) for name in names],
                contact_id=contacts.meet(db, by.phone, now=self.clock.now()).id,
                now=self.clock.now(),
                timetable=TIMETABLE,
            )
        assert booking is not None
        return booking

    def cancel(self, booking: Booking, *, person: int | None = None) -> None:
        ids = None if person is None else [booking.people[person].id]
        with self.engine.begin() as db:
            changes.cancel(db, booking, person_ids=ids, now=self.clock.now())

    def versions(self) -> list[tuple[str, int]]:
        with self.engine.begin() as db:
            query = sa.select(lists.c.audience, lists.c.version).order_by(lists.c.audience, lists.c.version)
            return [(row.audience, row.version) for row in db.execute(query)]


@dataclass
class Office(Listed):
    """The same, and an officer with an e-mail address."""

    mailbox: Gateway
    officer: int

    def mail(self) -> int:
        return mail_officer_lists(self.engine, clock=self.clock, timetable=TIMETABLE, mailbox=self.mailbox)

    def confirm(self, booking: Booking) -> None:
        with self.engine.begin() as db:
            changes.confirm(db, booking.id, now=self.clock.now())

    def messages(self) -> list[Any]:
        with self.engine.begin() as db:
            return list(db.execute(sa.select(outbound_messages).order_by(outbound_messages.c.id)))

    def states(self) -> list[tuple[str, str | None]]:
        return [(message.state, message.code) for message in self.messages()]

    def send(self, server: MailServer) -> dict[str, int]:
        def watch(_claimed: Claimed, _result: SendResult) -> None:
            """Nobody looks."""

        config = EmailConfig("127.0.0.1", server.port, FROM, step_seconds=5, body_seconds=5)
        post = Post({"email": EmailChannel(config, self.clock)}, lambda _channel, _id: None, watch)
        return dict(send_due(self.engine, post, clock=self.clock))
