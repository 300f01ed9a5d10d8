"""Any operations of the booking room in any order, each held against the model (tests/support/booking_model.py).

What hypothesis finds is the shortest sequence of operations after which model and tables part, or somebody is told of
the same thing twice.
"""

from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import opening
from helpdesk.booking.tables import booked_persons
from helpdesk.booking.tables import openings as openings_table
from helpdesk.clock import FixedClock, local_date
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.people.tables import contacts
from helpdesk.places.tables import PlaceKind
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.store.base import metadata
from helpdesk.sweeps import SWEEPS
from tests.support import builders
from tests.support.booking_model import BookingModel, ModelOpening, held_places, told_by
from tests.support.invariants import Findings, notices_once
from tests.support.recount import miscounted
from tests.support.scripted_channel import ScriptedChannel

BEGINS = datetime(2026, 12, 1, 9, 0)  # noqa: DTZ001 - no zone means commune time
PHONES = ("+84912345601", "+84912345602", "+84912345603")
LEFT_OUT = ("top_up", "officer_lists", "officer_mails", "leader_lists", "purge", "alert")
"""Sweeps that make lists and files, or sample openings: nothing of them is looked at here."""

CAPACITIES = (2, 4, 7)
PLACES = st.integers(0, 5)
"""Which of the openings there are; those that are put off make new ones."""

NAMES = ("Hồ Thị Mai", "Hồ Văn Đoàn", "Cao Thị Lan", "Đinh Văn Phước", "Hồ Thị Xuân")

_SCRIPT: list[Script] = []


def _script() -> Script:
    if not _SCRIPT:
        _SCRIPT.append(load())  # takes longer than many an example
    return _SCRIPT[0]


def empty(engine: sa.Engine) -> None:
    """Take every row out of a database."""
    with engine.begin() as db:
        for table in reversed(metadata.sorted_tables):
            db.execute(table.delete())


class BookingMachine(RuleBasedStateMachine):
    """The operations as rules. What a person says by text is taken over from the tables; all else is foretold."""

    booked: Bundle[int] = Bundle("booked")

    def __init__(self, engine: sa.Engine, folder: Path) -> None:
        super().__init__()
        empty(engine)
        self.engine, self.clock, self.model = engine, FixedClock(BEGINS), BookingModel()
        self.chance, self._texts = Random(1), count()
        self.channel = ScriptedChannel()
        with engine.begin() as db:
            self.way = builders.gateway(db)
        self.runtime: Runtime = open_runtime(
            Settings(data=folder), clock=self.clock, engine=engine, script=_script()
        )
        self.runtime.channels["twilio"] = self.channel
        self.runtime.house.chance = self.chance
        self.contacts: list[int] = []
        # Bookings as somebody saw them once; they may be over, or elsewhere, by now.
        self.seen: dict[int, Booking] = {}
        self.rows = 0

    @initialize()
    def a_commune(self) -> None:
        """A centre and a village, each open on two days, and three phones."""
        now = self.clock.now()
        with self.engine.begin() as db:
            commune_id = builders.commune(db)
            for kind, name in ((PlaceKind.CENTRE, "Thượng Trạch"), (PlaceKind.VILLAGE, "Cà Roòng 1")):
                where = builders.place(db, commune_id, name, kind=kind)
                for days, capacity in zip((2, 5), CAPACITIES, strict=False):
                    day = local_date(now) + timedelta(days=days)
                    made = builders.opening(db, where, day=day, capacity=capacity)
                    self.model.openings[made.id] = ModelOpening(capacity, made.starts_at)
            self.contacts = [
                builders.contact(db, builders.Someone("", phone), now=now).id for phone in PHONES
            ]
            db.execute(contacts.update().values(commune_id=commune_id))
        self.furnish()

    def furnish(self) -> None:
        """What else there is from the beginning."""

    # Operations of the room, each foretold by the model

    @rule(
        target=booked,
        phone=st.integers(0, 2),
        at=PLACES,
        people=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    )
    def book(self, phone: int, at: int, people: list[str]) -> MultipleResults[int] | int:
        now, opening_id, contact_id = self.clock.now(), self.opening_at(at), self.contacts[phone]
        fits = self.model.fits(opening_id, len(people), now=now)
        with self.engine.begin() as db:
            made = changes.book(
                db,
                opening(db, opening_id),
                [(name, 1950 + NAMES.index(name)) for name in people],
                contact_id=contact_id,
                now=now,
                timetable=self.runtime.settings.timetable,
                chance=self.chance,
            )
        assert (made is not None) == fits
        if made is None:
            return multiple()
        self.seen[made.id] = made
        self.model.book(made.id, contact_id, opening_id, {one.id: one.name for one in made.people})
        return made.id

    @rule(booking_id=booked, some=st.none() | st.sets(st.integers(0, 2), min_size=1))
    def cancel(self, booking_id: int, some: set[int] | None) -> None:
        booking = self.seen[booking_id]
        everybody = list(self.model.bookings[booking_id].people)
        person_ids = None if some is None else [everybody[at] for at in some if at < len(everybody)]
        with self.engine.begin() as db:
            left = changes.cancel(db, booking, person_ids=person_ids, now=self.clock.now())
        assert left == self.model.cancel(booking_id, person_ids)

    @rule(target=booked, booking_id=booked, at=PLACES)
    def move(self, booking_id: int, at: int) -> MultipleResults[int] | int:
        booking, now = self.seen[booking_id], self.clock.now()
        there_already = self.model.bookings[booking_id].opening_id == self.opening_at(at)
        going = self.model.going(booking_id, self.opening_at(at), now=now)
        with self.engine.begin() as db:
            to = opening(db, self.opening_at(at))
            moved = changes.move(
                db,
                booking,
                to,
                now=now,
                timetable=self.runtime.settings.timetable,
                chance=self.chance,
            )
        if there_already:
            assert (moved is not None) == self.model.bookings[booking_id].live
            return multiple()
        return self.went(booking_id, going, moved)

    def went(self, booking_id: int, going: list[int], moved: Booking | None) -> MultipleResults[int] | int:
        """Those have gone whom the model says, or nobody; the new booking, where they left others behind."""
        assert (moved is not None) == bool(going)
        if moved is None:
            return multiple()
        assert [one.id for one in moved.people] == going
        self.model.move(booking_id, going, moved.opening.id, moved.id)
        if moved.id == booking_id:
            return multiple()
        self.seen[moved.id] = moved
        return moved.id

    @rule(booking_id=booked)
    def confirm(self, booking_id: int) -> None:
        with self.engine.begin() as db:
            done = changes.confirm(db, booking_id, now=self.clock.now())
        assert done == self.model.confirm(booking_id)

    @rule(at=PLACES, capacity=st.integers(0, 8))
    def resize(self, at: int, capacity: int) -> None:
        """As an imported table or changed office hours do it: never below those who are booked."""
        o = openings_table.c
        fits = (o.id == self.opening_at(at)) & (o.taken <= capacity)
        with self.engine.begin() as db:
            done = db.execute(openings_table.update().where(fits).values(capacity=capacity)).rowcount
        assert bool(done) == self.model.resize(self.opening_at(at), capacity)

    # What happens by itself, or by text

    @rule(hours=st.sampled_from((1, 5, 12, 20, 48)))
    def time_passes(self, hours: int) -> None:
        self.clock.advance(timedelta(hours=hours))

    @rule()
    def sweep(self) -> None:
        """What falls due is done, in the order in which `tick` does it."""
        for name, run in SWEEPS.items():
            if name not in LEFT_OUT:
                run(self.runtime)
        self.take_over()

    @rule(
        phone=st.integers(0, 2), text=st.sampled_from(("1", "2", "3", "HUY", "DOI", "XEM", "TC", "DANG KY"))
    )
    def somebody_texts(self, phone: int, text: str) -> None:
        arrival = Arrival(
            "twilio", f"SM{next(self._texts)}", self.way, PHONES[phone], text, answer_on_wire=True
        )
        with self.engine.begin() as db:
            receive(db, arrival, self.runtime.house)
        self.take_over()

    # What must be true after each

    @invariant()
    def the_tables_say_what_the_model_says(self) -> None:
        with self.engine.connect() as db:
            assert told_by(db) == self.model.told()

    @invariant()
    def counters_are_what_a_recount_gives(self) -> None:
        with self.engine.connect() as db:
            assert miscounted(db) == []

    @invariant()
    def nobody_is_told_twice(self) -> None:
        said = [outgoing.intent for outgoing in self.channel.sent]
        assert len(said) == len(set(said))
        findings = Findings()
        with self.engine.connect() as db:
            notices_once(db, findings)
        assert findings.faults == []

    def opening_at(self, at: int) -> int:
        """One of the openings there are, by its id."""
        known = sorted(self.model.openings)
        return known[at % len(known)]

    def take_over(self) -> None:
        """Believe what the tables say of who is where; that nobody is lost, and no place given twice, is seen to."""
        with self.engine.connect() as db:
            told = told_by(db)
            rows = db.execute(sa.select(sa.func.count()).select_from(booked_persons)).scalar_one()
            self.model.held = held_places(db)
        assert rows >= self.rows, "somebody who was booked is gone without a trace"
        self.rows = rows
        self.model.take_over(told)

    def nobody_moved(self) -> None:
        """Take over what became of the openings; who is booked where is as before."""
        before = {number: (one.opening_id, dict(one.people)) for number, one in self.model.bookings.items()}
        self.take_over()
        after = {number: (one.opening_id, dict(one.people)) for number, one in self.model.bookings.items()}
        assert after == before
