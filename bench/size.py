"""At size: what a sweep costs among a million bookings with two million reminders waiting, and how 20,000 messages due at once drain."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bench import size_of_bookings
from bench.few_and_many import FewAndMany, Open, parts
from bench.prepared import prepare
from helpdesk.booking.states import BookingState, ReminderState
from helpdesk.booking.tables import booked_persons, bookings, openings, reminders
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.sending import Post, send_due
from helpdesk.messaging.states import Kind, Priority, State
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.people.tables import contacts, persons
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.sweeps import SWEEPS
from tests.support.scripted_channel import ScriptedChannel

FEW, MANY = 1_000, 1_000_000
ROUNDS = 60
WARM_UP = 5
AT_ONCE = 20_000
NOW = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
"""11:00 in the communes, when reminders fall due."""


@dataclass(frozen=True)
class Drained:
    """What became of AT_ONCE messages due at 11:00."""

    seconds: float
    sent: int
    # Answers before reminders before lists, each by age.
    in_order: bool


def sweep_with_one_due(few: Open, many: Open) -> tuple[FewAndMany, FewAndMany]:
    """What ROUNDS such sweeps took, and their CPU time; both databases are open, and each round sweeps both."""
    took, cpu = FewAndMany([], []), FewAndMany([], [])
    for number in range(-WARM_UP, ROUNDS):
        costs = [_one_due(*service, number + WARM_UP) for service in (few, many)]
        if number >= 0:
            for sweeps, (of_few, of_many) in zip((took, cpu), zip(*costs, strict=True), strict=True):
                sweeps.few.append(of_few)
                sweeps.many.append(of_many)
    return took, cpu


def _one_due(runtime: Runtime, clock: FixedClock, number: int) -> tuple[float, float]:
    """ms and CPU ms of the sweep after one more reminder, the last but `number`, has come due."""
    with runtime.engine.begin() as db:
        due = reminders.c.id == sa.select(sa.func.max(reminders.c.id)).scalar_subquery() - number
        db.execute(reminders.update().where(due).values(due_at=clock.now(), useful_until=NOW + timedelta(1)))
    began, used = time.perf_counter(), time.thread_time()
    written = SWEEPS["remind"](runtime)
    cost = (time.perf_counter() - began) * 1000, (time.thread_time() - used) * 1000
    with runtime.engine.begin() as db:
        left = sa.select(sa.func.count()).where(
            reminders.c.state == ReminderState.WAITING.value, reminders.c.due_at <= clock.now()
        )
        if written != 1 or db.execute(left).scalar():
            raise RuntimeError("the sweep did not write the one message that was due")
    return cost


def _fill_reminders(engine: sa.Engine, booked: int) -> None:
    """Two reminders for each of so many bookings of one person, all due next month."""
    due = NOW + timedelta(days=30)
    with engine.begin() as db:
        # The last: a reminder of one that is over says nothing.
        opening = db.execute(sa.select(openings).order_by(openings.c.starts_at.desc())).mappings().first()
        if opening is None:
            raise RuntimeError("there are no sample openings")
        contact = {
            "language": "vi",
            "accents": False,
            "reach": "text",
            "created_at": NOW,
            "last_seen_at": NOW,
        }
        numbers = range(1, booked + 1)
        for part in parts(numbers, 20_000):
            db.execute(contacts.insert(), [{"id": n, "address": f"+8491{n:07d}", **contact} for n in part])
            booking = {"opening_id": opening["id"], "commune_id": opening["commune_id"], "party": 1}
            booking |= {"state": BookingState.BOOKED.value, "made_at": NOW, "changed_at": NOW}
            db.execute(
                bookings.insert(), [{"id": n, "contact_id": n, "code": f"{n}", **booking} for n in part]
            )
            person = {"name": "Ho Van A", "birth_year": 1985, "created_at": NOW}
            db.execute(persons.insert(), [{"id": n, "introduced_by_id": n, **person} for n in part])
            db.execute(booked_persons.insert(), [{"booking_id": n, "person_id": n} for n in part])
            reminder = {"commune_id": opening["commune_id"], "state": ReminderState.WAITING.value}
            reminder |= {"due_at": due, "useful_until": due}
            db.execute(
                reminders.insert(),
                [
                    {"booking_id": n, "contact_id": n, "kind": kind, **reminder}
                    for n in part
                    for kind in ("three_days", "day_before")
                ],
            )


def drain() -> Drained:
    """Send AT_ONCE messages that are due at once, with a pace that is no hindrance."""
    with _service() as (runtime, clock):
        _fill_outbox(runtime.engine)
        channel = ScriptedChannel()
        post = Post({"twilio": channel, "simulator": channel}, lambda *_: None, lambda *_: None)
        began = time.perf_counter()
        while send_due(runtime.engine, post, clock=clock):
            pass
        seconds = time.perf_counter() - began
        urgency = {Kind.REPLY.value: 0, Kind.REMINDER.value: 1, Kind.LIST.value: 2}
        order = [
            (urgency[outgoing.intent.split(":")[0]], outgoing.intent.split(":")[1])
            for outgoing in channel.sent
        ]
    return Drained(seconds, len(channel.sent), order == sorted(order))


def _fill_outbox(engine: sa.Engine) -> None:
    kinds = {Kind.LIST: Priority.LIST, Kind.REMINDER: Priority.REMINDER, Kind.REPLY: Priority.ANSWER}
    with engine.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=60_000_000))
        gateway_id = db.execute(sa.select(sa.func.min(gateways.c.id))).scalar_one()
        rows = [
            {
                "intent_key": f"{kind.value}:{age:05d}",
                "kind": kind.value,
                "gateway_id": gateway_id,
                "recipient": f"+8491{number:07d}",
                "text": "Sang mai den UBND xa",
                "encoding": "GSM-7",
                "segments": 1,
                "state": State.QUEUED.value,
                "priority": int(priority),
                "due_at": NOW - timedelta(seconds=20_000 - age),
                "attempts": 0,
                "created_at": NOW - timedelta(hours=1),
            }
            for number in range(AT_ONCE)
            for kind, priority in [list(kinds.items())[number % 3]]
            for age in [number * 7919 % 20_000]
        ]
        db.execute(outbound_messages.insert(), rows)


@contextmanager
def _service() -> Iterator[tuple[Runtime, FixedClock]]:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'size.db'}"
        prepare(url)
        clock = FixedClock(NOW)
        runtime = open_runtime(Settings(data=Path(folder), database_url=url), clock=clock)
        yield runtime, clock
        runtime.close()


def show(verdict: Callable[[bool], str]) -> None:
    """Print the figures beside their budgets; `verdict` says in a word whether one is kept."""
    with _service() as few, _service() as many:
        for (runtime, _), booked in ((few, FEW), (many, MANY)):
            _fill_reminders(runtime.engine, booked)
        took, cpu = sweep_with_one_due(few, many)
        ratio = took.ratio()
        print(
            f"sweeps with 1 due, among {FEW:,} bookings and among {MANY:,}:\n"
            f"  a reminder: {statistics.median(took.few):.1f} ms and {statistics.median(took.many):.1f} ms:"
            f" {ratio.middle:.2f} times in the same round of {ROUNDS} (half of them {ratio.low:.2f} to {ratio.high:.2f};"
            f" budget 2: {verdict(ratio.middle <= 2)}), by CPU time {cpu.ratio().middle:.2f}"
        )
        for (runtime, _), booked in ((few, FEW), (many, MANY)):
            size_of_bookings.leave_behind(runtime.engine, booked)
        size_of_bookings.show(few, many, verdict)
    drained = drain()
    whole = drained.sent == AT_ONCE and drained.in_order
    print(
        f"{AT_ONCE:,} due at once: {drained.sent:,} sent in {drained.seconds:.0f} s ({drained.sent / drained.seconds:.0f}"
        f" a second; a gateway's pace is 1), most useful first, then oldest: {verdict(whole)}"
    )
