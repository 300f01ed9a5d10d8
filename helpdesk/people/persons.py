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


LEVEL2_FROM = 6
"""Years of age from which a child with a card may have level 2 (Decree 320/2026, Art. 3); younger: level 1 only."""


def is_under_six(birth_year: int | None, *, in_year: int) -> bool:
    """Whether somebody born in that year is too young for level 2 all through `in_year`; False where it is not known."""
    return birth_year is not None and 0 <= in_year - birth_year < LEVEL2_FROM


def person_named(db: sa.Connection, person_id: int) -> Person:
    """One person. Raises sqlalchemy.exc.NoResultFound for an unknown id."""
    query = sa.select(persons.c.id, persons.c.name, persons.c.birth_year).where(persons.c.id == person_id)
    return Person(*db.execute(query).one())


def rename(db: sa.Connection, person_id: int, name: str, birth_year: int | None) -> None:
    """Write down how a person is really called, and when she was born."""
    right = {"name": name, "birth_year": birth_year}
    db.execute(persons.update().where(persons.c.id == person_id).values(right))


_INTRODUCE = persons.insert().returning(persons.c.id, persons.c.name, persons.c.birth_year)
"""Given a list, it is one statement for all rows, and is not compiled again for each number of them."""


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
    # SQLite would run a sorted RETURNING row by row. What comes back in whatever order is given out by name and
    # year; those who share both are not told apart by anything yet.
    made = db.execute(_INTRODUCE, rows)
    ids: dict[tuple[str, int | None], list[int]] = {}
    for person_id, name, year in sorted(made, key=lambda row: -int(row.id)):
        ids.setdefault((name, year), []).append(person_id)
    return [Person(ids[name, year].pop(), name, year) for name, year in people]
