"""A process that dies at any moment while places are offered: the next one goes on, and nobody is offered them twice."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.booking.waiting_list.waiting_tables import offers
from helpdesk.clock import local_date
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import meet
from helpdesk.places.communes import all_places
from helpdesk.places.tables import PlaceKind
from tests.faults.every_death import every_death_of
from tests.faults.world import World
from tests.support import builders
from tests.support.invariants import taken_by
from tests.support.recount import miscounted

m, f = outbound_messages.c, offers.c


class LastPlace:
    """An opening of its own with one place: the first of two who wait let it go by in this minute."""

    made = 0

    def __init__(self, world: World) -> None:
        LastPlace.made += 1
        self.world, now = world, world.clock.now()
        self.phones = [world.new_phone() for _ in range(2)]
        with world.engine.begin() as db:
            where = next(place for place in all_places(db) if place.kind is PlaceKind.VILLAGE)
            on = local_date(now) + timedelta(days=90 + LastPlace.made)
            opening = builders.opening(db, where, day=on, capacity=1)
            waits = [
                join(
                    db,
                    [("Hồ Thị Mai", 1954)],
                    contact_id=meet(db, phone, now=now).id,
                    commune_id=where.commune_id,
                    place_id=where.id,
                    opening=opening,
                    now=now,
                )
                for phone in self.phones
            ]
            over = make_offer(db, waits[0] or 0, opening.id, now=now - timedelta(hours=5))
            assert over is not None
            db.execute(offers.update().where(f.id == over.id).values(until=now))
        self.opening_id = opening.id

    def go_on(self) -> None:
        """A worker by the timetable."""
        for _ in range(2):
            self.world.sweep("offers", "send")

    def came_of(self) -> tuple[list[str], list[list[str]], int, int]:
        """What became of the offers, what was written for each phone, how much the provider has, and places taken."""
        with self.world.engine.connect() as db:
            made = sa.select(f.state).where(f.opening_id == self.opening_id).order_by(f.id)
            states = list(db.execute(made).scalars())
            written = [
                list(db.execute(sa.select(m.state).where(m.recipient == phone)).scalars())
                for phone in self.phones
            ]
            taken = opening_by_id(db, self.opening_id).taken
            assert miscounted(db) == []
        sent = [each for each in taken_by(self.world.twilio) if each.recipient in self.phones]
        return states, written, len(sent), taken


DONE = (["lapsed", "held"], [[], ["sent"]], 1, 1)


def test_killed_at_any_moment_of_it_one_is_offered_the_place_once(world: World) -> None:
    assert every_death_of("offers", LastPlace, world=world, done=DONE, every=6) == {}
    assert world.faults() == []
