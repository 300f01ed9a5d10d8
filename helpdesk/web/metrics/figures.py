"""What Prometheus is told, read from the database at each scrape.

Nothing is counted in the processes: several web processes and workers may come and go, and all figures of one scrape
are of one moment. Every query costs what waits or what the last day brought, never what was ever sent.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

import redis
import sqlalchemy as sa
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from helpdesk.booking import figures as of_booking
from helpdesk.booking.recount import last_recount
from helpdesk.clock import local_date
from helpdesk.messaging.gateways import active
from helpdesk.messaging.inbound import FAULT
from helpdesk.messaging.watching import figures as of_messages
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading
from helpdesk.tickets import figures as of_tickets
from helpdesk.tickets.tables import TicketKind
from helpdesk.web.metrics.conversations import conversation_metrics
from helpdesk.web.metrics.gateways import gateway_metrics

DAY = timedelta(days=1)
WEEK_AHEAD = timedelta(days=6)
"""Today and six more."""

SCHEDULER_LOCK = "helpdesk:scheduler"
"""The key in Redis that the scheduler at work holds; it expires with it."""


class Figures(Collector):
    """Everything `/metrics` says."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime

    def collect(self) -> Iterator[Metric]:
        """All figures; of the database only that it is away, where it is."""
        yield from _redis(self.runtime.redis)
        now = self.runtime.clock.now()
        try:
            with reading(self.runtime.engine) as db:
                found = [*_messages(db, now), *_inbound(db, now, self._intents()), *_work(db, now)]
                found += gateway_metrics(db, now)
                found += conversation_metrics(db, self.runtime.house.script, now)
        except SQLAlchemyError:
            yield _one("database_up", "Whether the database answers", 0)
            return
        yield _one("database_up", "Whether the database answers", 1)
        yield from found

    def _intents(self) -> frozenset[str]:
        flows = self.runtime.house.script.flows.values()
        return frozenset(intent for flow in flows for intent in flow.intents)


def _gauge(name: str, says: str, labels: tuple[str, ...] = ()) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"helpdesk_{name}", says, labels=labels)


def _one(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"helpdesk_{name}", says, value=value)


def _redis(connection: redis.Redis | None) -> Iterator[Metric]:
    up, scheduler = False, False
    if connection is not None:
        with suppress(redis.RedisError):  # then that is the figure
            scheduler, up = bool(connection.exists(SCHEDULER_LOCK)), True
    yield _one("redis_up", "Whether Redis answers; without it reminders and lists wait", up)
    yield _one("scheduler_up", "Whether a scheduler is at work", scheduler)


def _messages(db: sa.Connection, now: datetime) -> Iterator[Metric]:
    ways = {way.id: (way.channel, way.address) for way in active(db)}
    labels = ("channel", "gateway")
    unused = ("other", "")

    waiting = _gauge("messages_waiting", "Messages that have not left yet", (*labels, "state"))
    for count in of_messages.waiting(db):
        waiting.add_metric((*ways.get(count.gateway_id, unused), count.state.value), count.messages)
    yield waiting

    due = {found.gateway_id: found for found in of_messages.due(db, now=now)}
    number = _gauge("messages_due", "Messages that are due and have not left", labels)
    oldest = _gauge("message_oldest_due_seconds", "Since when the oldest of them is due; 0: none is", labels)
    for gateway_id in {*ways, *due}:
        late = due.get(gateway_id)
        number.add_metric(ways.get(gateway_id, unused), late.messages if late else 0)
        oldest.add_metric(ways.get(gateway_id, unused), _age(late.oldest, now) if late else 0)
    yield from (number, oldest)

    says = "Messages written in the last 24 hours, by what became of them"
    written = _gauge("messages_last_day", says, (*labels, "state"))
    for count in of_messages.written_since(db, now - DAY):
        written.add_metric((*ways.get(count.gateway_id, unused), count.state.value), count.messages)
    yield written


def _inbound(db: sa.Connection, now: datetime, intents: frozenset[str]) -> Iterator[Metric]:
    """By intent: a set that the flows bound, whatever residents write."""
    counts = dict.fromkeys(("answer", "other"), 0)
    for understood, messages in of_messages.understood_since(db, now - DAY).items():
        label = _label(understood, intents)
        counts[label] = counts.get(label, 0) + messages
    found = _gauge("inbound_last_day", "Texts of the last 24 hours, by what was understood", ("understood",))
    for label, messages in sorted(counts.items()):
        found.add_metric((label,), messages)
    yield found


def _label(understood: str | None, intents: frozenset[str]) -> str:
    if understood is None:
        return "other"
    if understood.startswith("answer:"):
        return "answer"
    return understood if understood in intents | {"unknown", FAULT} else "other"


def _work(db: sa.Connection, now: datetime) -> Iterator[Metric]:
    reminders = _gauge("reminders_waiting", "Reminders that wait for their time", ("due",))
    overdue, to_come = of_booking.reminders_waiting(db, now=now, until=now + DAY)
    reminders.add_metric(("overdue",), overdue)
    reminders.add_metric(("within_a_day",), to_come)
    yield reminders

    waiting = {found.kind: found for found in of_tickets.open_by_kind(db)}
    tickets = _gauge("tickets_open", "Tickets that wait for an official", ("kind",))
    oldest = _gauge("ticket_oldest_seconds", "Since when the oldest of them is open; 0: none is", ("kind",))
    for kind in TicketKind:
        left = waiting.get(kind)
        tickets.add_metric((kind.value,), left.tickets if left else 0)
        oldest.add_metric((kind.value,), _age(left.oldest, now) if left else 0)
    yield from (tickets, oldest)

    calls = _gauge("calls_open", "Calls that officials are to make", ("due",))
    to_make, late = of_tickets.calls_to_make(db, now=now)
    calls.add_metric(("in_time",), to_make - late)
    calls.add_metric(("too_late",), late)
    yield calls

    today = local_date(now)
    taken = _gauge("places_taken", "Persons booked from today for seven days", ("commune",))
    capacity = _gauge("places_capacity", "Persons there is room for in those days", ("commune",))
    for places in of_booking.places(db, first=today, last=today + WEEK_AHEAD):
        taken.add_metric((places.commune,), places.taken)
        capacity.add_metric((places.commune,), places.capacity)
    yield from (taken, capacity)
    yield from _waiting_list(db, now)


def _waiting_list(db: sa.Connection, now: datetime) -> Iterator[Metric]:
    says = "Persons on the waiting list, by whether places are held for them"
    waiting = _gauge("waiting_list_persons", says, ("commune", "state"))
    for queue in of_booking.waiting_list(db):
        waiting.add_metric((queue.commune, "waiting"), queue.waiting)
        waiting.add_metric((queue.commune, "offered"), queue.offered)
    yield waiting

    last = last_recount(db)
    wrong = len(last.differences) if last else 0
    yield _one(
        "recount_differences", "Counters that the last recount found wrong; more than 20 count as 20", wrong
    )
    age = _age(last.at, now) if last else 0
    yield _one("recount_age_seconds", "Since when the last recount was done; 0: none was yet", age)


def _age(since: datetime, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds())
