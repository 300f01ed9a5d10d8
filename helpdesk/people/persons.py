"""Persons: the humans who may be booked. Names are kept as given; nothing is matched strictly by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.people.tables import persons


@dataclass(frozen=True, slots=True)
class Person:
    """A human who may be booked."""

    id: int
    name: str
    birth_year: int | None


def introduce(
    db: sa.Connection,
    people: Sequence[tuple[str, int | None]],
    *,
    by_contact_id: int | None,
    now: datetime,
) -> list[Person]:
    """Write down persons (name, birth year) that a contact told us of; in the order given, in one statement."""
    rows = [
        {"name": name, "birth_year": year, "introduced_by_id": by_contact_id, "created_at": now}
        for name, year in people
    ]
    statement = persons.insert().returning(persons.c.id, sort_by_parameter_order=True)
    ids = db.execute(statement, rows).scalars().all()
    return [Person(person_id, name, year) for person_id, (name, year) in zip(ids, people, strict=True)]
