"""The audit: what an official did, to what, and when. Entries are only ever added."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from helpdesk.people.tables import audit_entries


def note(
    db: sa.Connection,
    *,
    at: datetime,
    official_id: int | None,
    commune_id: int | None,
    action: str,
    subject: str,
    detail: Mapping[str, object],
) -> None:
    """Write down that an official (None: the system) did `action` ("booking.cancel") to `subject` ("booking:17").

    Belongs in the transaction of the deed itself. `detail` is JSON and names rows by id, not people by name.
    """
    row = {
        "at": at,
        "official_id": official_id,
        "commune_id": commune_id,
        "action": action,
        "subject": subject,
        "detail": dict(detail),
    }
    db.execute(audit_entries.insert().values(row))
