"""What people do in conversations, for Prometheus: the last day's figures, by flow, step and language only.

Gauges of the last 24 hours, as the other figures of this page: a count that starts anew is none of Prometheus' counters.
What residents write never becomes a label; steps that are in no running script are counted together as "other".
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from helpdesk.conversation.script.model import Script
from helpdesk.messaging.states import Outcome
from helpdesk.reports.conversations import Figures, Step, figures

DAY = timedelta(days=1)
OTHER = "other"

_TEXTS = {
    "understood": ((Outcome.UNDERSTOOD,), "of which the topic was understood"),
    "asked_about": ((Outcome.ASKED,), "about which it was asked what topic is meant"),
    "not_understood": ((Outcome.NOT_UNDERSTOOD,), "that were not understood"),
    "not_answered": ((Outcome.SILENT, Outcome.REST), "of machines and floods, which get no answer"),
}

_STEPS = {
    "asked": "Questions asked",
    "asked_again": "Questions asked again",
    "told": "Texts told",
    "answered": "Questions answered",
    "turned_away": "Questions at which something else was wanted",
    "not_understood": "Answers that were not understood",
    "expired": "Questions that nobody answered",
}


def conversation_metrics(db: sa.Connection, script: Script, now: datetime) -> Iterator[Metric]:
    """The figures of the 24 hours before `now`."""
    found = figures(db, since=now - DAY, until=now + timedelta(seconds=1))
    yield from _turns(found, script.languages)
    yield from _steps(found, script)
    yield _one("bookings_by_text_last_day", "Bookings finished by text in the last 24 hours", found.booked)
    spent = found.spent_on_bookings
    says = "sent in the flow in which bookings are made, finished or not, in the last 24 hours"
    yield _one("booking_segments_last_day", f"Segments {says}", spent.segments)
    yield _one("booking_cost_dong_last_day", f"Estimated cost of the texts {says}", spent.vnd)
    says = "sent to residents in the last 24 hours"
    yield _one("resident_segments_last_day", f"Segments {says}", found.spent.segments)
    yield _one("resident_cost_dong_last_day", f"Estimated cost of the texts {says}", found.spent.vnd)


def _turns(found: Figures, languages: Collection[str]) -> Iterator[Metric]:
    def gauge(name: str, says: str, numbers: dict[str, int]) -> Metric:
        family = GaugeMetricFamily(f"helpdesk_{name}_last_day", f"{says}, in 24 hours", labels=("language",))
        for language in sorted({*languages, *numbers}):
            family.add_metric((language,), numbers.get(language, 0))
        return family

    yield gauge("turns", "Texts that came in", _by_language(found, list(Outcome), languages))
    for name, (outcomes, which) in _TEXTS.items():
        yield gauge(f"texts_{name}", f"Texts {which}", _by_language(found, outcomes, languages))
    wrong = {language: number for language, number in found.wrong.items() if language in languages}
    yield gauge("texts_marked_wrong", "Texts that an official marked as understood wrongly", wrong)


def _by_language(found: Figures, outcomes: Collection[Outcome], languages: Collection[str]) -> dict[str, int]:
    wanted = {outcome.value for outcome in outcomes}
    numbers: dict[str, int] = {}
    for (outcome, language), number in found.turns.items():
        if outcome in wanted:
            known = language if language in languages else OTHER
            numbers[known] = numbers.get(known, 0) + number
    return numbers


def _steps(found: Figures, script: Script) -> Iterator[Metric]:
    totals: dict[tuple[str, str, str], Step] = {}
    for (flow, step, language), its in found.steps.items():
        total = totals.setdefault(_bounded(script, flow, step, language), Step())
        for figure in _STEPS:
            setattr(total, figure, getattr(total, figure) + getattr(its, figure))
    for figure, says in _STEPS.items():
        labels = ("flow", "step", "language")
        family = GaugeMetricFamily(f"helpdesk_step_{figure}_last_day", f"{says}, in 24 hours", labels=labels)
        for key, total in sorted(totals.items()):
            if number := getattr(total, figure):
                family.add_metric(key, number)
        yield family


def _bounded(script: Script, flow: str, step: str, language: str) -> tuple[str, str, str]:
    spoken = language if language in script.languages else OTHER
    known = flow in script.structure.flows and step in script.structure.flows[flow].steps
    return (flow, step, spoken) if known else (OTHER, OTHER, spoken)


def _one(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"helpdesk_{name}", says, value=value)
