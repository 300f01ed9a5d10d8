"""helpdesk/people/audit.py."""

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people import audit
from helpdesk.people.tables import audit_entries


def test_a_deed_is_written_down_with_who_when_and_what(db: sa.Connection, clock: FixedClock) -> None:
    detail = {"persons": [3, 4], "reason": "gọi điện"}
    audit.note(
        db,
        at=clock.now(),
        official_id=None,
        commune_id=None,
        action="booking.cancel",
        subject="booking:17",
        detail=detail,
    )
    entry = db.execute(sa.select(audit_entries)).one()
    assert (entry.at, entry.official_id, entry.commune_id) == (clock.now(), None, None)
    assert (entry.action, entry.subject, entry.detail) == ("booking.cancel", "booking:17", detail)
