"""helpdesk/messaging/attachments.py, by way of the outbox and of a claim."""

from dataclasses import replace

import sqlalchemy as sa

from helpdesk.channels.contract import Attachment
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import post
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.statements import statements_of

FILES = (
    Attachment("danh sách.csv", "text/csv", "\ufeffHồ Thị Mai\r\n".encode()),
    Attachment("a.bin", "application/octet-stream", bytes(range(256))),
)


def test_a_mail_is_claimed_with_its_subject_and_files(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(subject="Danh sách", attachments=FILES)
    with database.begin() as db:
        claimed = claim(db, now=clock.now())
    assert claimed is not None
    assert (claimed.subject, claimed.attachments) == ("Danh sách", FILES)
    row = stored(message_id)
    assert (row.subject, row.encoding, row.segments) == ("Danh sách", "UTF-8", 0)


def test_a_text_costs_no_look_at_attachments(database: sa.Engine, write: Write, clock: FixedClock) -> None:
    with statements_of(database) as seen:
        write()
        with database.begin() as db:
            claimed = claim(db, now=clock.now())
    assert claimed is not None
    assert (claimed.subject, claimed.attachments) == (None, ())
    assert [statement for statement in seen if "attachments" in statement] == []


def test_an_intent_written_twice_has_its_files_once(
    database: sa.Engine, way: Gateway, clock: FixedClock
) -> None:
    draft = replace(builders.draft(way, due_at=clock.now()), subject="Danh sách", attachments=FILES)
    with database.begin() as db:
        assert [post(db, draft, now=clock.now()) is None for _ in range(2)] == [False, True]
        claimed = claim(db, now=clock.now())
    assert claimed is not None
    assert claimed.attachments == FILES
