"""A process that dies at any moment of a sweep, or while it takes a receipt: the next one does what is left, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import bookings, reminders
from helpdesk.messaging.delivery.claiming import LEASE
from helpdesk.messaging.delivery.settling import UNCERTAIN_PATIENCE
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import contacts
from tests.faults.deaths import Life
from tests.faults.every_death import every_death_of
from tests.faults.world import World
from tests.support.invariants import taken_by

m = outbound_messages.c

MID_CALL = 7
"""The moment of a send that comes after the call, and before anything is known of it."""


def a_reminder_is_due(world: World) -> str:
    phone = world.new_phone()
    # The third opening is days away: the clock of this world goes on, and what is too near is not reminded of.
    world.talk(phone, "DAT", "1", "3", "HO THI MAI 1954", "1")
    first = (
        sa.select(reminders.c.id)
        .join(bookings, bookings.c.id == reminders.c.booking_id)
        .join(contacts, contacts.c.id == bookings.c.contact_id)
        .where(contacts.c.address == phone)
        .order_by(reminders.c.due_at)
        .limit(1)
    )
    with world.engine.begin() as db:
        moved = reminders.update().where(reminders.c.id == first.scalar_subquery())
        assert db.execute(moved.values(due_at=world.clock.now())).rowcount == 1
    return phone


def a_call_was_cut_off_after_it_was_taken(world: World) -> str:
    phone = world.new_phone()
    world.write(recipient=phone)
    world.twilio.accept_then_cut()
    world.sweep("send")
    world.clock.advance(UNCERTAIN_PATIENCE)
    return phone


def a_call_was_cut_off_before_it_was_taken(world: World) -> str:
    phone = world.new_phone()
    world.write(recipient=phone)
    world.twilio.fail_next(503)
    world.sweep("send")
    world.clock.advance(UNCERTAIN_PATIENCE)
    return phone


def a_worker_was_killed_in_mid_call(world: World) -> str:
    phone = world.new_phone()
    world.write(recipient=phone)
    died = world.begin("send", fatal=MID_CALL).end()
    assert (died.killed, died.moments[-3:]) == (True, ["COMMIT", "committed", "BEGIN"])
    world.clock.advance(LEASE)
    return phone


SWEEPS: dict[str, tuple[str, Callable[[World], str]]] = {
    "a reminder is written": ("remind", a_reminder_is_due),
    "what the provider took is looked up": ("look_up", a_call_was_cut_off_after_it_was_taken),
    "what the provider has not is looked up": ("look_up", a_call_was_cut_off_before_it_was_taken),
    "a dead worker's message is released": ("release", a_worker_was_killed_in_mid_call),
}


class Prepared:
    """A phone of its own for which a sweep has something to do."""

    def __init__(self, world: World, prepare: Callable[[World], str]) -> None:
        self.world, self.phone = world, prepare(world)

    def go_on(self) -> None:
        """A worker by the timetable, when the lease of a look-up is over."""
        self.world.clock.advance(timedelta(minutes=3))
        self.world.sweep("remind", "release", "look_up", "send")

    def came_of(self) -> tuple[list[str], int]:
        """The states of what we started for the phone, and how much of it the provider has."""
        ours = sa.select(m.state).where(m.recipient == self.phone, m.in_reply_to.is_(None))
        replies = sa.select(m.text).where(m.recipient == self.phone, m.in_reply_to.is_not(None))
        with self.world.engine.connect() as db:
            states, answered = list(db.execute(ours).scalars()), set(db.execute(replies).scalars())
        taken = [each for each in taken_by(self.world.twilio) if each.recipient == self.phone]
        return states, len([each for each in taken if each.text not in answered])


@pytest.mark.parametrize("what", SWEEPS)
def test_killed_at_any_moment_the_next_sweep_does_what_is_left_and_nothing_twice(
    world: World, what: str
) -> None:
    sweep, prepare = SWEEPS[what]
    assert every_death_of(sweep, lambda here: Prepared(here, prepare), world=world, done=(["sent"], 1)) == {}
    assert world.faults() == []


def test_killed_at_any_moment_of_taking_a_receipt_the_receipt_when_repeated_counts_once(world: World) -> None:
    def receipt(*, fatal: int | None, repeat: bool) -> tuple[str, Life]:
        message_id = world.write(Kind.NOTICE)
        world.sweep("send")
        sid = world.twilio.messages[-1].sid
        web = world.begin("web", fatal=fatal)
        told = world.deliver(sid, "delivered", port=web.port)
        world.bury()
        if repeat and told != 204:
            assert world.deliver(sid, "delivered") == 204
        return world.state(message_id), web.end()

    state, clean = receipt(fatal=None, repeat=False)
    assert state == "delivered"
    wrong = {}
    for fatal, moment in enumerate(clean.moments):
        state, died = receipt(fatal=fatal, repeat=True)
        if (died.killed, state) != (True, "delivered"):
            wrong[f"{fatal} {moment}"] = died.ended, state
    assert wrong == {}
    assert world.faults() == []
