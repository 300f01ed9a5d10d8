"""helpdesk/people/persons.py."""

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.contacts import meet
from helpdesk.people.persons import Person, introduce
from helpdesk.people.tables import persons
from tests.support.statements import statements_of


def test_persons_are_kept_in_the_order_in_which_they_were_named(db: sa.Connection, clock: FixedClock) -> None:
    proxy = meet(db, "+84912345678", now=clock.now())
    named = [("Hồ Văn A", 1985), ("Y Cúc", None), ("Hồ Văn A", 1985)]
    known = introduce(db, named, by_contact_id=proxy.id, now=clock.now())
    assert [(p.name, p.birth_year) for p in known] == named
    rows = db.execute(sa.select(persons).order_by(persons.c.id)).all()
    assert [Person(row.id, row.name, row.birth_year) for row in rows] == known
    assert {row.introduced_by_id for row in rows} == {proxy.id}


def test_two_of_the_same_name_and_year_are_two_persons(db: sa.Connection, clock: FixedClock) -> None:
    first, second = introduce(db, [("Hồ Thị B", 1990)] * 2, by_contact_id=None, now=clock.now())
    assert first.id != second.id


@pytest.mark.parametrize("person", [("", 1990), ("Hồ Thị B", 1890), ("Hồ Thị B", 2101)])
def test_the_table_refuses_a_person_who_cannot_be(
    db: sa.Connection, clock: FixedClock, person: tuple[str, int]
) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        introduce(db, [person], by_contact_id=None, now=clock.now())


def test_the_number_of_statements_does_not_grow_with_the_persons(
    db: sa.Connection, clock: FixedClock
) -> None:
    counts = []
    for size in (1, 20):
        with statements_of(db.engine) as seen:
            introduce(db, [("Hồ Văn A", 1985)] * size, by_contact_id=None, now=clock.now())
        counts.append(len(seen))
    assert counts == [1, 1]
