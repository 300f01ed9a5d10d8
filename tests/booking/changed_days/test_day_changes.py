"""helpdesk/booking/changed_days/day_changes.py, effect.py and news.py, on both databases."""

from datetime import date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

import helpdesk.runtime  # noqa: F401 - imports the tables of every room
from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.changed_days.day_changes import DayChange, changes_of, undo
from helpdesk.booking.changed_days.effect import due_changes, take_effect
from helpdesk.booking.changed_days.faults import CannotChange, NewDay, Wrong
from helpdesk.booking.changed_days.news import to_tell
from helpdesk.booking.changed_days.states import ChangeKind, ChangeState
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.changes import book, cancel, confirm
from helpdesk.booking.horizon import last_day
from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.persons import own_phones, tidings
from helpdesk.booking.persons.tidings import Tiding
from helpdesk.booking.reminding.reminders import contacts_due
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import reminders
from helpdesk.booking.visits.planning import Visit
from helpdesk.booking.visits.publishing import CannotPublish, publish
from helpdesk.clock import FixedClock, local_date
from helpdesk.places.closed_day_table import say_of
from helpdesk.places.communes import places_by_id
from helpdesk.settings import Timetable
from helpdesk.store.base import metadata
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.builders import PROXY
from tests.support.changed_days import UNDO_FOR, called_off, put_off

TIMETABLE = Timetable()


def rows(db: sa.Connection, *but: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the store, but for what only notes what was done."""
    left_out = {"audit_entries", "day_changes", *but}
    return {
        table.name: sorted((tuple(row) for row in db.execute(sa.select(table))), key=str)
        for table in metadata.sorted_tables
        if table.name not in left_out
    }


def other_day(opening: Opening, days: int = 2, *, at: time | None = None) -> NewDay:
    """A day some days later that is nobody's holiday, at the same hours unless `at` says otherwise."""
    return NewDay.of(opening, opening.day + timedelta(days=days), at, time(16) if at else None)


def effect(db: sa.Connection, change: DayChange) -> bool:
    return take_effect(db, change.id, now=change.takes_effect_at, timetable=TIMETABLE)


def full_world(db: sa.Connection, now: datetime, *, days: int = 7) -> Opening:
    """An opening with a resident's booking of 2, a proxy's two of 3 and 1, and one by an official for 1 without a phone."""
    opening = builders.some_opening(db, now=now, days=days, capacity=8)
    proxy = builders.contact(db, PROXY, now=now).id
    builders.booking(db, opening, now=now, people=2)
    builders.booking(db, opening, now=now, people=3, contact_id=proxy)
    builders.booking(db, opening, now=now, people=1, contact_id=proxy)
    official = builders.officer(db, opening.commune_id, now=now)
    made = book(db, opening, builders.persons(1), official_id=official, now=now, timetable=TIMETABLE)
    assert made is not None
    return opening_by_id(db, opening.id)


@pytest.fixture
def now(clock: FixedClock) -> datetime:
    return clock.now()


@pytest.fixture
def opening(db: sa.Connection, now: datetime) -> Opening:
    return full_world(db, now)


def test_undone_everything_is_as_it_was(db: sa.Connection, now: datetime, opening: Opening) -> None:
    confirm(db, bookings_in(db, opening.id)[0].id, now=now)
    before = rows(db)
    for kind in ChangeKind:
        if kind is ChangeKind.POSTPONED:
            change = put_off(db, opening.id, other_day(opening), now=now)
        else:
            change = called_off(db, opening.id, now=now, moves_on=True)
        assert rows(db) != before
        assert undo(db, change.id, official_id=None, now=now + timedelta(minutes=9))
        assert rows(db) == before
        assert not undo(db, change.id, official_id=None, now=now + timedelta(minutes=9))
    assert due_changes(db, now=now + timedelta(days=1)) == []
    assert changes_of(db, opening.id) == []


@pytest.mark.parametrize(("before", "held"), [(timedelta(0), timedelta(0)), (timedelta(minutes=1), UNDO_FOR)])
def test_what_begins_before_it_could_be_undone_is_told_at_once(
    db: sa.Connection, opening: Opening, before: timedelta, held: timedelta
) -> None:
    now = opening.starts_at - UNDO_FOR - before
    change = called_off(db, opening.id, now=now)
    assert change.takes_effect_at == now + held


def test_while_it_changes_nobody_is_booked_and_nobody_is_reminded(
    database: sa.Engine, clock: FixedClock
) -> None:
    with database.begin() as db:
        now = clock.now()
        opening = full_world(db, now, days=4)
        later = now + timedelta(days=1, hours=6)
        reminded = contacts_due(db, now=later, at_most=9)
        assert len(reminded) == 2
        change = put_off(db, opening.id, other_day(opening), now=now)
        to = opening_by_id(db, change.to_opening_id or 0)
        for one in (opening, to):
            contact = builders.contact(db, now=now).id
            args = {"contact_id": contact, "now": now, "timetable": TIMETABLE}
            assert book(db, one, [("Hồ Văn Mới", None)], **args) is None  # type: ignore[arg-type]
        assert [one for one in from_day(db, opening.day, at_most=9) if one.id in (opening.id, to.id)] == []
        assert contacts_due(db, now=later, at_most=9) == []
        assert undo(db, change.id, official_id=None, now=now)
        assert contacts_due(db, now=later, at_most=9) == reminded


def test_put_off_the_bookings_go_along_with_new_reminders_and_the_old_day_stays_called_off(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    before = bookings_in(db, opening.id)
    change = put_off(db, opening.id, other_day(opening, at=time(13, 30)), now=now)
    assert due_changes(db, now=now + UNDO_FOR - timedelta(seconds=1)) == []
    assert due_changes(db, now=now + UNDO_FOR) == [change.id]
    assert (effect(db, change), effect(db, change)) == (True, False)
    assert not undo(db, change.id, official_id=None, now=now + UNDO_FOR)
    old, to = opening_by_id(db, opening.id), opening_by_id(db, change.to_opening_id or 0)
    assert (old.state, old.taken) == (OpeningState.CANCELLED, 0)
    assert (to.state, to.taken, to.capacity, to.finishes_level2) == (
        OpeningState.OPEN,
        7,
        opening.capacity,
        opening.finishes_level2,
    )
    after = bookings_in(db, to.id)
    assert [(b.id, b.code, [p.name for p in b.people]) for b in after] == [
        (b.id, b.code, [p.name for p in b.people]) for b in before
    ]
    numbers = [number for booking in after for number in booking.numbers]
    assert sorted(numbers) == list(range(1, 8))
    due = db.execute(sa.select(reminders.c.due_at).where(reminders.c.state == "waiting")).scalars()
    assert {local_date(at) for at in due} == {to.day - timedelta(days=n) for n in (1, 3)}
    told = [row.told for row in db.execute(sa.select(changed_bookings).order_by(changed_bookings.c.id))]
    assert told == ["waiting", "waiting", "waiting", "in_person"]


def test_called_off_everybody_stays_on_the_list_and_their_places_count(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    change = called_off(db, opening.id, now=now)
    effect(db, change)
    old = opening_by_id(db, opening.id)
    assert (old.state, old.taken, len(bookings_in(db, old.id))) == (OpeningState.CANCELLED, 7, 4)
    assert contacts_due(db, now=old.starts_at, at_most=9) == []
    contacts = {contact for contact, _ in to_tell(db, now=now, by_night=False, at_most=9)}
    assert len(contacts) == 2
    assert to_tell(db, now=now, by_night=True, at_most=9) == []


def test_called_off_who_fits_gets_the_next_places_and_nobody_more_than_there_are(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    (where,) = places_by_id(db, [opening.place_id])
    sooner = builders.opening(db, where, day=opening.day - timedelta(days=1), capacity=9)
    first = builders.opening(db, where, day=opening.day + timedelta(days=7), capacity=3)
    second = builders.opening(db, where, day=opening.day + timedelta(days=14), capacity=3)
    change = called_off(db, opening.id, now=now, moves_on=True)
    effect(db, change)
    taken = [opening_by_id(db, one.id).taken for one in (sooner, first, second, opening)]
    # 2 and 1 (the proxy's second) go to the first, 3 to the second; the last one, for 1, has to choose.
    assert taken == [0, 3, 3, 1]
    moved = db.execute(sa.select(changed_bookings.c.to_opening_id).order_by(changed_bookings.c.id)).scalars()
    assert list(moved) == [first.id, second.id, first.id, None]


def test_a_day_that_was_called_off_is_put_off_after_all_for_who_has_not_chosen(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    effect(db, called_off(db, opening.id, now=now))
    first, *others = bookings_in(db, opening.id)
    cancel(db, first, now=now)
    change = put_off(db, opening.id, other_day(opening), now=now + timedelta(hours=1))
    assert to_tell(db, now=now, by_night=False, at_most=9) == [], "what is new is not certain yet"
    assert undo(db, change.id, official_id=None, now=now + timedelta(hours=1))
    assert opening_by_id(db, opening.id).state is OpeningState.CANCELLED
    change = put_off(db, opening.id, other_day(opening), now=now + timedelta(hours=1))
    effect(db, change)
    assert [b.id for b in bookings_in(db, change.to_opening_id or 0)] == [b.id for b in others]
    told = [
        (row.change_id, row.told)
        for row in db.execute(sa.select(changed_bookings).order_by(changed_bookings.c.id))
    ]
    old = change.id - 2
    assert told[:4] == [(old, "waiting"), (old, "overtaken"), (old, "overtaken"), (old, "overtaken")]
    assert told[4:] == [(change.id, "waiting"), (change.id, "waiting"), (change.id, "in_person")]
    with pytest.raises(CannotChange, match=Wrong.NOTHING_LEFT):
        called_off(db, opening.id, now=now)


def test_put_off_and_back_to_the_first_day_opens_that_one_again(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    change = put_off(db, opening.id, other_day(opening), now=now)
    effect(db, change)
    away = opening_by_id(db, change.to_opening_id or 0)
    back = put_off(db, away.id, NewDay.of(away, opening.day), now=now + timedelta(hours=1))
    assert back.to_opening_id == opening.id
    effect(db, back)
    states = [
        (opening_by_id(db, id_).state.value, opening_by_id(db, id_).taken) for id_ in (opening.id, away.id)
    ]
    assert states == [("open", 7), ("cancelled", 0)]


def test_what_cannot_be_is_refused_with_its_reason(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    (where,) = places_by_id(db, [opening.place_id])
    busy = builders.opening(db, where, day=opening.day + timedelta(days=3), at=time(9), capacity=9)
    small = builders.opening(db, where, day=opening.day + timedelta(days=5), capacity=6)
    say_of(db, opening.commune_id, opening.day + timedelta(days=4), reason="lễ hội", works=False)

    def refused(to: NewDay) -> set[Wrong]:
        with pytest.raises(CannotChange) as wrong:
            put_off(db, opening.id, to, now=now)
        return set(wrong.value.wrong)

    assert refused(NewDay.of(opening, opening.day)) == {Wrong.SAME}
    assert refused(NewDay.of(opening, local_date(now) - timedelta(days=1))) == {Wrong.PAST}
    assert refused(NewDay.of(opening, opening.day + timedelta(days=4))) == {Wrong.CLOSED}
    for far in (last_day(now=now) + timedelta(days=1), date(2100, 1, 4)):
        assert refused(NewDay.of(opening, far)) == {Wrong.FAR}
    assert refused(NewDay.of(opening, opening.day, time(15), time(9))) == {Wrong.HOURS}
    assert refused(NewDay.of(opening, busy.day)) == {Wrong.PLACE_TWICE}
    assert refused(NewDay.of(opening, small.day)) == {Wrong.NO_ROOM}
    begun = builders.opening(db, where, day=local_date(now), at=time(8), capacity=9)
    with pytest.raises(CannotChange, match=Wrong.OVER):
        called_off(db, begun.id, now=now)
    called_off(db, opening.id, now=now)
    with pytest.raises(CannotChange, match=Wrong.CHANGING):
        called_off(db, opening.id, now=now)


def test_nothing_is_published_over_an_opening_that_may_come_back(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    called_off(db, opening.id, now=now)
    visit = Visit(
        place_id=opening.place_id,
        place_name=opening.place_name,
        day=opening.day,
        opens=time(8),
        closes=time(9),
        capacity=5,
        finishes_level2=False,
        team_id=None,
    )
    with pytest.raises(CannotPublish):
        publish(db, opening.commune_id, [visit], official_id=None, now=now)


def test_of_several_sweeps_at_once_one_does_it(database: sa.Engine, clock: FixedClock) -> None:
    with database.begin() as db:
        opening = full_world(db, clock.now())
        change = put_off(db, opening.id, other_day(opening), now=clock.now())

    def sweep(_number: int) -> bool:
        with database.begin() as db:
            return effect(db, change)

    assert sorted(at_once(4, sweep)) == [False, False, False, True]
    with database.connect() as db:
        assert opening_by_id(db, change.to_opening_id or 0).taken == 7
        assert len(db.execute(sa.select(changed_bookings)).all()) == 4


def test_undoing_and_taking_effect_at_once_one_of_the_two_comes_to_pass(
    database: sa.Engine, clock: FixedClock
) -> None:
    for days in range(3, 6):
        with database.begin() as db:
            commune_of = builders.commune(db, f"Xã {days}")
            where = builders.place(db, commune_of, f"Bản {days}")
            opening = builders.opening(db, where, day=local_date(clock.now()) + timedelta(days=days))
            builders.booking(db, opening, now=clock.now(), people=2)
            change = put_off(db, opening.id, other_day(opening), now=clock.now())

        def act(number: int, change: DayChange = change) -> bool:
            with database.begin() as db:
                if number:
                    return effect(db, change)
                return undo(db, change.id, official_id=None, now=clock.now())

        undone, done = at_once(2, act)
        assert undone != done
        with database.connect() as db:
            state = db.execute(sa.select(day_changes.c.state).where(day_changes.c.id == change.id)).scalar()
            assert state == (ChangeState.UNDONE.value if undone else ChangeState.IN_EFFECT.value)
            old = opening_by_id(db, opening.id)
            assert (old.state, old.taken) == (
                (OpeningState.OPEN, 2) if undone else (OpeningState.CANCELLED, 0)
            )


def test_whoever_was_told_on_a_phone_of_her_own_is_told_there_too_and_not_meanwhile(
    db: sa.Connection, now: datetime, opening: Opening
) -> None:
    booking = bookings_in(db, opening.id)[0]
    own_phones.give(db, booking, booking.people[1].id, "+84912345699", now=now, timetable=TIMETABLE)
    (first,) = tidings.due(db, now=now, at_most=9)
    assert tidings.take(db, first, wanted=True, now=now)
    later = opening.starts_at - timedelta(days=1)
    change = called_off(db, opening.id, now=now)
    assert tidings.due(db, now=later, at_most=9) == []
    effect(db, change)
    assert [one.kind for one in tidings.due(db, now=later, at_most=9)] == [Tiding.CANCELLED]
    effect(db, put_off(db, opening.id, other_day(opening), now=now))
    assert [one.kind for one in tidings.due(db, now=now + UNDO_FOR, at_most=9)] == [Tiding.MOVED]
