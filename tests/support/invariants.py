"""What must be true whatever went wrong: nothing lost, nothing sent twice, everything heard acted on once.

One function for the tests with real processes and for the simulation; it holds the database against the
provider's own record, which is the only witness that counts.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.persons.person_tables import own_phones, tidings
from helpdesk.booking.persons.tidings import subject as own_subject
from helpdesk.booking.reminding.retracting import ONE_BY_ONE, subject, subject_name
from helpdesk.booking.states import LIVE, ReminderState
from helpdesk.booking.tables import bookings, openings, reminders
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers
from helpdesk.messaging.outbox import AGAIN
from helpdesk.messaging.states import State
from helpdesk.messaging.subjects import WITHDRAWN, Subject
from helpdesk.messaging.tables import gateways, inbound_messages, message_subjects, outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.tickets.tables import CallState, call_tasks
from tests.support.fake_twilio import FakeTwilio

m, i = outbound_messages.c, inbound_messages.c

ON_THE_WAY = (State.QUEUED.value, State.SENDING.value, State.HANDED_OVER.value)
REACHED = (State.SENT.value, State.DELIVERED.value)
LISTS = ("lost", "doubled", "on_the_way", "wrong")
"""The names of what must not be, among the findings."""
BOOKED = "Da dat xong"
"""How an answer begins that says that places were booked."""


@dataclass(frozen=True)
class Taken:
    """A message on the provider's record: to whom, and what."""

    recipient: str
    text: str = field(repr=False)


@dataclass
class Findings:
    """Each list names what is wrong; `uncertain` is how many are visible as not known, which is no fault."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    on_the_way: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    uncertain: int = 0

    def add(self, others: "Findings") -> None:
        """Take over what was found with another provider's record; what was found with both stands once."""
        for name in LISTS:
            own = getattr(self, name)
            own += [what for what in getattr(others, name) if what not in own]
        self.uncertain += others.uncertain

    @property
    def faults(self) -> list[str]:
        """All that must not be, in words."""
        return [f"{name}: {what}" for name in LISTS for what in getattr(self, name)]


def taken_by(twilio: FakeTwilio) -> list[Taken]:
    """The fake's record."""
    return [Taken(message.to, message.body) for message in twilio.messages]


def examine(
    db: sa.Connection,
    taken: Iterable[Taken],
    *,
    heard: Collection[str] = (),
    channel: str = "twilio",
    settled_by: datetime | None = None,
) -> Findings:
    """Hold everything against everything.

    `heard` are the provider's ids of the texts that were answered 2xx. With `settled_by` (the present moment) nothing
    may be on its way any more that was due by then.
    """
    findings = Findings()
    _compare_with_record(db, Counter(taken), findings, channel)
    _each_heard_once(db, heard, findings, channel)
    _bookings_add_up(db, findings)
    notices_once(db, findings)
    if settled_by is not None:
        _nothing_on_its_way(db, findings, channel, now=settled_by)
    return findings


def _compare_with_record(db: sa.Connection, taken: Counter[Taken], findings: Findings, channel: str) -> None:
    """By phone and text: of two same answers to one phone nobody, the provider included, can tell which is which."""
    query = (
        sa.select(m.recipient, m.text, m.state, m.provider_id)
        .join(gateways, gateways.c.id == m.gateway_id)
        .where(gateways.c.channel == channel)
    )
    said, may_be_there = Counter[Taken](), Counter[Taken]()
    for row in db.execute(query):
        message = Taken(row.recipient, row.text)
        said[message] += row.state in REACHED
        refused = row.state == State.FAILED.value and row.provider_id is None
        may_be_there[message] += not (refused or row.state == State.DROPPED.value)
        findings.uncertain += row.state == State.UNCERTAIN.value
    for message, times in (said - taken).items():
        findings.lost.append(f"{times} × {message.recipient} {message.text[:30]!r} is not with the provider")
    for message, times in (taken - may_be_there).items():
        findings.doubled.append(f"{times} × {message.recipient} {message.text[:30]!r} too many")


def _each_heard_once(db: sa.Connection, heard: Collection[str], findings: Findings, channel: str) -> None:
    kept = Counter(db.execute(sa.select(i.provider_id).where(i.channel == channel)).scalars())
    findings.lost += [f"text {sid} was answered 2xx and is not kept" for sid in heard if not kept[sid]]
    findings.doubled += [f"text {sid} is kept {times} times" for sid, times in kept.items() if times > 1]
    not_acted = sa.select(i.provider_id).where(i.channel == channel, i.understood.is_(None))
    findings.lost += [f"text {sid} was not acted on" for sid in db.execute(not_acted).scalars()]


def _bookings_add_up(db: sa.Connection, findings: Findings) -> None:
    told = _by_phone(
        db, sa.select(m.recipient, sa.func.count()).where(m.text.startswith(BOOKED)).group_by(m.recipient)
    )
    made = _by_phone(
        db,
        sa.select(contacts.c.address, sa.func.count())
        .select_from(bookings.join(contacts, contacts.c.id == bookings.c.contact_id))
        .group_by(contacts.c.address),
    )
    for phone in told.keys() | made.keys():
        if told[phone] != made[phone]:
            findings.wrong.append(f"{phone} was told of {told[phone]} bookings and has made {made[phone]}")
    b = bookings.c
    places = sa.select(b.opening_id, sa.func.sum(b.party)).where(b.state.in_(LIVE)).group_by(b.opening_id)
    held = Counter({row[0]: int(row[1]) for row in db.execute(places).all()})
    offered = sa.select(offers.c.opening_id, offers.c.party).where(offers.c.state == OfferState.HELD.value)
    for opening_id, party in db.execute(offered):
        held[opening_id] += party
    for opening_id, taken in db.execute(sa.select(openings.c.id, openings.c.taken)):
        if taken != held[opening_id]:
            findings.wrong.append(f"opening {opening_id}: {taken} taken, {held[opening_id]} booked or held")


def notices_once(db: sa.Connection, findings: Findings) -> None:
    """What counts as reminded of stands in one message or call, whatever was taken back and said anew meanwhile."""
    s, r = message_subjects.c, reminders.c
    own = sa.and_(m.code.is_distinct_from(WITHDRAWN), m.intent_key.not_like(f"{AGAIN}%"), s.said != "")
    query = sa.select(s.subject, s.said).join(outbound_messages, m.id == s.message_id).where(own)
    written = Counter(Subject(*row) for row in db.execute(query))
    c = call_tasks.c
    # A call that nobody made while it was of use stood on the desk all that time; what comes after takes its place.
    stood = (c.state != CallState.WITHDRAWN.value) | (c.settled_at >= c.due_by)
    rung = sa.select(c.booking_id, c.said).where(c.said != "", stood)
    written.update(
        Subject(subject_name(row.booking_id), one)
        for row in db.execute(rung)
        for one in row.said.split(ONE_BY_ONE)
    )
    findings.doubled += [
        f"{about.name} was written of {times} times: {about.said}"
        for about, times in written.items()
        if times > 1
    ]
    counted = (
        sa.select(r.booking_id, r.kind, r.due_at, r.whose)
        .join(bookings, bookings.c.id == r.booking_id)
        .where(r.state == ReminderState.SENT.value, bookings.c.state.in_(LIVE))
    )
    findings.lost += [
        f"reminder {row.kind} of booking {row.booking_id} counts as said and was not written"
        for row in db.execute(counted)
        if not written[subject(row.booking_id, row.kind, row.due_at, whose=row.whose)]
    ]
    findings.lost += [
        f"{row.kind} of own:{row.id} counts as said and was not written"
        for row in db.execute(_said_on_own_phones())
        if not written[own_subject(row.id, row.kind, row.due_at)]
    ]


def _said_on_own_phones() -> sa.Select[int, str, datetime]:
    """What counts as said on own phones of live bookings."""
    t, p = tidings.c, own_phones.c
    return (
        sa.select(p.id, t.kind, t.due_at)
        .join(own_phones, p.id == t.own_phone_id)
        .join(bookings, bookings.c.id == p.booking_id)
        .where(t.state == ReminderState.SENT.value, bookings.c.state.in_(LIVE))
    )


def _by_phone(db: sa.Connection, query: sa.Select[str, int]) -> Counter[str]:
    return Counter({row[0]: row[1] for row in db.execute(query)})


def _nothing_on_its_way(db: sa.Connection, findings: Findings, channel: str, *, now: datetime) -> None:
    waiting = (
        sa.select(m.id, m.state, m.kind, m.attempts)
        .join(gateways, gateways.c.id == m.gateway_id)
        .where(gateways.c.channel == channel, m.state.in_(ON_THE_WAY), m.due_at <= now)
    )
    findings.on_the_way += [
        f"message {row.id} ({row.kind}) is {row.state} after {row.attempts} attempts"
        for row in db.execute(waiting)
    ]
    r = reminders.c
    unsaid = sa.select(r.id).where(r.state == ReminderState.WAITING.value, r.due_at <= now)
    findings.on_the_way += [f"reminder {number} was due" for number in db.execute(unsaid).scalars()]
