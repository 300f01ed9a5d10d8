"""What the messaging tests write and look at."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import post
from helpdesk.messaging.tables import attempts, outbound_messages
from tests.support import builders

Write = Callable[..., int]
Stored = Callable[[int], Any]


@pytest.fixture
def way(database: sa.Engine) -> Gateway:
    """The Twilio gateway."""
    with database.begin() as db:
        return builders.gateway(db)


@pytest.fixture
def write(database: sa.Engine, way: Gateway, clock: FixedClock) -> Write:
    """Writes a message to the outbox, an answer due now unless said otherwise; its id."""

    def written(**otherwise: Any) -> int:
        draft = replace(builders.draft(way, due_at=clock.now()), **otherwise)
        with database.begin() as db:
            message_id = post(db, draft, now=clock.now())
        assert message_id is not None
        return message_id

    return written


@pytest.fixture
def stored(database: sa.Engine) -> Stored:
    """A message as it stands in the outbox."""

    def row(message_id: int) -> Any:
        query = sa.select(outbound_messages).where(outbound_messages.c.id == message_id)
        with database.connect() as db:
            return db.execute(query).one()

    return row


@pytest.fixture
def results(database: sa.Engine) -> Callable[[int], list[tuple[int, str | None, str | None]]]:
    """The attempts of a message: number, result, code."""

    def rows(message_id: int) -> list[tuple[int, str | None, str | None]]:
        a = attempts.c
        query = sa.select(a.number, a.result, a.code).where(a.message_id == message_id).order_by(a.number)
        with database.connect() as db:
            return [(row.number, row.result, row.code) for row in db.execute(query)]

    return rows
