"""A process that dies at any moment while a day is put off: the next one goes on, and each contact is told once."""

from datetime import time, timedelta

import sqlalchemy as sa

from helpdesk.booking.changed_days.day_changes import postpone
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.changes import book
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.tables import bookings
from helpdesk.clock import local_date
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import meet
from helpdesk.places.closed_days import closures
from helpdesk.places.communes import all_places
from helpdesk.places.tables import PlaceKind
from helpdesk.settings import Timetable
from tests.faults.every_death import every_death_of
from tests.faults.world import World
from tests.support import builders
from tests.support.invariants import taken_by

m = outbound_messages.c

TOGETHER = 2
"""Phones that are booked on the day."""


class Day:
    """An opening of its own in a village, put off and due, with two phones booked."""

    made = 0

    def __init__(self, world: World) -> None:
        Day.made += 1
        self.world, now = world, world.clock.now()
        self.phones = [world.new_phone() for _ in range(TOGETHER)]
        with world.engine.begin() as db:
            where = next(place for place in all_places(db) if place.kind is PlaceKind.VILLAGE)
            # A working day of its own, beyond those of the sample.
            days = [local_date(now) + timedelta(days=60 + n) for n in range(400)]
            closed = closures(db, where.commune_id, days)
            on = [day for day in days if day not in closed][Day.made]
            opening = builders.opening(db, where, day=on, capacity=9)
            for phone in self.phones:
                contact = meet(db, phone, now=now)
                made = book(
                    db,
                    opening,
                    [("Hồ Thị Mai", 1954)],
                    contact_id=contact.id,
                    now=now,
                    timetable=Timetable(),
                )
                assert made is not None
            new_day = NewDay(opening.day, time(13), time(16))
            change = postpone(
                db,
                opening.id,
                new_day,
                reason=Reason.RAIN,
                official_id=None,
                now=now,
                undo_for=timedelta(),
            )
        self.opening_id, self.to_id = opening.id, change.to_opening_id or 0

    def go_on(self) -> None:
        """A worker by the timetable."""
        for _ in range(2):
            self.world.sweep("change_days", "send")

    def came_of(self) -> tuple[list[list[str]], int, int, int]:
        """What was written for each phone, how much of it the provider has, and who is booked on which day."""
        with self.world.engine.connect() as db:
            states = [
                list(
                    db.execute(
                        sa.select(m.state).where(m.recipient == phone, m.in_reply_to.is_(None))
                    ).scalars()
                )
                for phone in self.phones
            ]
            count = sa.select(sa.func.count()).select_from(bookings)
            there = [
                int(db.execute(count.where(bookings.c.opening_id == id_)).scalar_one())
                for id_ in (self.opening_id, self.to_id)
            ]
            assert opening_by_id(db, self.to_id).taken == there[1]
        taken = [each for each in taken_by(self.world.twilio) if each.recipient in self.phones]
        return states, len(taken), there[0], there[1]


DONE = ([["sent"]] * TOGETHER, TOGETHER, 0, TOGETHER)


def test_killed_at_any_moment_of_it_each_contact_is_told_exactly_once(world: World) -> None:
    assert every_death_of("change_days", Day, world=world, done=DONE, every=4) == {}
    # They were booked without a text, and so were never told that they are.
    assert [fault for fault in world.faults() if "was told of 0 bookings" not in fault] == []
