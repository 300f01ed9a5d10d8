"""Files that travel with an e-mail, kept beside its row in the outbox."""

from collections.abc import Sequence

import sqlalchemy as sa

from helpdesk.channels.contract import Attachment
from helpdesk.messaging.tables import attachments

a = attachments.c


def attach(db: sa.Connection, message_id: int, files: Sequence[Attachment]) -> None:
    """Keep the files of a message, in this order."""
    if files:
        rows = [
            {
                "message_id": message_id,
                "name": file.name,
                "media_type": file.media_type,
                "content": file.content,
            }
            for file in files
        ]
        db.execute(attachments.insert(), rows)


def attachments_of(db: sa.Connection, message_id: int) -> tuple[Attachment, ...]:
    """The files of a message, in the order in which they were attached."""
    query = sa.select(a.name, a.media_type, a.content).where(a.message_id == message_id).order_by(a.id)
    return tuple(Attachment(row.name, row.media_type, bytes(row.content)) for row in db.execute(query))
