"""Mailing the officers of a commune a version of a list, each version once to each of them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.officials import Official, officers_of
from helpdesk.reports.differences import Difference, difference
from helpdesk.reports.formats import as_mail
from helpdesk.reports.listing import as_list
from helpdesk.reports.tables import Audience
from helpdesk.reports.versions import Version, numbered

m = outbound_messages.c

SUPERSEDED = "superseded"
"""Why a mail was dropped that had not left when a newer version was mailed."""

_HE_HAS_IT = (State.SENDING.value, State.SENT.value, State.DELIVERED.value)


def with_email(db: sa.Connection, commune_id: int) -> list[Official]:
    """The officers of a commune who get lists by e-mail. A sample officer's address may be somebody's: none."""
    return [officer for officer in officers_of(db, commune_id) if officer.email and not officer.sample]


def not_mailed(
    db: sa.Connection, wanted: Collection[tuple[Opening, int, Official]]
) -> list[tuple[Opening, int, Official]]:
    """Those of (opening, version, officer) for which no mail was written yet; one statement for all."""
    keys = [_key(opening, version, officer) for opening, version, officer in wanted]
    written = set(db.execute(sa.select(m.intent_key).where(m.intent_key.in_(keys))).scalars())
    return [one for one, key in zip(wanted, keys, strict=True) if key not in written]


def mail_officers(
    db: sa.Connection,
    opening: Opening,
    version: Version,
    *,
    officers: Iterable[Official],
    place_code: str,
    mailbox: Gateway,
    now: datetime,
    called_off: str = "",
) -> int:
    """Write a version to the outbox for each officer, with what differs from the last one he has; how many were
    new. A mail with an older version that still waits is dropped: it would come after, or beside, the newer one.
    """
    listing = as_list(opening, version, place_code=place_code, called_off=called_off)
    written = 0
    for officer in officers:
        found = _difference(db, opening, version, officer, now=now)
        draft = Draft(
            intent_key=_key(opening, version.number, officer),
            kind=Kind.LIST,
            gateway_id=mailbox.id,
            recipient=officer.email or "",
            commune_id=opening.commune_id,
            text=as_mail.body(listing, found),
            due_at=now,
            useful_until=opening.starts_at,
            subject=as_mail.subject(listing, found),
            attachments=as_mail.attachments(listing, found),
        )
        written += post(db, draft, now=now) is not None
    return written


def _difference(
    db: sa.Connection, opening: Opening, version: Version, officer: Official, *, now: datetime
) -> Difference | None:
    earlier = {_key(opening, number, officer): number for number in range(1, version.number)}
    _drop_waiting(db, list(earlier), now=now)
    has = m.intent_key.in_(list(earlier)) & m.state.in_(_HE_HAS_IT)
    numbers = [earlier[key] for key in db.execute(sa.select(m.intent_key).where(has)).scalars()]
    last = numbered(db, opening.id, max(numbers), audience=Audience.OFFICER) if numbers else None
    return difference(last.rows, version.rows, since=last.number) if last else None


def _drop_waiting(db: sa.Connection, keys: Sequence[str], *, now: datetime) -> None:
    waiting = m.state == State.QUEUED.value
    query = sa.select(m.id).where(m.intent_key.in_(keys), waiting).order_by(m.id)
    for message_id in db.execute(query).scalars().all():
        settle(db, message_id, State.DROPPED, now=now, code=SUPERSEDED, only_if=waiting)


def _key(opening: Opening, version: int, officer: Official) -> str:
    return f"mail:{opening.id}:{version}:{officer.id}"
