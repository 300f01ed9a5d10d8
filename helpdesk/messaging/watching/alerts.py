"""Alerts to the operator: something is stuck. Told once when it begins and once when it is over.

What is looked at stands in the database alone, so it is the same whoever looks. It is told by e-mail; where there is
none, `helpdesk doctor` and the officials' page show it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.policy.daily_limit import at_their_limit
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import alerts, gateways, outbound_messages
from helpdesk.messaging.watching.attention import IN_TROUBLE, OPEN
from helpdesk.messaging.watching.figures import due, is_in
from helpdesk.store.upsert import insert_if_new

m, a = outbound_messages.c, alerts.c

STUCK = timedelta(minutes=15)
"""How long a message may be due before something is wrong with us."""

MOVING = timedelta(minutes=5)
"""Under this the queue is well again: less than STUCK, or one at the mark would be told of again and again. And a
gateway that sent within this time is moving."""

IN_VAIN = 4
"""Attempts that were put off by the provider: after the fourth it has been away for a quarter of an hour."""

UNKNOWN_FOR = timedelta(hours=1)
"""How long the provider may take to tell what became of a message, before a person has to."""

FAILING = 5
FAILING_NO_MORE = 2
"""Messages that failed within an hour: more than this begins an alert, so few end it."""

TOLD_FOR = timedelta(days=1)
"""How long an alert is worth sending."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that may be wrong. `found` says what in one line, None: nothing; it is stricter while not `open`."""

    name: str
    found: Callable[[sa.Connection, datetime, bool], str | None]
    do: str


@dataclass(frozen=True, slots=True)
class Way:
    """How the operator is told: the e-mail gateway, the address, and where officials see the messages."""

    mailbox: Gateway
    operator: str
    page: str


def _stuck(db: sa.Connection, now: datetime, is_open: bool) -> str | None:
    late = [each for each in due(db, now=now) if now - each.oldest > (MOVING if is_open else STUCK)]
    # Twenty thousand reminders of 11:00 leave at the gateway's pace: a long queue that moves is not stuck.
    sent_just_now = sa.select(gateways.c.id).where(gateways.c.free_at > now - MOVING)
    moving = set(db.execute(sent_just_now).scalars()) | at_their_limit(db, now=now)
    still = [each for each in late if each.gateway_id not in moving]
    if not still:
        return None
    oldest, number = min(each.oldest for each in still), sum(each.messages for each in still)
    return f"{_messages(number)} due and not sent, the oldest for {_minutes(now - oldest)} minutes"


def _in_vain(db: sa.Connection, now: datetime, is_open: bool) -> str | None:  # noqa: ARG001
    number = _count(db, is_in(State.QUEUED), m.attempts >= IN_VAIN)
    return (
        f"{_messages(number)} tried {IN_VAIN} times or more, and put off by the provider" if number else None
    )


def _unknown(db: sa.Connection, now: datetime, is_open: bool) -> str | None:  # noqa: ARG001
    number = _count(db, OPEN, m.state == State.UNCERTAIN.value, m.settled_at < now - UNKNOWN_FOR)
    return (
        f"{_messages(number)} of which nobody has known for an hour whether they arrived" if number else None
    )


def _failing(db: sa.Connection, now: datetime, is_open: bool) -> str | None:
    recent = m.settled_at >= now - timedelta(hours=1)
    # In the index by when they were dealt with: those that were not, and those that were since.
    number = _count(db, IN_TROUBLE, m.dealt_with_at.is_(None), m.state == State.FAILED.value, recent)
    seen_to = m.dealt_with_at >= now - timedelta(hours=1)
    number += _count(db, IN_TROUBLE, seen_to, m.state == State.FAILED.value, recent)
    return (
        f"{_messages(number)} failed in the last hour"
        if number > (FAILING_NO_MORE if is_open else FAILING)
        else None
    )


def _at_the_limit(db: sa.Connection, now: datetime, is_open: bool) -> str | None:  # noqa: ARG001
    full = at_their_limit(db, now=now)
    number = sum(each.messages for each in due(db, now=now) if each.gateway_id in full) if full else 0
    return (
        f"{_messages(number)} wait for tomorrow, for a gateway has sent its texts of today"
        if number
        else None
    )


CONDITIONS = (
    Condition(
        "queue stuck", _stuck, "See whether worker, scheduler and Redis run, and what the worker's log says."
    ),
    Condition(
        "provider away", _in_vain, "See the provider's status page, and the worker's log for its refusals."
    ),
    Condition("uncertain", _unknown, "Officials see them and ring; many at once mean a bad connection."),
    Condition(
        "daily limit",
        _at_the_limit,
        "Answers still leave. See `helpdesk gateways list`; a SIM with a bigger plan, or a second one, ends it.",
    ),
    Condition("many failed", _failing, "The reason stands beside each on the officials' page."),
)


def findings(
    db: sa.Connection, *, now: datetime, also: Sequence[Condition] = ()
) -> list[tuple[Condition, str | None]]:
    """Each condition with what is wrong now, None where nothing is; one that is open is over later than it began.

    `also`: conditions of rooms above.
    """
    is_open = set(db.execute(sa.select(a.condition).where(a.closed_at.is_(None))).scalars())
    return [(each, each.found(db, now, each.name in is_open)) for each in (*CONDITIONS, *also)]


def watch(db: sa.Connection, *, now: datetime, way: Way | None, also: Sequence[Condition] = ()) -> int:
    """Open an alert for what is wrong and has none, close those of what is over, and tell; the number of mails.

    Without a way to tell, what begins is told as soon as there is one, if it is not over by then.
    """
    mails = 0
    for condition, wrong in findings(db, now=now, also=also):
        mails += (
            _begin(db, condition, wrong, now=now, way=way) if wrong else _end(db, condition, now=now, way=way)
        )
    return mails


def _begin(db: sa.Connection, condition: Condition, wrong: str, *, now: datetime, way: Way | None) -> int:
    insert_if_new(db, alerts, {"condition": condition.name, "opened_at": now})
    untold = (a.condition == condition.name) & a.closed_at.is_(None) & a.told_at.is_(None)
    if way is None:
        return 0
    told = db.execute(alerts.update().where(untold).values(told_at=now).returning(a.opened_at)).first()
    if told is None:
        return 0
    lines = (f"{wrong}.", condition.do, "", way.page, "", "You are told once more when this is over.")
    return _tell(db, way, condition, "begin", told.opened_at, f"Helpdesk: {condition.name}", lines, now=now)


def _end(db: sa.Connection, condition: Condition, *, now: datetime, way: Way | None) -> int:
    still_open = (a.condition == condition.name) & a.closed_at.is_(None)
    closing = alerts.update().where(still_open).values(closed_at=now).returning(a.opened_at, a.told_at)
    closed = db.execute(closing).first()
    if closed is None or closed.told_at is None or way is None:
        return 0
    lines = (f"Over after {_minutes(now - closed.opened_at)} minutes.", "", way.page)
    subject = f"Helpdesk: {condition.name} - over"
    return _tell(db, way, condition, "over", closed.opened_at, subject, lines, now=now)


def _tell(
    db: sa.Connection,
    way: Way,
    condition: Condition,
    what: str,
    opened_at: datetime,
    subject: str,
    lines: Iterable[str],
    *,
    now: datetime,
) -> int:
    draft = Draft(
        intent_key=f"alert:{condition.name}:{opened_at:%Y%m%dT%H%M%S}:{what}",
        kind=Kind.NOTICE,
        gateway_id=way.mailbox.id,
        recipient=way.operator,
        text="\n".join(lines) + "\n",
        due_at=now,
        useful_until=now + TOLD_FOR,
        subject=subject,
    )
    return int(post(db, draft, now=now) is not None)


def _count(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> int:
    return db.execute(
        sa.select(sa.func.count()).select_from(outbound_messages).where(*conditions)
    ).scalar_one()


def _messages(number: int) -> str:
    return "1 message" if number == 1 else f"{number} messages"


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)
