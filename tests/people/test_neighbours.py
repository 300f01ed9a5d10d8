"""helpdesk/people/neighbours.py: nobody takes another's messages who has not said yes."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people import contacts, neighbours
from helpdesk.people.neighbours import MOST_NAMED, NAMED_WITHIN, Naming
from helpdesk.people.tables import Reach
from tests.support import builders
from tests.support.builders import LEADER, PROXY, RESIDENT, Someone


def asked(db: sa.Connection, clock: FixedClock, who: Someone = PROXY) -> tuple[int, int]:
    """The resident names somebody, and he is asked; both their contacts."""
    hers, his = (builders.contact(db, someone, now=clock.now()).id for someone in (RESIDENT, who))
    assert neighbours.name(db, hers, who.phone, now=clock.now()) is Naming.NAMED
    (one,) = neighbours.to_ask(db, at_most=5)
    assert (one.contact_id, one.address) == (hers, who.phone)
    assert neighbours.note_asked(db, one, neighbour_id=his, now=clock.now())
    assert not neighbours.note_asked(db, one, neighbour_id=his, now=clock.now())
    assert neighbours.to_ask(db, at_most=5) == []
    return hers, his


def test_silence_is_no_agreement(db: sa.Connection, clock: FixedClock) -> None:
    hers, his = asked(db, clock)
    clock.advance(timedelta(days=90))
    assert (neighbours.helper_of(db, hers), neighbours.is_asked(db, hers, his)) == (None, True)


def test_his_yes_makes_him_the_one_and_his_end_ends_it(db: sa.Connection, clock: FixedClock) -> None:
    hers, his = asked(db, clock)
    assert neighbours.answer(db, hers, his, agrees=True, now=clock.now())
    assert (neighbours.helper_of(db, hers), neighbours.helps(db, hers, his)) == (his, True)
    assert not neighbours.answer(db, hers, his, agrees=False, now=clock.now()), "he is not asked any more"
    assert neighbours.end(db, hers, his, now=clock.now())
    assert (neighbours.helper_of(db, hers), neighbours.helps(db, hers, his)) == (None, False)
    assert not neighbours.end(db, hers, his, now=clock.now())


def test_who_said_no_is_not_asked_again(db: sa.Connection, clock: FixedClock) -> None:
    hers, his = asked(db, clock)
    neighbours.answer(db, hers, his, agrees=False, now=clock.now())
    assert neighbours.name(db, hers, PROXY.phone, now=clock.now()) is Naming.REFUSED
    assert neighbours.to_ask(db, at_most=5) == []


def test_naming_the_same_again_asks_nobody_twice(db: sa.Connection, clock: FixedClock) -> None:
    hers, his = asked(db, clock)
    assert neighbours.name(db, hers, PROXY.phone, now=clock.now()) is Naming.NAMED
    neighbours.answer(db, hers, his, agrees=True, now=clock.now())
    assert neighbours.name(db, hers, PROXY.phone, now=clock.now()) is Naming.AGREED
    assert neighbours.to_ask(db, at_most=5) == []


def test_a_new_neighbour_takes_the_place_of_the_old_one(db: sa.Connection, clock: FixedClock) -> None:
    hers, first = asked(db, clock)
    neighbours.answer(db, hers, first, agrees=True, now=clock.now())
    _, second = asked(db, clock, LEADER)
    assert neighbours.helper_of(db, hers) == first, "until the second agrees"
    neighbours.answer(db, hers, second, agrees=True, now=clock.now())
    assert (neighbours.helper_of(db, hers), neighbours.helps(db, hers, first)) == (second, False)


@pytest.mark.parametrize("change", ["opted_out", "call"])
def test_one_who_takes_no_texts_tells_nobody(db: sa.Connection, clock: FixedClock, change: str) -> None:
    hers, his = asked(db, clock)
    neighbours.answer(db, hers, his, agrees=True, now=clock.now())
    values: dict[str, dict[str, object]] = {
        "opted_out": {"opted_out_at": clock.now()},
        "call": {"reach": Reach.CALL.value},
    }
    contacts.change(db, his, **values[change])
    assert neighbours.helper_of(db, hers) is None


def test_strangers_are_not_asked_in_numbers(db: sa.Connection, clock: FixedClock) -> None:
    hers = builders.contact(db, now=clock.now()).id
    numbers = [f"+8491234570{n}" for n in range(MOST_NAMED + 1)]
    named = [neighbours.name(db, hers, number, now=clock.now()) for number in numbers]
    assert named == [Naming.NAMED] * MOST_NAMED + [Naming.TOO_MANY]
    clock.advance(NAMED_WITHIN)
    assert neighbours.name(db, hers, numbers[-1], now=clock.now()) is Naming.NAMED


def test_forgetting_her_forgets_whom_she_named_and_who_named_her(
    db: sa.Connection, clock: FixedClock
) -> None:
    hers, his = asked(db, clock)
    neighbours.name(db, his, LEADER.phone, now=clock.now())
    neighbours.forget(db, hers)
    assert [one.contact_id for one in neighbours.to_ask(db, at_most=5)] == [his]
    assert not neighbours.is_asked(db, hers, his)
