"""A village with a waiting list, for tests of places that came free."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening, opening
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.answering import Answered, accept
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.offers import Offer
from helpdesk.booking.waiting_list.waiting import join, wait_by_id
from helpdesk.booking.waiting_list.waiting_queue import fitting
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.clock import FixedClock
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.builders import OFFICER, Someone

TIMETABLE = Timetable()


@dataclass
class Village:
    """A village with a full visit of five places in a week and another in two, and who waits there."""

    db: sa.Connection
    clock: FixedClock
    place: Place
    visit: Opening
    later: Opening

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def contact(self, who: Someone) -> int:
        return builders.contact(self.db, who, now=self.now).id

    def wait(
        self, who: Someone, persons: int = 1, *, anywhere: bool = False, service: Service | None = None
    ) -> int:
        joined = join(
            self.db,
            builders.persons(persons),
            contact_id=self.contact(who),
            commune_id=self.place.commune_id,
            place_id=self.place.id,
            opening=None if anywhere else self.visit,
            service=service,
            now=self.now,
        )
        assert joined is not None
        return joined

    def free(self, persons: int) -> None:
        """Persons of the visit cancel."""
        booked = next(one for one in live_bookings_of(self.db, self.contact(OFFICER), now=self.now))
        cancel(self.db, booked, person_ids=[one.id for one in booked.people[:persons]], now=self.now)

    def offer(self, wait_id: int, into: Opening | None = None) -> Offer:
        made = make_offer(self.db, wait_id, (into or self.visit).id, now=self.now)
        assert made is not None
        return made

    def accept(self, offer: Offer) -> Answered:
        answered, _ = accept(
            self.db, offer.id, contact_id=offer.contact_id, now=self.now, timetable=TIMETABLE
        )
        return answered

    def taken(self, of: Opening | None = None) -> int:
        return opening(self.db, (of or self.visit).id).taken

    def state(self, wait_id: int) -> WaitState:
        wait = wait_by_id(self.db, wait_id)
        assert wait is not None
        return wait.state

    def becomes(self, state: OpeningState) -> None:
        """The visit is called off, or given back."""
        own = openings.update().where(openings.c.id == self.visit.id)
        self.db.execute(own.values(state=state.value))

    def fitting(self, *, at_most: int = 50) -> list[tuple[int, int]]:
        return [(one.wait_id, one.opening_id) for one in fitting(self.db, now=self.now, at_most=at_most)]


def waiting_village(db: sa.Connection, clock: FixedClock) -> Village:
    """Both visits are full, booked by the office."""
    place = builders.place(db, builders.commune(db))
    visits = [
        builders.opening(db, place, day=(clock.now() + timedelta(days=days)).date(), capacity=5)
        for days in (7, 14)
    ]
    made = Village(db, clock, place, *visits)
    for visit in visits:
        builders.booking(db, visit, now=clock.now(), contact_id=made.contact(OFFICER), people=5)
    return made
