"""The waiting list and parties that change, as rules: see booking_machine.py."""

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, MultipleResults, invariant, multiple, rule

from helpdesk.booking import parting
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.openings import opening
from helpdesk.booking.waiting_list import answering, holding, leaving, waiting
from helpdesk.booking.waiting_list.answering import Answered
from helpdesk.booking.waiting_list.offers import offer_by_id
from helpdesk.booking.waiting_list.waiting_queue import fitting
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.people.contacts import hold
from tests.support.booking_machine import NAMES, PLACES, BookingMachine

SOME = st.sets(st.integers(0, 4), min_size=1)
PARTY = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)


def named(people: list[str]) -> list[tuple[str, int | None]]:
    """People with their birth years."""
    return [(name, 1950 + NAMES.index(name)) for name in people]


class PartingMachine(BookingMachine):
    """More people in a booking, and some of them on another day."""

    @rule(booking_id=BookingMachine.booked, people=PARTY)
    def add_people(self, booking_id: int, people: list[str]) -> None:
        now, model = self.clock.now(), self.model.bookings[booking_id]
        fits = model.live and self.model.fits(model.opening_id, len(people), now=now)
        fits = fits and len(model.people) + len(people) <= MAX_PARTY
        with self.engine.begin() as db:
            made = parting.add_people(db, self.seen[booking_id], named(people), now=now)
        assert (made is not None) == fits
        if made is not None:
            self.model.add(booking_id, {one.id: one.name for one in made.people})

    @rule(target=BookingMachine.booked, booking_id=BookingMachine.booked, some=SOME, at=PLACES)
    def split(self, booking_id: int, some: set[int], at: int) -> MultipleResults[int] | int:
        now, to = self.clock.now(), self.opening_at(at)
        everybody = list(self.model.bookings[booking_id].people)
        wanted = [everybody[at] for at in some if at < len(everybody)]
        going = self.model.going(booking_id, to, now=now, wanted=wanted) if wanted else []
        with self.engine.begin() as db:
            made = parting.split(
                db,
                self.seen[booking_id],
                wanted,
                opening(db, to),
                now=now,
                timetable=self.runtime.settings.timetable,
                chance=self.chance,
            )
        return self.went(booking_id, going, made)


class WaitingMachine(BookingMachine):
    """Joining the list, what comes free, and what is answered to it."""

    waiting: Bundle[int] = Bundle("waiting")
    offered: Bundle[int] = Bundle("offered")

    @rule(target=waiting, phone=st.integers(0, 2), at=PLACES, people=PARTY, any_day=st.booleans())
    def join(self, phone: int, at: int, people: list[str], any_day: bool) -> MultipleResults[int] | int:
        with self.engine.begin() as db:
            where = opening(db, self.opening_at(at))
            if where.starts_at <= self.clock.now():
                return multiple()
            hold(db, self.contacts[phone])
            made = waiting.join(
                db,
                named(people),
                contact_id=self.contacts[phone],
                commune_id=where.commune_id,
                place_id=where.place_id,
                opening=None if any_day else where,
                now=self.clock.now(),
            )
        return multiple() if made is None else made

    @rule(target=offered)
    def hold_what_is_free(self) -> MultipleResults[int] | int:
        """As the sweep does it, for the first who fits."""
        now = self.clock.now()
        with self.engine.begin() as db:
            fits = fitting(db, now=now, at_most=1)
            if not fits:
                return multiple()
            hold(db, fits[0].contact_id)
            made = holding.make_offer(db, fits[0].wait_id, fits[0].opening_id, now=now)
        assert made is not None, "nobody came between"
        assert self.model.fits(made.opening.id, made.party, now=now)
        self.take_over()
        return made.id

    @rule(target=BookingMachine.booked, offer_id=offered)
    def accept(self, offer_id: int) -> MultipleResults[int] | int:
        now = self.clock.now()
        with self.engine.begin() as db:
            offer = offer_by_id(db, offer_id)
            if offer is None:  # its opening was undone
                return multiple()
            hold(db, offer.contact_id)
            answered, booking = answering.accept(
                db,
                offer_id,
                contact_id=offer.contact_id,
                now=now,
                timetable=self.runtime.settings.timetable,
                chance=self.chance,
            )
        assert (answered is Answered.BOOKED) == (booking is not None)
        if booking is None or booking.id in self.model.bookings:
            self.take_over()
            return multiple()
        assert (booking.opening.id, booking.party) == (offer.opening.id, offer.party)
        assert [one.name for one in booking.people] == [name for name, _ in offer.people]
        if offer.state is not OfferState.HELD:
            # A late yes takes what is free; another place that was held for her goes back first.
            assert self.model.openings[offer.opening.id].starts_at > now
        self.take_over()
        self.seen[booking.id] = booking
        return booking.id

    @rule(offer_id=offered)
    def decline(self, offer_id: int) -> None:
        with self.engine.begin() as db:
            offer = offer_by_id(db, offer_id)
            if offer is not None:
                hold(db, offer.contact_id)
                answering.decline(db, offer_id, contact_id=offer.contact_id, now=self.clock.now())
        self.take_over()

    @rule(wait_id=waiting)
    def leave(self, wait_id: int) -> None:
        with self.engine.begin() as db:
            leaving.leave(db, wait_id, now=self.clock.now())
        self.take_over()

    @rule()
    def end_what_is_over(self) -> None:
        with self.engine.begin() as db:
            for offer_id in holding.due(db, now=self.clock.now(), at_most=9):
                assert holding.end_due(db, offer_id, now=self.clock.now())
        self.take_over()

    @invariant()
    def what_is_held_is_held_for_one_who_waits(self) -> None:
        with self.engine.connect() as db:
            offered = sa.select(waits.c.id).where(waits.c.state == WaitState.OFFERED.value)
            held = sa.select(offers.c.wait_id).where(offers.c.state == OfferState.HELD.value)
            assert sorted(db.execute(held).scalars()) == sorted(db.execute(offered).scalars())

    @invariant()
    def an_accepted_offer_is_a_booking(self) -> None:
        accepted = sa.select(offers.c.booking_id, offers.c.contact_id)
        with self.engine.connect() as db:
            rows = db.execute(accepted.where(offers.c.state == OfferState.ACCEPTED.value)).all()
        assert [row.contact_id for row in rows] == [
            self.model.bookings[row.booking_id].contact_id for row in rows
        ]
        assert len({row.booking_id for row in rows}) == len(rows)
