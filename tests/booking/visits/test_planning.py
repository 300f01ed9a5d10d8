"""helpdesk/booking/visits/planning.py and publishing.py: rounds of visits."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.openings import from_day
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.planning import MOST_WEEKS, Visit, propose
from helpdesk.booking.visits.publishing import CannotPublish, Wrong, publish
from helpdesk.booking.visits.visit_plans import VisitPlan, keep_plan, plan_of
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import FixedClock
from helpdesk.messaging.tables import inbound_messages
from helpdesk.people.contacts import change, meet
from helpdesk.people.tables import audit_entries, teams
from helpdesk.places.closed_day_table import say_of
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket
from tests.support import builders

MONDAY, TUESDAY, THURSDAY = date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 10)


@pytest.fixture
def commune_id(db: sa.Connection) -> int:
    return builders.commune(db)


@pytest.fixture
def villages(db: sa.Connection, commune_id: int) -> list[Place]:
    builders.place(db, commune_id, "Thượng Trạch", kind=PlaceKind.CENTRE)
    return [builders.place(db, commune_id, name) for name in ("Nịu", "Tuộc", "Cờ Đỏ", "Bản 39")]


def plan(db: sa.Connection, commune_id: int, clock: FixedClock, *, weeks: int = 2) -> list[tuple[str, str]]:
    found = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=weeks)
    return [(f"{visit.day:%a %d}", visit.place_name) for visit in found]


def visited(db: sa.Connection, village: Place, day: date) -> None:
    builders.opening(db, village, day=day)


def test_two_villages_a_week_the_longest_waiting_first_and_each_once_before_any_twice(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    for village, days in zip(villages, (10, 40, 20), strict=False):
        visited(db, village, date(2026, 12, 1) - timedelta(days=days))
    assert plan(db, commune_id, clock, weeks=3) == [
        ("Tue 08", "Bản 39"),
        ("Thu 10", "Tuộc"),
        ("Tue 15", "Cờ Đỏ"),
        ("Thu 17", "Nịu"),
        ("Tue 22", "Bản 39"),
        ("Thu 24", "Tuộc"),
    ]


def test_a_visit_says_since_when_its_village_waits(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    for village in villages:
        visited(db, village, date(2026, 11, 3))
    first = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=1)[0]
    assert first == Visit(
        place_id=villages[0].id,
        place_name="Nịu",
        day=TUESDAY,
        opens=time(7, 30),
        closes=time(11, 0),
        capacity=25,
        finishes_level2=False,
        team_id=None,
        last=date(2026, 11, 3),
        asking=0,
    )


def test_the_commune_says_how_many_when_for_whom_and_with_what(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    said = VisitPlan(commune_id, 3, (6, 1, 3), time(8, 0), time(12, 0), 30, True)
    keep_plan(db, replace(said, per_week=1))
    keep_plan(db, said)
    assert plan_of(db, commune_id) == said
    found = propose(db, said, now=clock.now(), weeks=1)
    assert [f"{visit.day:%a}" for visit in found] == ["Mon", "Wed", "Sat"]
    assert {(v.opens, v.closes, v.capacity, v.finishes_level2) for v in found} == {
        (time(8), time(12), 30, True)
    }


def test_closed_days_are_passed_over_for_another_working_day(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    say_of(db, commune_id, TUESDAY, reason="lũ", works=False)
    assert [day for day, _ in plan(db, commune_id, clock, weeks=1)] == ["Mon 07", "Thu 10"]
    for n in range(5):
        say_of(db, commune_id, MONDAY + timedelta(days=n), reason="lũ", works=False)
    assert plan(db, commune_id, clock, weeks=1) == []


def test_what_is_planned_already_counts(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    visited(db, villages[0], TUESDAY)
    visited(db, villages[1], date(2026, 12, 16))
    visited(db, villages[2], date(2026, 12, 17))
    assert plan(db, commune_id, clock) == [("Thu 10", "Bản 39")]


def test_a_village_comes_forward_by_the_people_who_ask(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    for village in villages:
        visited(db, village, date(2026, 11, 3))
    now, way = clock.now(), builders.gateway(db)
    asks, sick, away = villages[3], villages[2], villages[1]
    for number, village in enumerate((asks, asks, sick, away)):
        contact = meet(db, f"+8491234570{number}", now=now)
        change(db, contact.id, commune_id=commune_id, place_id=village.id)
        if village is asks:
            for text in range(2):
                _wrote(db, contact.id, way.id, f"{number}-{text}", clock)
        elif village is sick:
            open_ticket(
                db, TicketKind.HOME_VISIT, contact_id=contact.id, commune_id=commune_id, text="", now=now
            )
        else:
            elsewhere = builders.opening(db, villages[0], day=TUESDAY)
            builders.booking(db, elsewhere, now=now, contact_id=contact.id, people=3)
    found = propose(db, plan_of(db, commune_id), now=now, weeks=2)
    assert [(visit.place_name, visit.asking) for visit in found] == [("Tuộc", 3), ("Bản 39", 2), ("Cờ Đỏ", 1)]
    for_four = join(
        db,
        builders.persons(4),
        contact_id=builders.contact(db, now=now).id,
        commune_id=commune_id,
        place_id=sick.id,
        now=now,
    )
    assert for_four is not None
    found = propose(db, plan_of(db, commune_id), now=now, weeks=2)
    assert (found[0].place_name, found[0].asking) == (sick.name, 5)


def _wrote(db: sa.Connection, contact_id: int, gateway_id: int, number: str, clock: FixedClock) -> None:
    row = {"channel": "twilio", "provider_id": number, "gateway_id": gateway_id, "contact_id": contact_id}
    more = {"text": "khi nao doi den", "received_at": clock.now(), "understood": "visit_when"}
    db.execute(inbound_messages.insert().values(row | more))


def test_published_visits_are_openings_with_what_may_be_promised(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    officer = builders.officer(db, commune_id, now=clock.now())
    first, second = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=1)
    made = publish(
        db, commune_id, [replace(first, finishes_level2=True), second], official_id=officer, now=clock.now()
    )
    found = from_day(db, TUESDAY, at_most=9)
    assert [one.id for one in found] == made
    assert [(one.finishes_level2, Service.LEVEL2 in one.services, one.capacity) for one in found] == [
        (True, True, 25),
        (False, False, 25),
    ]
    a = audit_entries.c
    noted = db.execute(sa.select(a.official_id, a.commune_id, a.action, a.detail)).all()
    assert [tuple(row) for row in noted] == [(officer, commune_id, "visits.published", {"openings": made})]
    assert plan(db, commune_id, clock, weeks=1) == []


def test_what_cannot_be_is_refused_all_at_once_and_nothing_is_written(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    other = builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm")
    say_of(db, commune_id, THURSDAY, reason="lũ", works=False)
    team = db.execute(
        teams.insert().values(commune_id=commune_id, name="A").returning(teams.c.id)
    ).scalar_one()
    visited(db, villages[0], date(2026, 12, 9))
    good = replace(propose(db, plan_of(db, commune_id), now=clock.now(), weeks=1)[0], team_id=team)
    wrong = [
        replace(good, place_id=other.id),
        replace(good, day=date(2026, 12, 1)),
        replace(good, day=date(2100, 12, 1)),
        replace(good, day=THURSDAY, capacity=0, closes=time(7, 0)),
        replace(good, place_id=villages[0].id, day=date(2026, 12, 9), opens=time(10, 30)),
        good,
        replace(good, place_id=villages[2].id, opens=time(9, 0)),
        replace(good, team_id=team + 1, day=date(2026, 12, 11)),
    ]
    with pytest.raises(CannotPublish) as refused:
        publish(db, commune_id, wrong, official_id=None, now=clock.now())
    assert [(fault.at, fault.wrong) for fault in refused.value.faults] == [
        (0, Wrong.NO_VILLAGE),
        (1, Wrong.PAST),
        (2, Wrong.FAR),
        (3, Wrong.CLOSED),
        (3, Wrong.HOURS),
        (3, Wrong.CAPACITY),
        (4, Wrong.VILLAGE_TWICE),
        (6, Wrong.TEAM_TWICE),
        (7, Wrong.TEAM),
    ]
    assert len(from_day(db, date(2026, 12, 1), at_most=9)) == 1


def test_what_is_proposed_for_the_most_weeks_can_be_published(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    visits = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=MOST_WEEKS)
    assert len(publish(db, commune_id, visits, official_id=None, now=clock.now())) == len(visits)


def test_who_wait_for_a_new_day_bring_their_village_forward(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    for village in villages:
        visited(db, village, date(2026, 11, 3))
    off = builders.opening(db, villages[2], day=date(2026, 11, 24))
    builders.booking(db, off, now=off.starts_at - timedelta(days=5), people=2)
    db.execute(openings.update().where(openings.c.id == off.id).values(state=OpeningState.CANCELLED.value))
    found = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=1)
    assert (found[0].place_name, found[0].asking) == (villages[2].name, 2)


def test_to_publish_twice_is_refused_the_second_time(
    db: sa.Connection, commune_id: int, villages: list[Place], clock: FixedClock
) -> None:
    visits = propose(db, plan_of(db, commune_id), now=clock.now(), weeks=1)
    publish(db, commune_id, visits, official_id=None, now=clock.now())
    with pytest.raises(CannotPublish) as refused:
        publish(db, commune_id, visits, official_id=None, now=clock.now())
    assert {fault.wrong for fault in refused.value.faults} == {Wrong.VILLAGE_TWICE}


def test_a_commune_without_villages_gets_no_proposal(
    db: sa.Connection, commune_id: int, clock: FixedClock
) -> None:
    assert plan(db, commune_id, clock) == []
    keep_plan(db, VisitPlan(commune_id, per_week=0))
    assert plan(db, commune_id, clock) == []
