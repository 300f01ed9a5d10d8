"""A store to practise on: in memory, with the sample data, gone when the process ends."""

import secrets
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.clock import FixedClock, local_date
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.people import sample as sample_people
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade

NOBODYS = secrets.token_hex(16)
"""The password of the officials here: nobody logs in to a practice store."""


def practice_runtime(clock: FixedClock, *, data: Path) -> Runtime:
    """A runtime on a fresh in-memory database; lists it writes go under `data`."""
    engine = open_database("sqlite://")
    _copy(_migrated(), engine)
    with engine.begin() as db:
        sample_places.load(db)
        sample_people.load(db, now=clock.now(), password=NOBODYS)
        sample_openings.load(db, today=local_date(clock.now()))
    settings = replace(Settings(), data=data, database_url="sqlite://")
    return open_runtime(settings, clock=clock, engine=engine, script=_shipped())


@cache
def _shipped() -> Script:
    """Whoever practises often, as with every script of a folder, reads the flows once."""
    return load()


@cache
def _migrated() -> sa.Engine:
    """And migrates once."""
    engine = open_database("sqlite://")
    upgrade(engine)
    return engine


def _copy(template: sa.Engine, engine: sa.Engine) -> None:
    with template.connect() as there, engine.connect() as here:
        source: Any = there.connection.dbapi_connection
        target: Any = here.connection.dbapi_connection
        source.backup(target)
