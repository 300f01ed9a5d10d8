"""helpdesk/booking/sample.py."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking import sample
from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.changes import book
from helpdesk.booking.openings import on_day, opening
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local
from helpdesk.messaging.tables import gateways  # a commune removed must not leave one pointing at it
from helpdesk.people import sample as sample_people
from helpdesk.people.contacts import change, hold, meet
from helpdesk.people.officials import add
from helpdesk.people.tables import Role, officials
from helpdesk.places import sample as sample_places
from helpdesk.places.communes import all_places
from helpdesk.places.tables import PlaceKind, closed_days, communes, places
from helpdesk.reports.tables import lists
from helpdesk.settings import Timetable

TODAY = date(2026, 12, 1)


@pytest.fixture
def world(db: sa.Connection, clock: FixedClock) -> sa.Connection:
    sample_places.load(db)
    sample_people.load(db, now=clock.now(), password="mau-thu-2026")
    return db


def _count(db: sa.Connection, table: sa.Table) -> int:
    return int(db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


@pytest.mark.parametrize("today", [TODAY + timedelta(days=n) for n in (0, 3, 9, 30)])
def test_every_village_is_visited_within_eight_weeks_but_for_holidays(
    world: sa.Connection, today: date
) -> None:
    sample.load(world, today=today)
    visited = set(world.execute(sa.select(openings.c.place_id)).scalars())
    villages = {place.id for place in all_places(world) if place.kind is PlaceKind.VILLAGE}
    assert villages <= visited
    span = world.execute(sa.select(sa.func.min(openings.c.day), sa.func.max(openings.c.day))).one()
    assert today <= span[0] < span[1] < today + timedelta(weeks=8)


def test_the_centres_open_three_mornings_and_the_police_come_on_two(world: sa.Connection) -> None:
    sample.load(world, today=TODAY)
    centres = [place.id for place in all_places(world) if place.kind is PlaceKind.CENTRE]
    for centre in centres:
        week = [
            (found.day.strftime("%a"), found.capacity, found.finishes_level2, found.team_id)
            for day in range(7, 14)
            for found in on_day(world, TODAY + timedelta(days=day), place_id=centre)
        ]
        assert sorted(week) == [
            ("Fri", 20, True, None),
            ("Mon", 20, False, None),
            ("Wed", 20, True, None),
        ]


def test_a_village_is_visited_by_the_team_mostly_with_the_kit(world: sa.Connection) -> None:
    sample.load(world, today=TODAY)
    visits = world.execute(
        sa.select(openings).join(places).where(places.c.kind == PlaceKind.VILLAGE.value)
    ).all()
    assert {(visit.capacity, visit.team_id is None) for visit in visits} == {(30, False)}
    assert {(f"{local(v.starts_at):%H:%M}", f"{local(v.ends_at):%H:%M}") for v in visits} == {
        ("07:30", "11:00")
    }
    finishing = sum(visit.finishes_level2 for visit in visits)
    assert len(visits) / 2 < finishing < len(visits)


def test_dan_hoa_visits_two_villages_a_week_and_thuong_trach_one_or_two(world: sa.Connection) -> None:
    sample.load(world, today=TODAY)
    monday = date(2026, 12, 7)
    per_week: dict[str, set[int]] = {}
    for week in range(3):
        for commune_id, name in world.execute(sa.select(communes.c.id, communes.c.name)).all():
            days = [monday + timedelta(days=7 * week + n) for n in range(7)]
            visits = [o for day in days for o in on_day(world, day, commune_id=commune_id) if o.team_id]
            per_week.setdefault(name, set()).add(len(visits))
    assert per_week == {"Dân Hóa": {2}, "Thượng Trạch": {1, 2}}


def test_loading_again_only_tops_up(world: sa.Connection) -> None:
    sample.load(world, today=TODAY)
    before = _count(world, openings)
    assert sample.load(world, today=TODAY) == 0
    added = sample.load(world, today=TODAY + timedelta(days=14))
    assert _count(world, openings) == before + added
    late = TODAY + timedelta(weeks=8)
    assert (
        added
        == world.execute(
            sa.select(sa.func.count()).select_from(openings).where(openings.c.day >= late)
        ).scalar_one()
    )


def test_nothing_opens_on_closed_days(world: sa.Connection) -> None:
    flood, holiday = date(2026, 12, 9), date(2027, 1, 1)
    for commune_id in world.execute(sa.select(communes.c.id)).scalars().all():
        world.execute(closed_days.insert().values(commune_id=commune_id, day=flood, reason="lũ"))
    sample.load(world, today=TODAY)
    assert on_day(world, flood) == on_day(world, holiday) == []
    assert on_day(world, date(2026, 12, 11)) != []


def test_a_real_commune_gets_no_sample_openings(db: sa.Connection) -> None:
    db.execute(communes.insert().values(code="that", name="Xã thật", sample=False))
    assert sample.load(db, today=TODAY) == 0


def test_removing_the_sample_takes_all_of_it_and_nothing_else(
    world: sa.Connection, clock: FixedClock
) -> None:
    sample.load(world, today=TODAY)
    real = world.execute(
        communes.insert().values(code="that", name="Xã thật", sample=False).returning(communes.c.id)
    ).scalar_one()
    kept, _ = add(
        world,
        phone="0912345678",
        name="Thật",
        role=Role.OFFICER,
        commune_id=real,
        team_id=None,
        now=clock.now(),
    )
    sample_commune = world.execute(sa.select(sa.func.min(communes.c.id))).scalar_one()
    add(
        world,
        phone="0912345679",
        name="Thử",
        role=Role.OFFICER,
        commune_id=sample_commune,
        team_id=None,
        now=clock.now(),
    )
    resident = meet(world, "+84987654321", now=clock.now())
    change(world, resident.id, commune_id=sample_commune)
    first = opening(world, world.execute(sa.select(sa.func.max(openings.c.id))).scalar_one())
    people = [("Hồ Văn A", 1985), ("Hồ Thị B", None)]
    assert book(world, first, people, contact_id=resident.id, now=clock.now(), timetable=Timetable())
    assert len(bookings_in(world, first.id)) == 1
    world.execute(
        lists.insert().values(
            commune_id=first.commune_id,
            opening_id=first.id,
            audience="officer",
            version=1,
            made_at=clock.now(),
            rows=[],
        )
    )

    sample.remove_sample(world)

    assert world.execute(sa.select(communes.c.name)).scalars().all() == ["Xã thật"]
    assert world.execute(sa.select(officials.c.id)).scalars().all() == [kept.id]
    assert [_count(world, table) for table in (places, openings, lists, gateways)] == [0, 0, 0, 0]
    assert hold(world, resident.id).commune_id is None


def test_removing_the_sample_twice_is_the_same_as_once(world: sa.Connection) -> None:
    sample.remove_sample(world)
    sample.remove_sample(world)
    assert _count(world, communes) == 0
