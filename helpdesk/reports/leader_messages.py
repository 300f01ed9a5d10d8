"""Telling the leaders of a team who is booked: a new version and its messages, written together."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.messaging.gateways import Gateway, pick
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind
from helpdesk.people.officials import Official, leaders_of
from helpdesk.reports.called_off import CalledOff, without_a_phone
from helpdesk.reports.formats import as_sms
from helpdesk.reports.listing import as_list
from helpdesk.reports.opening_list import rows_of
from helpdesk.reports.tables import Audience
from helpdesk.reports.versions import Version, changes_since, next_version


def tell_leaders(
    db: sa.Connection,
    opening: Opening,
    *,
    place_code: str,
    previous: Version | None,
    gateways: Sequence[Gateway],
    now: datetime,
    off: CalledOff | None = None,
) -> int:
    """Write the list, or what changed since `previous`, to the outbox for each leader; the number of messages.

    Of an opening that is called off (`off`) it is that, and whom to tell who has no phone.

    They are due at once, at any hour: sending hours protect residents, and what is said about an opening within
    24 hours does not wait. Not written: 0 where there is no leader, no gateway, no change, or another was first.
    """
    leaders = leaders_of(db, opening.team_id) if opening.team_id is not None else []
    told = [
        (leader, way) for leader in leaders if (way := _way(leader, gateways, opening.commune_id)) is not None
    ]
    if not told:
        return 0
    version = next_version(
        db,
        opening,
        audience=Audience.LEADER,
        previous=previous,
        now=now,
        change_id=off.change.id if off else None,
    )
    if version is None:
        return 0
    texts = _texts(db, opening, version, place_code=place_code, previous=previous, off=off)
    drafts = [
        Draft(
            intent_key=f"list:{opening.id}:{version.number}:{leader.id}:{part}",
            kind=Kind.LIST,
            gateway_id=way.id,
            recipient=leader.phone,
            commune_id=opening.commune_id,
            text=text,
            due_at=now,
            useful_until=opening.starts_at,
        )
        for leader, way in told
        for part, text in enumerate(texts, start=1)
    ]
    return sum(post(db, draft, now=now) is not None for draft in drafts)


def _way(leader: Official, gateways: Sequence[Gateway], commune_id: int) -> Gateway | None:
    """The gateway to reach a leader by. A sample leader's number may be somebody's: only the simulator reaches it."""
    fitting = [
        gateway
        for gateway in gateways
        if gateway.reaches_phones and (not leader.sample or gateway.channel == "simulator")
    ]
    return pick(fitting, commune_id=commune_id) if fitting else None


def _texts(
    db: sa.Connection,
    opening: Opening,
    version: Version,
    *,
    place_code: str,
    previous: Version | None,
    off: CalledOff | None,
) -> tuple[str, ...]:
    listing = as_list(opening, version, place_code=place_code)
    if off is not None:
        booked = without_a_phone(db, off.change)
        to_tell = rows_of(booked, beside=phones_beside(db, booked))
        return as_sms.called_off(listing, reason=off.reason, to=off.to, to_tell=to_tell)
    if previous is None:
        return as_sms.whole_list(listing)
    return as_sms.correction(listing, changes_since(previous.rows, version.rows))
