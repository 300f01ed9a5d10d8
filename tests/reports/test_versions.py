"""helpdesk/reports/versions.py."""

from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.states import BookingState
from helpdesk.clock import FixedClock
from helpdesk.reports.tables import Audience, lists
from helpdesk.reports.versions import Changes, changes_since, is_outdated, newest, next_version
from tests.support import builders
from tests.support import lists as some

OFFICER, LEADER = Audience.OFFICER, Audience.LEADER


def test_versions_count_up_while_the_bookings_change(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    first = next_version(db, opening, audience=OFFICER, previous=None, now=clock.now())
    assert first is not None
    assert (first.number, first.rows, first.made_at) == (1, (), clock.now())

    booking = builders.booking(db, opening, now=clock.now(), people=2)
    clock.advance(timedelta(minutes=5))
    second = next_version(db, opening, audience=OFFICER, previous=first, now=clock.now())
    assert second is not None
    assert (second.number, second.made_at) == (2, clock.now())
    assert [row.name for row in second.rows] == [person.name for person in booking.people]
    assert newest(db, [opening.id], audience=OFFICER) == {opening.id: second}


def test_unchanged_rows_make_no_new_version(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    builders.booking(db, opening, now=clock.now())
    first = next_version(db, opening, audience=OFFICER, previous=None, now=clock.now())
    assert next_version(db, opening, audience=OFFICER, previous=first, now=clock.now()) is None
    assert db.execute(sa.select(lists.c.version)).scalars().all() == [1]


def test_a_version_is_written_by_one_worker_only(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    first = next_version(db, opening, audience=OFFICER, previous=None, now=clock.now())
    builders.booking(db, opening, now=clock.now())
    # Both have read the first version; the second of them finds the next one taken.
    assert next_version(db, opening, audience=OFFICER, previous=first, now=clock.now()) is not None
    assert next_version(db, opening, audience=OFFICER, previous=first, now=clock.now()) is None


def test_officers_and_leaders_have_versions_of_their_own(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    next_version(db, opening, audience=OFFICER, previous=None, now=clock.now())
    assert newest(db, [opening.id], audience=LEADER) == {}


def test_that_she_comes_is_news_for_the_officer_but_not_for_the_leader(
    db: sa.Connection, clock: FixedClock
) -> None:
    opening = builders.some_opening(db, now=clock.now())
    booking = builders.booking(db, opening, now=clock.now())
    before = {
        who: next_version(db, opening, audience=who, previous=None, now=clock.now()) for who in Audience
    }
    changes.confirm(db, booking.id, now=clock.now())
    after = next_version(db, opening, audience=OFFICER, previous=before[OFFICER], now=clock.now())
    assert after is not None
    assert [row.state for row in after.rows] == [BookingState.COMING]
    assert next_version(db, opening, audience=LEADER, previous=before[LEADER], now=clock.now()) is None


def test_the_newest_of_each_opening_is_found_at_once(db: sa.Connection, clock: FixedClock) -> None:
    one = builders.some_opening(db, now=clock.now())
    other = builders.opening(db, builders.place(db, one.commune_id, "Tuộc"), day=one.day)
    never = builders.opening(db, builders.place(db, one.commune_id, "Nịu"), day=one.day)
    first = next_version(db, one, audience=OFFICER, previous=None, now=clock.now())
    builders.booking(db, one, now=clock.now())
    second = next_version(db, one, audience=OFFICER, previous=first, now=clock.now())
    its_first = next_version(db, other, audience=OFFICER, previous=None, now=clock.now())
    assert newest(db, [one.id, other.id, never.id], audience=OFFICER) == {one.id: second, other.id: its_first}


def test_changes_name_who_came_and_who_went() -> None:
    before = some.rows(some.FAMILY, some.ALONE)
    assert changes_since(before, before) == Changes((), ())
    assert not changes_since(before, before)
    assert changes_since((), before) == Changes(added=before, removed=())
    assert changes_since(before, before[1:]) == Changes(added=(), removed=before[:1])


def test_a_name_written_anew_is_one_gone_and_one_come() -> None:
    before = some.rows(some.ALONE)
    corrected = (replace(before[0], name="Y Cúc Hương"),)
    assert changes_since(before, corrected) == Changes(added=corrected, removed=before)


def test_a_list_never_handed_out_is_outdated_even_if_nobody_is_on_it() -> None:
    assert is_outdated(None, (), audience=LEADER)
    assert is_outdated(None, (), audience=OFFICER)
