"""The communes of the simulated month in the database: villages, hours, visits that are planned and published."""

from datetime import time
from pathlib import Path
from random import Random

import sqlalchemy as sa

from bench.simulated_communes import (
    CENTRE_WEEKDAYS,
    COMMUNES,
    PERSONS_A_HALF_DAY,
    PERSONS_A_VISIT,
    VISITS_A_WEEK,
    SimulatedCommune,
)
from bench.simulated_service import load_sample, runtime_on
from helpdesk.booking.hours import office_hours
from helpdesk.booking.hours.calendar import keep_centres_open
from helpdesk.booking.hours.office_hours import HalfDay
from helpdesk.booking.services import WITH_KIT
from helpdesk.booking.visits.planning import propose
from helpdesk.booking.visits.publishing import publish
from helpdesk.booking.visits.visit_plans import VisitPlan, keep_plan
from helpdesk.clock import FixedClock
from helpdesk.people.tables import teams
from helpdesk.places.communes import all_communes, all_places
from helpdesk.places.tables import PlaceKind, communes, places
from helpdesk.runtime import Runtime


def open_communes(
    engine: sa.Engine, folder: Path, clock: FixedClock, *, weeks: int, share: float, chance: Random
) -> Runtime:
    """The service for two communes by their own figures, with so many weeks of visits planned and published.

    Where only a share of the households takes part, there is that share of the places, and of nothing else.
    """
    with engine.begin() as db:
        load_sample(db, clock)
        for commune in COMMUNES:
            _plan(db, commune, clock, weeks=weeks, share=share)
    return runtime_on(engine, folder, clock, chance=chance, vnd_per_segment=500)


def _plan(
    db: sa.Connection, commune: SimulatedCommune, clock: FixedClock, *, weeks: int, share: float
) -> None:
    """All villages, invented where their names are not known; the centre's hours; a round of visits, published."""
    own = next(one for one in all_communes(db) if one.code == commune.code)
    known = all_places(db, commune_id=own.id)
    centre = next(place for place in known if place.kind is PlaceKind.CENTRE)
    missing = commune.villages - (len(known) - 1)
    rows = [
        {
            "commune_id": own.id,
            "code": f"{commune.code}-ban-mau-{number}",
            "kind": PlaceKind.VILLAGE.value,
            "name": f"Bản mẫu {NAMES[number]}",
            "aliases": [],
            "sample": True,
        }
        for number in range(missing)
    ]
    db.execute(places.insert(), rows)
    db.execute(communes.update().where(communes.c.id == own.id).values(sample=False))
    half_day, visit = (max(4, round(each * share)) for each in (PERSONS_A_HALF_DAY, PERSONS_A_VISIT))
    for weekday in CENTRE_WEEKDAYS:
        hours = HalfDay(
            own.id,
            centre.id,
            weekday,
            time(7, 30),
            time(11),
            half_day,
            WITH_KIT,
            finishes_level2=True,
        )
        office_hours.add(db, hours)
    keep_centres_open(db, now=clock.now(), commune_id=own.id, weeks=weeks + 1)
    team_id = db.execute(sa.select(teams.c.id).where(teams.c.commune_id == own.id)).scalar_one()
    plan = VisitPlan(own.id, per_week=VISITS_A_WEEK, capacity=visit, finishes_level2=True, team_id=team_id)
    keep_plan(db, plan)
    proposed = propose(db, plan, now=clock.now(), weeks=weeks)
    publish(db, own.id, proposed, official_id=None, now=clock.now())


NAMES = (
    "Sen", "Lúa", "Ngô", "Tre", "Nứa", "Mây", "Trầu", "Cau", "Quế", "Hồi", "Lim", "Gụ", "Sến", "Táu", "Trắc", "Dổi",
)  # fmt: skip
"""Of villages whose names are not known: invented, and unlike each other."""
