"""Gateways with a daily limit, for Prometheus: what may leave a day, what has left, and how long what waits will take."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from helpdesk.messaging.gateways import active
from helpdesk.messaging.watching.forecast import forecasts

LABELS = ("channel", "gateway")


def gateway_metrics(db: sa.Connection, now: datetime) -> Iterator[Metric]:
    """The figures of all gateways in use; the limit only of those that have one."""
    says = "Texts that may leave by a gateway in a day, each segment counted"
    limit = GaugeMetricFamily("helpdesk_gateway_texts_limit", says, labels=LABELS)
    today = GaugeMetricFamily(
        "helpdesk_gateway_texts_today", "Texts that left by it today, each segment counted", labels=LABELS
    )
    wait = GaugeMetricFamily(
        "helpdesk_gateway_wait_seconds",
        "After how long what waits for it will have left, about",
        labels=LABELS,
    )
    for found in forecasts(db, active(db), now=now):
        key = (found.gateway.channel, found.gateway.address)
        if found.gateway.per_day is not None:
            limit.add_metric(key, found.gateway.per_day)
        today.add_metric(key, found.today)
        wait.add_metric(key, max(0.0, (found.done_at - now).total_seconds()) if found.done_at else 0)
    yield from (limit, today, wait)
