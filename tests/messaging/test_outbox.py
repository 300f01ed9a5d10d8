"""helpdesk/messaging/outbox.py."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import outbound_messages
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.at_once import at_once


def test_what_is_to_be_said_waits_with_its_size(write: Write, stored: Stored, clock: FixedClock) -> None:
    row = stored(write(text="Nhắc bà con", kind=Kind.REMINDER))
    assert (row.state, row.attempts, row.encoding, row.segments) == ("queued", 0, "UCS-2", 1)
    assert (row.kind, row.recipient, row.created_at) == ("reminder", builders.RESIDENT.phone, clock.now())


def test_what_went_out_on_the_wire_of_the_request_is_not_sent_again(write: Write, stored: Stored) -> None:
    assert stored(write(handed_over=True)).state == "handed_over"


def test_an_intent_is_written_once(database: sa.Engine, way: Gateway, clock: FixedClock) -> None:
    draft = builders.draft(way, due_at=clock.now())
    with database.begin() as db:
        first = post(db, draft, now=clock.now())
        second = post(db, replace(draft, text="anders"), now=clock.now())
        texts = db.execute(sa.select(outbound_messages.c.text)).scalars().all()
    assert first is not None
    assert second is None
    assert texts == [draft.text]


def test_an_intent_is_written_once_by_eight_threads(
    database: sa.Engine, way: Gateway, clock: FixedClock
) -> None:
    draft = builders.draft(way, due_at=clock.now())

    def write_it(_number: int) -> int | None:
        with database.begin() as db:
            return post(db, draft, now=clock.now())

    written = [message_id for message_id in at_once(8, write_it) if message_id is not None]
    with database.connect() as db:
        assert list(db.execute(sa.select(outbound_messages.c.id)).scalars()) == written
    assert len(written) == 1


@pytest.mark.parametrize(("kind", "priority"), [("reply", 0), ("notice", 10), ("reminder", 20), ("list", 30)])
def test_answers_come_before_notices_reminders_and_lists(
    write: Write, stored: Stored, kind: str, priority: int
) -> None:
    assert stored(write(kind=Kind(kind))).priority == priority
