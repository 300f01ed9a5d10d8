"""`python -m helpdesk.up.prepare`: the database made ready in a process of its own.

Migrations and sample data need much that the process watching over the others does not; this one gives its
memory back. It answers with one line of JSON on stdout: {"logins": [[commune, phone, password], …]} or
{"fault": "one plain line"}.
"""

import json
import sys
from pathlib import Path

import sqlalchemy as sa

# All rooms' tables: removing or loading sample data reaches every one of them.
import helpdesk.runtime  # noqa: F401
from helpdesk.booking import sample as sample_openings
from helpdesk.clock import Clock, SystemClock, local_date
from helpdesk.logs import to_stderr
from helpdesk.people import sample as sample_people
from helpdesk.people.officials import change_password
from helpdesk.people.passwords import one_time_password
from helpdesk.people.tables import Role, officials
from helpdesk.places import sample as sample_places
from helpdesk.places.tables import communes
from helpdesk.settings import Settings
from helpdesk.store.migrate import upgrade
from helpdesk.text.phone_numbers import national
from helpdesk.up.database import opened
from helpdesk.up.faults import CannotStart
from helpdesk.up.kept_secrets import kept

Login = tuple[str, str, str]
"""Commune, phone and password of a sample officer."""


def prepare(settings: Settings, clock: Clock) -> list[Login]:
    """Migrate; in development load the sample data where no real commune is. The sample officers' logins.

    Raises CannotStart.
    """
    with opened(settings.database_url) as engine:
        upgrade(engine)
        if settings.in_production:
            return []
        with engine.begin() as db:
            return _load_sample(db, settings.data, clock)


def _load_sample(db: sa.Connection, data: Path, clock: Clock) -> list[Login]:
    if db.execute(sa.select(communes.c.id).where(~communes.c.sample).limit(1)).first():
        return []
    path = data / "sample-password"
    known = path.exists()
    password = kept(path, make=one_time_password)
    sample_places.load(db)
    sample_places.load_facts(db)
    sample_people.load(db, now=clock.now(), password=password)
    sample_openings.load(db, today=local_date(clock.now()))
    query = (
        sa.select(officials.c.id, officials.c.role, officials.c.phone, communes.c.name)
        .join(communes, communes.c.id == officials.c.commune_id)
        .where(officials.c.sample, officials.c.active)
        .order_by(officials.c.id)
    )
    found = db.execute(query).all()
    if not known:  # they may have been loaded beside another data folder
        for official_id, *_ in found:
            change_password(db, official_id, password, now=clock.now())
    return [
        (commune, national(phone), password)
        for _, role, phone, commune in found
        if role == Role.OFFICER.value
    ]


def main() -> None:
    """Answer on stdout; exit code 0 with logins, 2 with a fault."""
    settings = Settings.from_environment()
    to_stderr(settings)
    try:
        said: dict[str, object] = {"logins": prepare(settings, SystemClock())}
    except CannotStart as fault:
        said = {"fault": str(fault)}
    print(json.dumps(said))
    sys.exit(2 if "fault" in said else 0)


if __name__ == "__main__":
    main()
