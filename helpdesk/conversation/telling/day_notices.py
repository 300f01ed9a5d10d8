"""Telling who was booked that a day has changed: each contact once, in the way in which she is reached.

By a text; by the neighbour who agreed to tell her, and a call, too, where she has to choose; else by a call. Who wants
no texts any more is rung: she would set out in vain.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.effect import due_changes, take_effect
from helpdesk.booking.changed_days.news import SOON, News, note_told, take_news, to_tell
from helpdesk.booking.changed_days.states import ToldState
from helpdesk.booking.openings import Opening
from helpdesk.booking.reminding.retracting import subject_name
from helpdesk.conversation.house import House
from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed
from helpdesk.conversation.telling.starting import Errand, start
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.messaging.subjects import Subject
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import NewCall, open_call

BATCH = 200


def change_days(engine: sa.Engine, house: House) -> int:
    """Let what is no longer held back take effect, then tell who was booked; how many openings, messages and calls.

    Each change and each contact is a transaction of its own, so whoever dies in between is gone on from where he was.
    Raises ExceptionGroup when some failed, after all the others were done.
    """
    now = house.clock.now()
    done, failed = one_by_one(
        engine,
        lambda db, _failed: due_changes(db, now=now),
        lambda db, change_id: take_effect(
            db, change_id, now=now, timetable=house.timetable, chance=house.chance
        ),
    )
    told, faults = _tell_all(engine, house, now)
    return unless_failed(done + told, [*failed, *faults])


def _tell_all(engine: sa.Engine, house: House, now: datetime) -> tuple[int, list[Exception]]:
    by_night = next_allowed(now) > now

    def waiting(db: sa.Connection, failed: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
        passed_over = {contact_id for contact_id, _ in failed}
        return to_tell(db, now=now, by_night=by_night, at_most=BATCH, but_not=passed_over)

    return one_by_one(engine, waiting, lambda db, one: tell(db, house, hold(db, one[0]), one[1]))


def tell(db: sa.Connection, house: House, contact: Contact, change_id: int) -> int:
    """Tell a contact, held by the caller, of a change if that was not done; how many messages and calls that makes."""
    news = take_news(db, contact.id, change_id)
    if news is None:
        return 0
    # What she has to choose comes last, and so stands on top of what else is asked.
    return sum(_tell(db, house, contact, news, group) for group in (news.moved, news.left) if group)


def _tell(db: sa.Connection, house: House, contact: Contact, news: News, group: Sequence[Booking]) -> int:
    if contact.reach == Reach.TEXT.value and contact.opted_out_at is None:
        return _text(db, house, contact, news, group) or _ring(db, house, contact, news, group)
    helper = helper_of(db, contact.id) if contact.reach == Reach.NEIGHBOUR.value else None
    if helper is None or contact.opted_out_at is not None:
        return _ring(db, house, contact, news, group)
    through = _text(db, house, contact, news, group, through=hold(db, helper))
    # He can tell her not to set out, and cannot choose a day for her.
    return through + (_ring(db, house, contact, news, group) if group is news.left or not through else 0)


def _text(
    db: sa.Connection,
    house: House,
    contact: Contact,
    news: News,
    group: Sequence[Booking],
    *,
    through: Contact | None = None,
) -> int:
    now, ids = house.clock.now(), [booking.id for booking in group]
    facts = {"change_id": news.change.id, "booking_ids": ids}
    alone = through is None or group is news.moved
    errand = Errand(
        flow="day_changed_neighbour" if through else "day_changed",
        facts={**facts, "helped_id": contact.id} if through else facts,
        kind=Kind.NOTICE,
        intent_key=_key(news, contact, group),
        useful_until=news.useful_until(group, now=now),
        # Where she is rung beside, that is what is taken back and said anew.
        about=tuple(news.about(booking) if alone else Subject(subject_name(booking.id)) for booking in group),
        at_once=_soon(now, news.old, *(booking.opening for booking in group)),
        outdates=tuple(ids),
    )
    written = start(db, through or contact, errand, house)
    if written is None:
        return 0
    note_told(db, news.change.id, ids, ToldState.TEXTED, now=now, message_id=written)
    return 1


def _ring(db: sa.Connection, house: House, contact: Contact, news: News, group: Collection[Booking]) -> int:
    """A call for each booking, so that one that is cancelled takes no other with it."""
    now = house.clock.now()
    opened = 0
    for booking in group:
        call = NewCall(
            commune_id=booking.opening.commune_id,
            contact_id=contact.id,
            booking_id=booking.id,
            opening_id=booking.opening.id,
            intent_key=f"{_key(news, contact, group)}:{booking.id}",
            said=news.about(booking).said,
            due_by=news.useful_until([booking], now=now),
        )
        opened += open_call(db, call, now=now) is not None
    note_told(db, news.change.id, [booking.id for booking in group], ToldState.RUNG, now=now)
    return opened


def _key(news: News, contact: Contact, group: Collection[Booking]) -> str:
    """Under which it is said once, in whatever way."""
    what = "moved" if group is news.moved else "left"
    return f"day_changed:{news.change.id}:{contact.id}:{what}"


def _soon(now: datetime, *openings: Opening) -> bool:
    return any(now < opening.starts_at <= now + SOON for opening in openings)
