"""The loop guard: an auto-responder, or a flood from one number, gets silence instead of a bill.

Only texts that were answered count towards the limits, so that a flood which goes on gets no more answers an hour than
one that stops. Everything is stored and counted all the same.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.gateways import USSD
from helpdesk.messaging.policy.machine_texts import is_of_a_machine
from helpdesk.messaging.states import Outcome
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.store.types import UtcDateTime
from helpdesk.text.folding import matching_key

MINUTES, HOUR, DAY = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)

MOST = {MINUTES: 40, HOUR: 60, DAY: 150}
"""Texts answered within each time. Nine neighbours booked by menu take 54 in all, by one text each 18."""

SAME = {MINUTES: 6, HOUR: 12}
"""The same text this often is a machine; a person who insists stops before."""

SHORT = 5
"""Characters up to which words and numbers may be repeated: "1" six times leads through the menu to a question."""

ECHO = 40
"""Letters from which a text that we sent lately, or its beginning, is our own come back."""

MOSTLY = 0.8
"""The part of a text that must be ours, where something stands around it: "Da thich: ...\""""

ECHOES_AMONG = 5
"""Our last texts that an echo is looked for in."""


class Verdict(StrEnum):
    """What a text deserves."""

    ANSWER = "answer"
    # One too many: she is told once that the answers rest.
    LAST_WORD = "last word"
    SILENCE = "silence"
    # Written by a phone, not by a person.
    MACHINE = "machine"


i, o = inbound_messages.c, outbound_messages.c


def _since(name: str) -> sa.BindParameter[datetime]:
    return sa.bindparam(name, type_=UtcDateTime())


# Texts on pages that are dialled do not count: they are turned by hand, and nobody pays for them by the piece.
_ANSWERED = (
    sa.select(i.text, i.received_at, i.outcome)
    .where(i.contact_id == sa.bindparam("contact"), i.received_at > _since("day"))
    .where(sa.or_(i.outcome.is_(None), i.outcome != Outcome.SILENT.value), i.channel.not_like(f"%{USSD}"))
    .order_by(i.received_at.desc())
    .limit(MOST[DAY] + 1)
    .subquery()
)
a = _ANSWERED.c
_LATELY, _THIS_HOUR = a.received_at > _since("minutes"), a.received_at > _since("hour")
_AGAIN = a.text == sa.bindparam("text", type_=sa.Text())


def _number(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((sa.and_(*conditions), 1)))


COUNTS = sa.select(
    _number(_LATELY).label("lately"),
    _number(_THIS_HOUR).label("this_hour"),
    sa.func.count().label("today"),
    _number(_LATELY, _AGAIN).label("same_lately"),
    _number(_THIS_HOUR, _AGAIN).label("same_this_hour"),
    _number(_THIS_HOUR, a.outcome == Outcome.REST.value).label("rested_this_hour"),
    _number(a.outcome == Outcome.REST.value).label("rested_today"),
).select_from(_ANSWERED)
"""How many texts of a phone were answered lately: one row, whose parameters `counted_since` gives."""

_SAID_LATELY = (
    sa.select(o.text)
    .where(o.contact_id == sa.bindparam("contact"), o.created_at > _since("day"))
    .order_by(o.id.desc())
    .limit(ECHOES_AMONG)
)


def counted_since(contact_id: int, text: str, *, now: datetime) -> dict[str, Any]:
    """What COUNTS is asked with, for a text that came now."""
    return {
        "contact": contact_id,
        "text": text,
        "minutes": now - MINUTES,
        "hour": now - HOUR,
        "day": now - DAY,
    }


def judge(db: sa.Connection, contact_id: int, counts: Any, *, text: str, now: datetime) -> Verdict:
    """What to do about a text, given the row of COUNTS before it. No statement; one for a long text."""
    key = matching_key(text)
    if is_of_a_machine(text, key) or (len(key) >= ECHO and _is_echo(db, contact_id, key, now=now)):
        return Verdict.MACHINE
    if not _too_many(counts, may_be_repeated=bool(key) and len(text) <= SHORT):
        return Verdict.ANSWER
    told = counts.rested_today if counts.today + 1 >= MOST[DAY] else counts.rested_this_hour
    return Verdict.SILENCE if told else Verdict.LAST_WORD


def _too_many(counts: Any, *, may_be_repeated: bool) -> bool:
    this = 1  # the text itself is not among those that were counted
    if (
        counts.lately + this >= MOST[MINUTES]
        or counts.this_hour + this >= MOST[HOUR]
        or counts.today + this >= MOST[DAY]
    ):
        return True
    again = counts.same_lately + this >= SAME[MINUTES] or counts.same_this_hour + this >= SAME[HOUR]
    return again and not may_be_repeated


def _is_echo(db: sa.Connection, contact_id: int, key: str, *, now: datetime) -> bool:
    """Whether the text is one of ours: whole, cut off, or with little around it.

    A part from within is none: people write again the names that we echoed.
    """
    said = db.execute(_SAID_LATELY, {"contact": contact_id, "day": now - DAY}).scalars()
    ours = [own for own in map(matching_key, said) if len(own) >= ECHO]
    return any(own.startswith(key) or (own in key and len(own) >= MOSTLY * len(key)) for own in ours)
