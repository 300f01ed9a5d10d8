"""What people do in conversations, counted over a period from the messages themselves.

Texts are emptied when their time is over; what came of them stays, so the figures hold for as long as the messages do.
Every query reads the rows of the period only: where it begins and ends is found in the primary keys.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation

import sqlalchemy as sa

from helpdesk.booking.tables import bookings
from helpdesk.messaging.states import Outcome, QuestionEvent
from helpdesk.messaging.tables import (
    inbound_messages,
    outbound_messages,
    question_events,
    understanding_marks,
)
from helpdesk.store.recent import first_since

i, o, q, b, w = inbound_messages.c, outbound_messages.c, question_events.c, bookings.c, understanding_marks.c

BOOKING_FLOW = "book"
"""The flow in which a booking is made: what is said in it, to its end or not, is what bookings cost."""


@dataclass(slots=True)
class Step:
    """What became of one step of a flow: a question is asked (again), answered, turned away from for something else,
    not understood or left to expire; a text is told."""

    told: int = 0
    asked: int = 0
    asked_again: int = 0
    answered: int = 0
    turned_away: int = 0
    not_understood: int = 0
    expired: int = 0


@dataclass(slots=True)
class Spent:
    """What residents were sent: segments, dong by our gateways' prices, and what providers named, by currency."""

    segments: int = 0
    vnd: int = 0
    named: dict[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a period. `turns` by outcome (None: of before outcomes were kept) and language; `steps` by flow,
    step and language; `wrong` are texts that an official marked, by language."""

    turns: Mapping[tuple[str | None, str], int]
    steps: Mapping[tuple[str, str, str], Step]
    wrong: Mapping[str, int]
    # Bookings made by text, whether or not they were kept, and the persons in them.
    booked: int
    # Everything sent to residents, and of it what was said in bookings.
    spent: Spent
    spent_on_bookings: Spent
    # Texts of residents in bookings.
    texts_on_bookings: int

    def of(self, *outcomes: Outcome) -> int:
        """Turns of these outcomes, in every language."""
        wanted = {outcome.value for outcome in outcomes}
        return sum(number for (outcome, _), number in self.turns.items() if outcome in wanted)

    @property
    def all_turns(self) -> int:
        """Every text that came in."""
        return sum(self.turns.values())

    def by_step(self) -> dict[tuple[str, str], Step]:
        """The steps by flow and step, languages added up, in their order."""
        found: dict[tuple[str, str], Step] = {}
        for (flow, step, _), figures in sorted(self.steps.items()):
            total = found.setdefault((flow, step), Step())
            for name in Step.__slots__:
                setattr(total, name, getattr(total, name) + getattr(figures, name))
        return found

    def per_booking(self, total: int) -> float | None:
        """A total for each finished booking; None where none was made."""
        return total / self.booked if self.booked else None


def figures(db: sa.Connection, *, since: datetime, until: datetime, commune_id: int | None = None) -> Figures:
    """The figures from `since` to before `until`: of all, or of a commune and what is of no known one."""
    heard = _between(db, i.id, i.received_at, since, until), _of(i.commune_id, commune_id)
    steps: dict[tuple[str, str, str], Step] = {}
    _count_answers(db, heard, steps)
    _count_said(db, heard, steps)
    happened = _between(db, q.id, q.at, since, until), _of(q.commune_id, commune_id)
    _count_events(db, happened, steps)
    told = _between(db, o.id, o.created_at, since, until), _of(o.commune_id, commune_id)
    made = _between(db, b.id, b.made_at, since, until), _of(b.commune_id, commune_id)
    everything, on_bookings = _spent(db, told)
    return Figures(
        turns=_turns(db, heard),
        steps=steps,
        wrong=_wrong(db, heard),
        booked=_number(db, *made, b.contact_id.is_not(None)),
        spent=everything,
        spent_on_bookings=on_bookings,
        texts_on_bookings=_number(db, *heard, _IN_A_BOOKING),
    )


_Where = tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]

_IN_A_BOOKING = (sa.func.coalesce(i.flow, "") == BOOKING_FLOW) | sa.func.coalesce(i.said, "").like(
    f"%:{BOOKING_FLOW}.%"
)


def _between(
    db: sa.Connection, id_column: sa.Column[int], at: sa.Column[datetime], since: datetime, until: datetime
) -> sa.ColumnElement[bool]:
    return (id_column >= first_since(db, id_column, at, since)) & (
        id_column < first_since(db, id_column, at, until)
    )


def _of(column: sa.Column[int], commune_id: int | None) -> sa.ColumnElement[bool]:
    return sa.true() if commune_id is None else (column == commune_id) | column.is_(None)


def _number(db: sa.Connection, *where: sa.ColumnElement[bool]) -> int:
    return db.execute(sa.select(sa.func.count()).where(*where)).scalar_one()


def _turns(db: sa.Connection, heard: _Where) -> dict[tuple[str | None, str], int]:
    query = sa.select(i.outcome, i.language, sa.func.count()).where(*heard).group_by(i.outcome, i.language)
    found: Counter[tuple[str | None, str]] = Counter()
    for outcome, language, number in db.execute(query):
        found[outcome, language or ""] += number
    return dict(found)


_ANSWERS = {
    Outcome.ANSWERED: "answered",
    Outcome.UNDERSTOOD: "turned_away",
    Outcome.ASKED: "turned_away",
    Outcome.NOT_UNDERSTOOD: "not_understood",
}


def _count_answers(db: sa.Connection, heard: _Where, steps: dict[tuple[str, str, str], Step]) -> None:
    columns = (i.flow, i.step, i.language, i.outcome)
    query = sa.select(*columns, sa.func.count()).where(*heard, i.flow.is_not(None)).group_by(*columns)
    for flow, step, language, outcome, number in db.execute(query):
        if outcome in _ANSWERS:
            _add(steps, (flow, step, language or ""), _ANSWERS[outcome], number)


_SAID = {"say": "told", "ask": "asked", "again": "asked_again"}


def _count_said(db: sa.Connection, heard: _Where, steps: dict[tuple[str, str, str], Step]) -> None:
    """There are only so many ways in which steps are said together, so they are counted before they are parted."""
    query = (
        sa.select(i.said, i.language, sa.func.count())
        .where(*heard, i.said.is_not(None))
        .group_by(i.said, i.language)
    )
    for said, language, number in db.execute(query):
        for slot, flow, step in _parted(said):
            _add(steps, (flow, step, language or ""), _SAID[slot], number)


def _parted(said: str) -> Iterator[tuple[str, str, str]]:
    for spoken in said.split():
        slot, _, name = spoken.partition(":")
        flow, _, step = name.partition(".")
        if slot in _SAID:
            yield slot, flow, step


def _count_events(db: sa.Connection, happened: _Where, steps: dict[tuple[str, str, str], Step]) -> None:
    columns = (q.flow, q.step, q.language, q.event)
    query = sa.select(*columns, sa.func.count()).where(*happened).group_by(*columns)
    for flow, step, language, event, number in db.execute(query):
        _add(steps, (flow, step, language), QuestionEvent(event).value, number)


def _add(
    steps: dict[tuple[str, str, str], Step], key: tuple[str, str, str], figure: str, number: int
) -> None:
    step = steps.setdefault(key, Step())
    setattr(step, figure, getattr(step, figure) + number)


def _wrong(db: sa.Connection, heard: _Where) -> dict[str, int]:
    query = (
        sa.select(w.language, sa.func.count())
        .select_from(understanding_marks.join(inbound_messages, i.id == w.inbound_id))
        .where(*heard)
        .group_by(w.language)
    )
    return {row[0]: row[1] for row in db.execute(query)}


def _spent(db: sa.Connection, told: _Where) -> tuple[Spent, Spent]:
    columns = (_IN_A_BOOKING, o.cost)
    query = (
        sa.select(*columns, sa.func.count(), sa.func.sum(o.segments), sa.func.sum(o.estimated_vnd))
        .select_from(outbound_messages.outerjoin(inbound_messages, i.id == o.in_reply_to))
        .where(*told, o.contact_id.is_not(None))
        .group_by(*columns)
    )
    everything, on_bookings = Spent(), Spent()
    for in_a_booking, cost, number, segments, vnd in db.execute(query):
        for spent in (everything, on_bookings) if in_a_booking else (everything,):
            spent.segments += segments
            spent.vnd += vnd or 0
            _add_named(spent.named, cost, number)
    return everything, on_bookings


_COST = re.compile(r"-?(\d+(?:\.\d+)?) ([A-Z]{3})")


def _add_named(named: dict[str, Decimal], cost: str | None, number: int) -> None:
    """What a provider says it took, "-0.0075 USD"; other words of it are no sum."""
    found = _COST.fullmatch(cost or "")
    if found is None:
        return
    try:
        named[found[2]] = named.get(found[2], Decimal()) + Decimal(found[1]) * number
    except InvalidOperation:
        return
