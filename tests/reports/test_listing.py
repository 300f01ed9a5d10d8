"""helpdesk/reports/listing.py."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import Opening
from helpdesk.clock import FixedClock
from helpdesk.places import sample
from helpdesk.places.communes import all_places
from helpdesk.reports.listing import UnknownPlace, lists_for
from helpdesk.reports.tables import Audience
from helpdesk.reports.versions import next_version
from tests.support import builders

DAY = date(2026, 12, 2)


@pytest.fixture
def world(db: sa.Connection) -> sa.Connection:
    sample.load(db)
    return db


def _open(db: sa.Connection, code: str, *, at: time = time(7, 30)) -> Opening:
    (place,) = (place for place in all_places(db) if place.code == code)
    return builders.opening(db, place, day=DAY, at=at)


@pytest.mark.parametrize(
    "query",
    ["ca-roong-1", "CA-ROONG-1", " ca-roong-1 ", "Cà Roòng 1", "ca roong 1", "CÀ ROÒNG 1", "Ka Roong 1"],
)
def test_a_place_is_named_by_code_or_by_name_accents_and_case_ignored(
    world: sa.Connection, clock: FixedClock, query: str
) -> None:
    opening = _open(world, "ca-roong-1")
    _open(world, "tuoc")
    (listing,) = lists_for(world, query, DAY, now=clock.now())
    assert (listing.opening.id, listing.place_code) == (opening.id, "ca-roong-1")


def test_the_centre_is_found_by_the_commune_s_name(world: sa.Connection, clock: FixedClock) -> None:
    opening = _open(world, "trung-tam-dan-hoa")
    for query in ("Dân Hóa", "trung-tam-dan-hoa", "trung tam xa dan hoa"):
        assert [found.opening.id for found in lists_for(world, query, DAY, now=clock.now())] == [opening.id]


def test_all_openings_of_that_day_are_shown_in_order(world: sa.Connection, clock: FixedClock) -> None:
    afternoon, morning = _open(world, "tuoc", at=time(13, 30)), _open(world, "tuoc")
    assert [found.opening.id for found in lists_for(world, "tuộc", DAY, now=clock.now())] == [
        morning.id,
        afternoon.id,
    ]


def test_a_day_on_which_it_is_not_open_has_no_list(world: sa.Connection, clock: FixedClock) -> None:
    _open(world, "tuoc")
    assert lists_for(world, "tuoc", DAY + timedelta(days=1), now=clock.now()) == ()


def test_an_unclear_name_is_refused_with_those_it_may_be(world: sa.Connection, clock: FixedClock) -> None:
    with pytest.raises(UnknownPlace) as refused:
        lists_for(world, "ca roong", DAY, now=clock.now())
    assert {place.code for place in refused.value.near} == {"ca-roong-1", "ca-roong-2"}
    assert str(refused.value) == (
        "no place is 'ca roong'; near it: ca-roong-1 (Cà Roòng 1), ca-roong-2 (Cà Roòng 2)"
    )


def test_an_unknown_name_is_refused_with_the_nearest_ones(world: sa.Connection, clock: FixedClock) -> None:
    with pytest.raises(UnknownPlace) as refused:
        lists_for(world, "bai danh loc", DAY, now=clock.now())
    assert refused.value.near[0].code == "bai-dinh"
    assert len(refused.value.near) == 3


def test_without_any_place_it_is_refused_plainly(db: sa.Connection, clock: FixedClock) -> None:
    with pytest.raises(UnknownPlace) as refused:
        lists_for(db, "tuoc", DAY, now=clock.now())
    assert str(refused.value) == "no place is 'tuoc'"


def test_a_list_carries_the_officer_s_version_as_long_as_nothing_changed(
    world: sa.Connection, clock: FixedClock
) -> None:
    opening = _open(world, "tuoc")
    builders.booking(world, opening, now=clock.now())
    handed_out = clock.now()
    next_version(world, opening, audience=Audience.OFFICER, previous=None, now=handed_out)
    clock.advance(timedelta(hours=1))
    (same,) = lists_for(world, "tuoc", DAY, now=clock.now())
    assert (same.version, same.made_at, same.persons) == (1, handed_out, 1)

    builders.booking(
        world,
        opening,
        now=clock.now(),
        contact_id=builders.contact(world, builders.PROXY, now=clock.now()).id,
    )
    (changed,) = lists_for(world, "tuoc", DAY, now=clock.now())
    assert (changed.version, changed.made_at, changed.persons) == (None, clock.now(), 2)
