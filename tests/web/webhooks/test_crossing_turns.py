"""Two phones that change each other's bookings at the same moment: each holds what the other waits for.

PostgreSQL ends one of the two transactions; SQLite has one writer at a time.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.at_once import at_once
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service

PATIENCE_S = 30.0


@contextmanager
def both_hold_themselves(engine: sa.Engine) -> Iterator[list[int]]:
    """Whoever goes on to hold another contact waits, the first time, until both do; the threads that came so far."""
    both, came = threading.Barrier(2), list[int]()

    def before(_db: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        me = threading.get_ident()
        if "FROM contacts" in statement and "FOR UPDATE" in statement and me not in came:
            came.append(me)
            both.wait(PATIENCE_S)

    sa.event.listen(engine, "before_cursor_execute", before)
    try:
        yield came
    finally:
        sa.event.remove(engine, "before_cursor_execute", before)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_phones_that_cancel_each_others_bookings_by_code_are_both_answered(service: Service) -> None:
    pairs = ((RESIDENT, PROXY), (PROXY, RESIDENT))
    for who, name in ((RESIDENT, "Ho Thi Mai 1954"), (PROXY, "Ho Van Doan 1979")):
        book(service, names=name, who=who)
    for who, other in pairs:
        (booking,) = bookings_of(service, other)
        year = booking.people[0].birth_year
        assert steps(say(service, f"{booking.code} {year}", "2", who=who)) == ["cancel.sure"]
    with both_hold_themselves(service.engine) as came:
        answers = at_once(2, lambda at: say(service, "1", who=pairs[at][0]))
    assert len(came) == 2, "they crossed"
    assert [steps(answer) for answer in answers] == [["cancel.gone"], ["cancel.gone"]]
    assert [bookings_of(service, who) for who, _ in pairs] == [[], []]
