"""helpdesk/booking/hours/calendar.py: the centres' openings follow office hours, holidays and closed days."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.hours import office_hours
from helpdesk.booking.hours.calendar import Kept, keep_centres_open, on_closed_days
from helpdesk.booking.hours.office_hours import HalfDay, half_days
from helpdesk.booking.openings import Opening, from_day, on_day
from helpdesk.booking.services import unless_named
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local, local_date
from helpdesk.places.closed_day_table import open_again, say_of
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from tests.support import builders

MONDAY, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)
NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def centre(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db), "Thượng Trạch", kind=PlaceKind.CENTRE)


def half_day(
    centre: Place,
    weekday: int,
    *,
    opens: time = time(7, 30),
    closes: time = time(11, 30),
    capacity: int = 20,
    kit: bool = False,
) -> HalfDay:
    services = unless_named((), finishes_level2=kit)
    return HalfDay(centre.commune_id, centre.id, weekday, opens, closes, capacity, services, kit)


def keep(db: sa.Connection, clock: FixedClock, *halves: HalfDay, weeks: int = 8) -> Kept:
    for half in halves:
        office_hours.add(db, half)
    return keep_centres_open(db, now=clock.now(), weeks=weeks)


def coming(db: sa.Connection, clock: FixedClock) -> list[Opening]:
    return from_day(db, local_date(clock.now()), at_most=500)


def days(found: Sequence[Opening]) -> list[date]:
    return [opening.day for opening in found]


def did(kept: Kept) -> tuple[int, int, int, int]:
    return kept.opened, kept.changed, kept.taken_back, len(kept.contradicted)


def test_each_half_day_of_the_week_is_opened_weeks_ahead_with_the_break_between(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    morning = half_day(centre, 1, kit=True)
    afternoon = half_day(centre, 1, opens=time(13, 30), closes=time(17, 0), capacity=8)
    assert did(keep(db, clock, morning, afternoon, half_day(centre, 6), weeks=2)) == (6, 0, 0, 0)
    found = on_day(db, MONDAY)
    assert [(f"{local(o.starts_at):%H:%M}", f"{local(o.ends_at):%H:%M}") for o in found] == [
        ("07:30", "11:30"),
        ("13:30", "17:00"),
    ]
    assert [(o.capacity, o.finishes_level2, o.team_id) for o in found] == [(20, True, None), (8, False, None)]
    assert found[0].services == morning.services
    assert sorted({day.isoweekday() for day in days(coming(db, clock))}) == [1, 6], (
        "a Saturday that has hours, too"
    )


def test_to_keep_it_again_changes_nothing_and_a_week_later_a_week_is_added(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    assert did(keep(db, clock, half_day(centre, 1), half_day(centre, 3))) == (16, 0, 0, 0)
    assert did(keep(db, clock)) == (0, 0, 0, 0)
    clock.advance(timedelta(days=7))
    assert did(keep(db, clock)) == (2, 0, 0, 0)


def test_what_has_begun_already_is_not_opened(db: sa.Connection, centre: Place, clock: FixedClock) -> None:
    today = local_date(clock.now()).isoweekday()
    afternoon = half_day(centre, today, opens=time(13, 30), closes=time(17, 0))
    assert did(keep(db, clock, half_day(centre, today), afternoon, weeks=1)) == (1, 0, 0, 0)


def test_nothing_opens_on_national_holidays_or_the_communes_closed_days(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    say_of(db, centre.commune_id, TUESDAY, reason="lễ hội", works=False)
    keep(db, clock, half_day(centre, 2), half_day(centre, 5))
    found = days(coming(db, clock))
    assert (TUESDAY in found, NEW_YEAR in found) == (False, False)
    assert (date(2026, 12, 15) in found, date(2026, 12, 25) in found) == (True, True)


def test_a_closed_day_takes_back_what_nobody_is_booked_in_and_gives_it_back_with_the_day(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 2))
    say_of(db, centre.commune_id, TUESDAY, reason="lũ", works=False)
    assert did(keep(db, clock)) == (0, 0, 1, 0)
    assert did(keep(db, clock)) == (0, 0, 0, 0)
    assert on_day(db, TUESDAY) == []
    open_again(db, centre.commune_id, TUESDAY)
    assert did(keep(db, clock)) == (1, 0, 0, 0)
    assert len(on_day(db, TUESDAY)) == 1


def test_where_somebody_is_booked_a_closed_day_takes_nothing_back_and_is_told(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 2))
    (opening,) = on_day(db, TUESDAY)
    builders.booking(db, opening, now=clock.now())
    say_of(db, centre.commune_id, TUESDAY, reason="lũ", works=False)
    kept = keep(db, clock)
    assert (did(kept), [one.id for one in kept.contradicted]) == ((0, 0, 0, 1), [opening.id])
    assert [(one.id, why) for one, why in on_closed_days(db, centre.commune_id, now=clock.now())] == [
        (opening.id, "lũ")
    ]


def test_a_holiday_on_which_the_commune_says_that_it_works_is_opened(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=-15))
    culture_day = date(2026, 11, 24)
    keep(db, clock, half_day(centre, 2))
    assert culture_day not in days(coming(db, clock))
    say_of(db, centre.commune_id, culture_day, reason="xã làm việc", works=True)
    assert did(keep(db, clock)) == (1, 0, 0, 0)
    assert culture_day in days(coming(db, clock))


def test_changed_hours_change_what_nobody_is_booked_in(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 1), weeks=3)
    first, second, third = coming(db, clock)
    builders.booking(db, first, now=clock.now(), people=3)
    builders.booking(db, second, now=clock.now(), people=9)
    assert did(keep(db, clock, half_day(centre, 1, capacity=5), weeks=3)) == (0, 2, 0, 1)
    assert [(one.capacity, one.taken) for one in coming(db, clock)] == [(5, 3), (20, 9), (5, 0)]
    kept = keep(db, clock, half_day(centre, 1, closes=time(10, 0), kit=True), weeks=3)
    assert (did(kept), third.id in {one.id for one in kept.contradicted}) == ((0, 2, 0, 2), False)
    found = coming(db, clock)
    assert [(f"{local(one.ends_at):%H:%M}", one.finishes_level2, one.capacity) for one in found] == [
        ("11:30", False, 20),
        ("11:30", False, 20),
        ("10:00", True, 20),
    ]


def test_hours_that_are_taken_away_take_their_openings_back(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 1), half_day(centre, 3), weeks=2)
    monday = half_days(db)[0]
    assert office_hours.take_away(db, monday.id, commune_id=centre.commune_id)
    assert not office_hours.take_away(db, half_days(db)[0].id, commune_id=centre.commune_id + 1)
    assert did(keep(db, clock, weeks=2)) == (0, 0, 2, 0)
    assert {day.isoweekday() for day in days(coming(db, clock))} == {3}
    office_hours.take_away(db, half_days(db)[0].id, commune_id=centre.commune_id)
    keep(db, clock, weeks=2)
    assert coming(db, clock) == []


def test_what_somebody_called_off_or_planned_by_hand_is_left(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 1), weeks=2)
    first, _second = coming(db, clock)
    db.execute(openings.update().where(openings.c.id == first.id).values(state=OpeningState.CANCELLED.value))
    by_hand = builders.opening(db, centre, day=date(2026, 12, 10), at=time(9, 0))
    assert did(keep(db, clock, half_day(centre, 4), weeks=2)) == (1, 0, 0, 0)
    assert on_day(db, first.day) == []
    assert on_day(db, by_hand.day) == [by_hand]


def test_other_hours_of_the_same_half_day_replace_it(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    keep(db, clock, half_day(centre, 1), weeks=2)
    office_hours.take_away(db, half_days(db)[0].id, commune_id=centre.commune_id)
    kept = keep(db, clock, half_day(centre, 1, opens=time(8, 0)), weeks=2)
    assert kept.taken_back == 2
    keep(db, clock, weeks=2)
    assert [f"{local(one.starts_at):%H:%M}" for one in coming(db, clock)] == ["08:00", "08:00"]


def test_a_commune_is_kept_alone_where_it_is_named(
    db: sa.Connection, centre: Place, clock: FixedClock
) -> None:
    other = builders.place(db, builders.commune(db, "Dân Hóa"), "Dân Hóa", kind=PlaceKind.CENTRE)
    for place in (centre, other):
        office_hours.add(db, half_day(place, 1))
    kept = keep_centres_open(db, now=clock.now(), commune_id=other.commune_id, weeks=1)
    assert (kept.opened, {one.commune for one in coming(db, clock)}) == (1, {"Dân Hóa"})
