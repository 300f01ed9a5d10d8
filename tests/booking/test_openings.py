"""helpdesk/booking/openings.py."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import (
    Opening,
    from_day,
    give_back_places,
    offers_service,
    on_day,
    opening,
    place_offers,
    take_places,
    with_room,
)
from helpdesk.booking.services import Service, unless_named
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, at_local
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from tests.support import builders

DAY = date(2026, 12, 8)


@pytest.fixture
def commune_id(db: sa.Connection) -> int:
    return builders.commune(db)


@pytest.fixture
def village(db: sa.Connection, commune_id: int) -> Place:
    return builders.place(db, commune_id)


def _call_off(db: sa.Connection, which: Opening) -> None:
    db.execute(openings.update().where(openings.c.id == which.id).values(state=OpeningState.CANCELLED.value))


def test_an_opening_says_where_when_and_for_how_many(
    db: sa.Connection, commune_id: int, village: Place
) -> None:
    made = builders.opening(db, village, day=DAY, capacity=7, finishes=False)
    assert made == Opening(
        id=made.id,
        commune_id=commune_id,
        commune="Thượng Trạch",
        place_id=village.id,
        place_kind=PlaceKind.VILLAGE,
        place_name="Cà Roòng 1",
        team_id=None,
        day=DAY,
        starts_at=at_local(DAY, time(7, 30)),
        ends_at=at_local(DAY, time(11, 0)),
        capacity=7,
        taken=0,
        finishes_level2=False,
        state=OpeningState.OPEN,
        services=(Service.UPDATE_INFO, Service.ONLINE_DECLARATION),
    )


def test_places_are_taken_while_there_are_any(db: sa.Connection, village: Place, clock: FixedClock) -> None:
    one = builders.opening(db, village, day=DAY, capacity=3)
    took = [take_places(db, one.id, persons, now=clock.now()) for persons in (2, 2, 1, 1)]
    assert took == [1, None, 3, None]
    assert opening(db, one.id).free == 0
    give_back_places(db, one.id, 2)
    assert opening(db, one.id).free == 2


def test_the_next_openings_with_room_for_all_are_found(
    db: sa.Connection, commune_id: int, village: Place, clock: FixedClock
) -> None:
    elsewhere = builders.place(db, commune_id, "Nịu")
    made = [
        builders.opening(db, village, day=DAY + timedelta(days=days), capacity=capacity)
        for days, capacity in ((14, 9), (0, 2), (7, 9), (21, 9), (28, 9))
    ]
    builders.opening(db, elsewhere, day=DAY)
    _call_off(db, made[3])
    last, small, first, _off, far = made

    def found(persons: int, *, at_most: int = 3, but_not: int | None = None) -> list[int]:
        rows = with_room(
            db, place_id=village.id, persons=persons, after=clock.now(), at_most=at_most, but_not=but_not
        )
        return [row.id for row in rows]

    assert found(2) == [small.id, first.id, last.id]
    assert found(3) == [first.id, last.id, far.id]
    assert found(2, at_most=1) == [small.id]
    assert found(2, but_not=first.id) == [small.id, last.id, far.id]
    clock.set(first.starts_at)
    assert found(1) == [last.id, far.id], "what has begun is not offered"


def test_a_day_has_its_openings_in_order_without_those_called_off(
    db: sa.Connection, commune_id: int, village: Place
) -> None:
    other = builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm")
    afternoon = builders.opening(db, village, day=DAY, at=time(13, 30))
    morning = builders.opening(db, village, day=DAY)
    away = builders.opening(db, other, day=DAY, at=time(8, 0))
    off = builders.opening(db, village, day=DAY, at=time(17, 0))
    tomorrow = builders.opening(db, village, day=DAY + timedelta(days=1))
    _call_off(db, off)
    assert on_day(db, DAY) == [morning, away, afternoon]
    assert on_day(db, DAY, commune_id=commune_id) == [morning, afternoon]
    assert on_day(db, DAY, place_id=other.id) == [away]
    assert from_day(db, DAY, at_most=9) == [morning, away, afternoon, tomorrow]
    assert from_day(db, DAY, at_most=2, commune_id=commune_id) == [morning, afternoon]


@pytest.mark.parametrize("finishes", [True, False])
@pytest.mark.parametrize("services", [[], ["level2_card"], ["level2", "update_info"]])
def test_what_an_opening_offers_is_the_same_to_a_query(
    db: sa.Connection, village: Place, services: list[str], *, finishes: bool
) -> None:
    made = builders.opening(db, village, day=DAY, finishes=finishes)
    own = openings.c.id == made.id
    db.execute(openings.update().where(own).values(services=services))
    offered = [
        service
        for service in Service
        if db.execute(sa.select(offers_service(sa.literal(service.value))).where(own)).scalar_one()
    ]
    assert tuple(offered) == unless_named(services, finishes_level2=finishes)


def test_a_place_offers_what_one_of_its_openings_to_come_is_for_be_it_full(
    db: sa.Connection, village: Place
) -> None:
    made = builders.opening(db, village, day=DAY, capacity=1)
    db.execute(openings.update().values(services=["level2_card"], taken=1))
    before, then = made.starts_at - timedelta(seconds=1), made.starts_at
    offered = [place_offers(db, village.id, Service.LEVEL2_CARD, after=after) for after in (before, then)]
    assert (offered, place_offers(db, village.id, Service.LEVEL2, after=before)) == ([True, False], False)
    _call_off(db, made)
    assert not place_offers(db, village.id, Service.LEVEL2_CARD, after=before)
