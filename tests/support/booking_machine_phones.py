"""Phones of those who did not book themselves, as rules: see booking_machine.py."""

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.person_tables import own_phones as phones
from helpdesk.booking.persons.person_tables import tidings
from helpdesk.booking.states import LIVE, ReminderState
from helpdesk.booking.tables import booked_persons, bookings
from tests.support.booking_machine import PHONES, BookingMachine

HERS = (*PHONES, "+84912345611", "+84912345612")
"""Some of them book themselves, too."""


class PhonesMachine(BookingMachine):
    """A number is noted for who is booked; the sweep tells her there. Nobody is told of what is not so."""

    @rule(booking_id=BookingMachine.booked, which=st.integers(0, 2), phone=st.sampled_from(HERS))
    def give_a_phone(self, booking_id: int, which: int, phone: str) -> None:
        with self.engine.begin() as db:
            booking = live_by_id(db, [booking_id]).get(booking_id)
            if booking is None:
                return
            person = booking.people[which % booking.party]
            timetable = self.runtime.settings.timetable
            own_phones.give(db, booking, person.id, phone, now=self.clock.now(), timetable=timetable)

    @invariant()
    def only_on_the_number_given_last_something_waits_to_be_told(self) -> None:
        waits = (
            sa.select(phones.c.booking_id, phones.c.person_id, phones.c.address)
            .join(tidings, tidings.c.own_phone_id == phones.c.id)
            .where(tidings.c.state == ReminderState.WAITING.value)
        )
        with self.engine.connect() as db:
            for booking_id, person_id, address in db.execute(waits).all():
                assert own_phones.phones_of(db, [booking_id])[person_id] == address

    @invariant()
    def what_waits_to_be_told_on_a_phone_is_of_who_is_booked(self) -> None:
        p, b = booked_persons.c, bookings.c
        booked = (
            sa.exists()
            .where(
                p.booking_id == phones.c.booking_id,
                p.person_id == phones.c.person_id,
                p.cancelled_at.is_(None),
                b.id == p.booking_id,
                b.state.in_(LIVE),
            )
            .correlate(phones)
        )
        stale = (
            sa.select(tidings.c.kind, phones.c.booking_id)
            .join(phones, phones.c.id == tidings.c.own_phone_id)
            .where(tidings.c.state == ReminderState.WAITING.value, tidings.c.kind != "cancelled", ~booked)
        )
        with self.engine.connect() as db:
            assert db.execute(stale).all() == []
