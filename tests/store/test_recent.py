"""helpdesk/store/recent.py"""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.tables import audit_entries
from helpdesk.store.recent import first_since
from tests.support.statements import statements_of

a = audit_entries.c
HOURS = (0, 1, 1, 2, 5, 5, 9, 30)


@pytest.mark.parametrize("gone", [(), (3, 4), (1, 8), (2, 3, 4, 5, 6, 7)])
@pytest.mark.parametrize("since", [-1, 0, 1, 2, 3, 5, 9, 29, 30, 31])
def test_it_parts_the_rows_at_the_moment(
    db: sa.Connection, clock: FixedClock, since: int, gone: tuple[int, ...]
) -> None:
    for number, hour in enumerate(HOURS, start=1):
        row = {"at": clock.now() + timedelta(hours=hour), "action": "test", "subject": f"{number}"}
        db.execute(audit_entries.insert().values({**row, "detail": {}}))
    db.execute(audit_entries.delete().where(a.subject.in_([str(number) for number in gone])))
    first = first_since(db, a.id, a.at, clock.now() + timedelta(hours=since))
    found = db.execute(sa.select(a.subject).where(a.id >= first).order_by(a.id)).scalars().all()
    assert found == [
        str(number) for number, hour in enumerate(HOURS, start=1) if hour >= since and number not in gone
    ]


def test_of_an_empty_table_it_is_everything(db: sa.Connection, clock: FixedClock) -> None:
    assert first_since(db, a.id, a.at, clock.now()) == 0


def test_it_asks_but_a_dozen_times_among_a_thousand_rows(database: sa.Engine, clock: FixedClock) -> None:
    rows = [
        {"at": clock.now() + timedelta(minutes=n), "action": "test", "subject": "", "detail": {}}
        for n in range(1000)
    ]
    with database.begin() as db:
        db.execute(audit_entries.insert(), rows)
        with statements_of(database) as seen:
            first_since(db, a.id, a.at, clock.now() + timedelta(minutes=321))
    assert len(seen) <= 13
