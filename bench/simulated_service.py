"""The service that a simulated week is played on: sample data, room for its contacts, and simulated providers."""

from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local_date
from helpdesk.messaging import gateways
from helpdesk.people import sample as sample_people
from helpdesk.people.tables import Role, officials
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings, Smtp, Twilio

NUMBER = "+15005550006"
SECOND_NUMBER = "+15005550007"
"""Another number of ours, which is given up in the middle of the week."""

MAILBOX = "hen@xa.example"
PACE = 600


def open_service(
    engine: sa.Engine, folder: Path, clock: FixedClock, *, contacts: int, chance: Random
) -> Runtime:
    """The service on sample data, with two numbers at Twilio and a mailbox, and room for some of the contacts.

    Officers get their lists by e-mail, the operator what is stuck, leaders their lists on the simulator. Booking codes are drawn from `chance`, so that a seed gives the same ones again.
    """
    with engine.begin() as db:
        load_sample(db, clock)
        sample_openings.load(db, today=local_date(clock.now()))
        db.execute(openings.update().values(capacity=min(30_000, max(20, contacts // 5))))
    return runtime_on(engine, folder, clock, chance=chance)


def load_sample(db: sa.Connection, clock: FixedClock) -> None:
    """Both communes with their officials, and the second number."""
    sample_places.load(db)
    sample_people.load(db, now=clock.now(), password="mau-thu-2026")
    officer = officials.c.role == Role.OFFICER.value
    # Nobody writes to the address of a sample officer, which may be somebody's.
    db.execute(officials.update().where(officer).values(email="canbo@xa.example", sample=False))
    gateways.ensure(db, channel="twilio", address=SECOND_NUMBER)


def runtime_on(
    engine: sa.Engine, folder: Path, clock: FixedClock, *, chance: Random, **of_gateways: Any
) -> Runtime:
    """The runtime on what is loaded, with a mailbox; all gateways are quick, and as said besides."""
    runtime = open_runtime(
        Settings(
            data=folder,
            twilio=Twilio("AC" + "0" * 32, ("simulated",), NUMBER),
            smtp=Smtp("mail.example", 25, MAILBOX),
            operator_email="truc@xa.example",
        ),
        clock=clock,
        engine=engine,
    )
    runtime.house.chance = chance
    with engine.begin() as db:
        for way in gateways.known(db):
            gateways.change(db, way, pace_per_minute=PACE, **of_gateways)
    return runtime


def give_up_second_number(runtime: Runtime) -> None:
    """What the operator does in mid-week: nothing leaves by that number any more. Running processes are not told."""
    with runtime.engine.begin() as db:
        way = next(way for way in gateways.known(db) if way.address == SECOND_NUMBER)
        gateways.change(db, way, active=False)
