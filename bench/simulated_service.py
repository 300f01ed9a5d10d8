"""The service that a simulated week is played on: sample data, room for its contacts, and simulated providers."""

from pathlib import Path
from random import Random

import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local_date
from helpdesk.messaging.tables import gateways
from helpdesk.people import sample as sample_people
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings, Twilio

NUMBER = "+15005550006"
PACE = 600


def open_service(
    engine: sa.Engine, folder: Path, clock: FixedClock, *, contacts: int, chance: Random
) -> Runtime:
    """The service on sample data, with Twilio's number as its first gateway and room for some of the contacts.

    Booking codes are drawn from `chance`, so that a seed gives the same ones again.
    """
    with engine.begin() as db:
        sample_places.load(db)
        sample_people.load(db, now=clock.now(), password="mau-thu-2026")
        sample_openings.load(db, today=local_date(clock.now()))
        db.execute(openings.update().values(capacity=min(30_000, max(20, contacts // 5))))
    runtime = open_runtime(
        Settings(data=folder, twilio=Twilio("AC" + "0" * 32, ("simulated",), NUMBER)),
        clock=clock,
        engine=engine,
    )
    runtime.house.chance = chance
    with engine.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=PACE))
    return runtime
