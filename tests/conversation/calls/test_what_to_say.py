"""helpdesk/conversation/calls/what_to_say.py: the words of all calls at once."""

from datetime import time, timedelta

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.effect import take_effect
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening
from helpdesk.clock import local_date
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.conversation.telling.changed_by_others import Change
from helpdesk.places.communes import all_places
from helpdesk.places.tables import PlaceKind
from helpdesk.settings import Timetable
from helpdesk.tickets.calls import Call, NewCall, open_call, open_calls
from tests.support import builders
from tests.support.changed_days import UNDO_FOR, called_off
from tests.support.service import Service
from tests.support.statements import statements_of

EACH = 3
"""Calls of every kind."""


def _ring(db: sa.Connection, service: Service, booking: Booking, key: str) -> None:
    now, due_by = service.clock.now(), service.clock.now() + timedelta(days=30)
    call = NewCall(
        booking.opening.commune_id, booking.contact_id or 0, booking.id, booking.opening.id, key, "", due_by
    )
    open_call(db, call, now=now)


def _all_kinds(service: Service) -> list[Call]:
    """Of each kind EACH: a day called off, a person cancelled by the office, a visit to which nobody came."""
    now, timetable = service.clock.now(), Timetable()
    with service.engine.begin() as db:
        villages = iter(place for place in all_places(db) if place.kind is PlaceKind.VILLAGE)

        def visit(days: int) -> Opening:
            return builders.opening(
                db, next(villages), day=local_date(now) + timedelta(days=days), at=time(6, 0)
            )

        soon, then = visit(1), visit(20)
        absent = [builders.booking(db, soon, now=now) for _ in range(EACH)]
        fewer = [builders.booking(db, then, now=now, people=2) for _ in range(EACH)]
        off = [builders.booking(db, visit(7), now=now) for _ in range(EACH)]
        changes = [called_off(db, booking.opening.id, now=now).id for booking in off]
    service.clock.advance(UNDO_FOR)
    with service.engine.begin() as db:
        for change_id, booking in zip(changes, off, strict=True):
            assert take_effect(db, change_id, now=service.clock.now(), timetable=timetable)
            _ring(db, service, booking, f"day_changed:{change_id}:{booking.id}")
        for booking in fewer:
            gone = booking.people[0].id
            cancel(db, booking, person_ids=[gone], now=service.clock.now())
            _ring(db, service, booking, f"{Change(gone=(gone,)).said}:{booking.id}")
    service.clock.set(soon.starts_at + timedelta(hours=1))
    with service.engine.begin() as db:
        for one in attendance_in(db, [soon.id]):
            by = By(None)
            mark(db, one.booked_id, Outcome.ABSENT, by=by, now=service.clock.now(), timetable=timetable)
        for booking in absent:
            _ring(db, service, booking, f"reminder:{booking.id}")
        return open_calls(db, now=service.clock.now())


def test_the_words_of_many_calls_are_asked_for_at_once(service: Service) -> None:
    calls = _all_kinds(service)
    one_of_each = list({call.intent_key.split(":")[0]: call for call in calls}.values())
    assert (len(calls), len(one_of_each)) == (3 * EACH, 3)
    asked = []
    for of in (one_of_each, calls):
        with service.engine.connect() as db, statements_of(service.engine) as seen:
            spoken = what_to_say(db, service.runtime.house, of)
        assert [one.call for one in spoken] == of
        asked.append(len(seen))
    assert asked[1] == asked[0]
