"""At size: what the sweeps of bookings cost with one thing due, among a thousand bookings and among a million.

Beside the bookings and their reminders there is what years leave behind: waits and offers that are over, openings that
were put off with everybody told, and what came of those who were booked.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

import sqlalchemy as sa

from bench.few_and_many import FewAndMany, Open, parts
from helpdesk.booking import changes
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.changed_days import day_changes
from helpdesk.booking.changed_days.states import ChangeKind, ChangeState, ToldState
from helpdesk.booking.changed_days.states import Reason as WhyChanged
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.changed_days.tables import day_changes as day_changes_table
from helpdesk.booking.openings import Opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.recount import count_anew
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import attendances, booked_persons, openings, reminders
from helpdesk.booking.tables import bookings as bookings_table
from helpdesk.booking.waiting_list import waiting
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.clock import FixedClock, local_date
from helpdesk.people.contacts import meet
from helpdesk.places.communes import Place, all_places
from helpdesk.places.tables import PlaceKind
from helpdesk.runtime import Runtime
from helpdesk.sweeps import SWEEPS

ROUNDS = 30
WARM_UP = 3
OVER = 10
"""One of so many bookings has a wait with its offer behind it, and was in an opening that was put off."""

_numbers = count(1)


@dataclass(frozen=True)
class Case:
    """A sweep with one thing due: what makes it due, and what the sweep must then report."""

    what: str
    sweep: str
    make_due: Callable[[Runtime, FixedClock], None]
    reports: int


def leave_behind(engine: sa.Engine, bookings: int) -> None:
    """What stands beside so many bookings, numbered from 1, with their one person each, after years."""
    with engine.begin() as db:
        # The first opening of all: it was put off, and everybody was told.
        first = opening_by_id(db, db.execute(sa.select(sa.func.min(openings.c.id))).scalar_one())
        now = first.starts_at - timedelta(days=1)
        change = {
            "commune_id": first.commune_id,
            "opening_id": first.id,
            "kind": ChangeKind.POSTPONED.value,
            "reason": WhyChanged.RAIN.value,
            "state": ChangeState.IN_EFFECT.value,
            "opening_was": OpeningState.OPEN.value,
            "moves_on": False,
            "at": now,
            "takes_effect_at": now,
        }
        change_id = db.execute(
            day_changes_table.insert().values(change).returning(day_changes_table.c.id)
        ).scalar_one()
        for part in parts(range(1, bookings + 1, OVER), 10_000):
            db.execute(waits.insert(), [_wait(first, n) for n in part])
            db.execute(offers.insert(), [_offer(first, n) for n in part])
            told = {"change_id": change_id, "told": ToldState.TOLD.value}
            db.execute(changed_bookings.insert(), [{**told, "booking_id": n, "contact_id": n} for n in part])
        persons = sa.select(
            sa.literal(first.commune_id),
            sa.literal(first.id),
            booked_persons.c.id,
            sa.literal(Outcome.ACTIVATED.value),
            sa.literal(now, attendances.c.marked_at.type),
        )
        columns = ["commune_id", "opening_id", "booked_id", "state", "marked_at"]
        db.execute(attendances.insert().from_select(columns, persons.where(booked_persons.c.id % 2 == 0)))
        live = (
            sa.select(sa.func.count()).where(bookings_table.c.opening_id == openings.c.id).scalar_subquery()
        )
        db.execute(openings.update().values(capacity=openings.c.capacity + live, taken=live))


def _wait(at: Opening, number: int) -> dict[str, object]:
    return {
        "id": number,
        "commune_id": at.commune_id,
        "contact_id": number,
        "place_id": at.place_id,
        "opening_id": at.id,
        "party": 1,
        "people": None,
        "state": WaitState.BOOKED.value,
        "joined_at": at.starts_at,
        "ends_at": at.starts_at,
    }


def _offer(at: Opening, number: int) -> dict[str, object]:
    return {
        "commune_id": at.commune_id,
        "wait_id": number,
        "contact_id": number,
        "opening_id": at.id,
        "party": 1,
        "state": OfferState.ACCEPTED.value,
        "made_at": at.starts_at,
        "until": at.starts_at,
    }


def costs(few: Open, many: Open) -> list[tuple[str, FewAndMany]]:
    """Sweep both in every round, with one due each; a sweep that did not do just that is no measurement."""
    found = []
    for case in CASES:
        cost = FewAndMany([], [])
        for number in range(-WARM_UP, ROUNDS):
            for (runtime, clock), into in ((few, cost.few), (many, cost.many)):
                case.make_due(runtime, clock)
                began = time.perf_counter()
                done = SWEEPS[case.sweep](runtime)
                took = (time.perf_counter() - began) * 1000
                if done != case.reports:
                    raise RuntimeError(f"{case.what}: the sweep reports {done}, {case.reports} was due")
                if number >= 0:
                    into.append(took)
        found.append((case.what, cost))
    return found


def recount(runtime: Runtime, clock: FixedClock) -> float:
    """Seconds of counting everything anew, as it is done each night."""
    with runtime.engine.connect() as db:
        began = time.perf_counter()
        if count_anew(db, now=clock.now()).differences:
            raise RuntimeError("the counters differ")
        return time.perf_counter() - began


def _somewhere(db: sa.Connection, clock: FixedClock, *, begins: timedelta, capacity: int = 5) -> Opening:
    """An opening of its own, at one of the villages."""
    villages: list[Place] = [place for place in all_places(db) if place.kind is PlaceKind.VILLAGE]
    # Another village, and when all have had one another minute: no place opens twice at once.
    later, village = divmod(next(_numbers), len(villages))
    at, where = clock.now() + begins + timedelta(minutes=later), villages[village]
    row = {
        "commune_id": where.commune_id,
        "place_id": where.id,
        "day": local_date(at),
        "starts_at": at,
        "ends_at": at + timedelta(minutes=1),
        "capacity": capacity,
        "taken": 0,
        "state": OpeningState.OPEN.value,
        "sample": False,
    }
    return opening_by_id(db, db.execute(openings.insert().values(row).returning(openings.c.id)).scalar_one())


def _booked(
    runtime: Runtime, clock: FixedClock, db: sa.Connection, *, begins: timedelta
) -> tuple[Opening, int]:
    """One person more, in an opening of her own, from a phone of her own; the opening and the booking."""
    opening = _somewhere(db, clock, begins=begins)
    contact = meet(db, f"+8498{next(_numbers):07d}", now=clock.now())
    made = changes.book(
        db,
        opening,
        [("Ho Van A", 1985)],
        contact_id=contact.id,
        now=clock.now() - timedelta(days=2),
        timetable=runtime.settings.timetable,
    )
    if made is None:
        raise RuntimeError("there was no room in an empty opening")
    db.execute(
        reminders.update().where(reminders.c.booking_id == made.id).values(state=ReminderState.SENT.value)
    )
    return opening, made.id


def _an_offer(runtime: Runtime, clock: FixedClock) -> None:
    with runtime.engine.begin() as db:
        opening = _somewhere(db, clock, begins=timedelta(days=9))
        contact = meet(db, f"+8497{next(_numbers):07d}", now=clock.now())
        waiting.join(
            db,
            [("Ho Van B", 1990)],
            contact_id=contact.id,
            commune_id=opening.commune_id,
            place_id=opening.place_id,
            opening=opening,
            now=clock.now(),
        )


def _a_changed_day(runtime: Runtime, clock: FixedClock) -> None:
    with runtime.engine.begin() as db:
        opening, _ = _booked(runtime, clock, db, begins=timedelta(days=9))
        day_changes.call_off(
            db,
            opening.id,
            reason=WhyChanged.RAIN,
            moves_on=True,
            official_id=None,
            now=clock.now(),
            undo_for=timedelta(0),
        )


def _after(outcome: Outcome) -> Callable[[Runtime, FixedClock], None]:
    def made_due(runtime: Runtime, clock: FixedClock) -> None:
        with runtime.engine.begin() as db:
            _, booking_id = _booked(runtime, clock, db, begins=-timedelta(hours=3))
            booked = sa.select(booked_persons.c.id).where(booked_persons.c.booking_id == booking_id)
            person = db.execute(booked).scalar_one()
            mark(db, person, outcome, by=By(None), now=clock.now(), timetable=runtime.settings.timetable)
            hers = (reminders.c.booking_id == booking_id) & (reminders.c.whose == person)
            first = sa.select(sa.func.min(reminders.c.id)).where(hers).scalar_subquery()
            db.execute(reminders.update().where(reminders.c.id == first).values(due_at=clock.now()))

    return made_due


CASES = (
    Case("a place that came free, offered", "offers", _an_offer, 1),
    # The opening, and who was booked there.
    Case("an opening called off, who was booked told", "change_days", _a_changed_day, 2),
    Case("the next date after a no-show", "remind", _after(Outcome.ABSENT), 1),
    Case("whether the result came", "remind", _after(Outcome.TAKEN), 1),
)


def show(few: Open, many: Open, verdict: Callable[[bool], str]) -> None:
    """Print the figures beside the budget; `verdict` says in a word whether it is kept."""
    for what, cost in costs(few, many):
        ratio = cost.ratio()
        print(
            f"  {what}: {statistics.median(cost.few):.1f} ms and {statistics.median(cost.many):.1f} ms:"
            f" {ratio.middle:.2f} times in the same round of {ROUNDS} (half of them {ratio.low:.2f} to {ratio.high:.2f};"
            f" budget 2: {verdict(ratio.middle <= 2)})"
        )
    print(
        f"  the nightly recount counts all: {recount(*few) * 1000:.0f} ms and {recount(*many) * 1000:.0f} ms,"
        " once a night"
    )
