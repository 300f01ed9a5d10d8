"""Ways to the questions of who waits for a place, and is offered one."""

from datetime import date, timedelta

from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import MOST_WAITS
from helpdesk.people.contacts import change
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import EIGHTEEN, HER, NAMES, OTHER, THREE, book, set_openings


def _wait(now: Rehearsal, *, day: str = "thu 4", names: str = THREE) -> None:
    """She finds a day too full, and puts her name down for it; the consent is there, or is given."""
    now.say(HER, f"DK {names} TRUNG TAM THUONG TRACH {day}")
    state = now.asked(HER)
    assert state is not None
    now.say(HER, str(len(state.answers["others"])))
    after = now.asked(HER)
    if after is not None and after.step == "consent":
        now.say(HER, "1")


def waits(now: Rehearsal) -> str:
    """She waits, and wants to see that."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now)
    now.say(HER, "XEM")
    return HER


def waits_for_several(now: Rehearsal) -> str:
    """She waits for two days."""
    for opening in (1, 2):
        book(now, EIGHTEEN, opening=opening, who=OTHER)
    _wait(now)
    _wait(now, day="thu 6")
    now.say(HER, "XEM")
    return HER


def waits_and_is_booked(now: Rehearsal) -> str:
    """She waits for one day, and is booked on another."""
    book(now, NAMES, opening=2)
    book(now, EIGHTEEN, who=OTHER)
    _wait(now)
    now.say(HER, "XEM")
    return HER


def waits_for_too_many(now: Rehearsal) -> str:
    """She waits wherever she may, and wants one more."""
    set_openings(
        now, openings.c.day < date(2026, 12, 16), taken=openings.c.capacity, numbered=openings.c.capacity
    )
    for day in ("2/12", "4/12", "7/12", "9/12", "11/12", "14/12")[: MOST_WAITS + 1]:
        _wait(now, day=day)
    return HER


def a_child_under_six_waits(now: Rehearsal) -> str:
    """The child can have level 1 only."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now, names="Ho Thi Na 2023, Ho Thi Nu 2022, Ho Thi Ni 2024")
    return HER


def one_of_those_who_wait_is_under_six(now: Rehearsal) -> str:
    """The others can have level 2."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now, names="Ho Thi Na 2023, Ho Van C 1991, Ho Thi D 1992")
    return HER


def offered_with_a_child_under_six(now: Rehearsal) -> str:
    """Places came free for her and a child."""
    one_of_those_who_wait_is_under_six(now)
    now.say(HER, "2", "1")
    now.say(OTHER, "HUY", "1", "1")
    now.pass_until(HER, "offer")
    return HER


def offered_and_some_take_it(now: Rehearsal) -> str:
    """One of those who wait cannot come."""
    offered(now)
    now.say(HER, "ho thi b khong di duoc")
    return HER


def offered_and_fewer_take_it(now: Rehearsal) -> str:
    """She says how many of them come, and not who."""
    offered(now)
    now.say(HER, "chi 2 nguoi di duoc")
    return HER


def offered(now: Rehearsal) -> str:
    """Places came free for her."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now)
    now.say(OTHER, "HUY", "1", "1")
    now.pass_until(HER, "offer")
    return HER


def offered_who_has_booked_meanwhile(now: Rehearsal) -> str:
    """She has found another day for the same people before places came free for her."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now)
    book(now, THREE, opening=2)
    now.say(OTHER, "HUY", "1", "1")
    now.pass_until(HER, "offer")
    now.say(HER, "1")
    return HER


def offered_without_consent(now: Rehearsal) -> str:
    """An official had put her name down; she says yes, and has never consented."""
    offered(now)
    with now.transaction() as db:
        change(db, now.contact(db, HER).id, consented_at=None)
    now.say(HER, "1")
    return HER


def offered_too_long_ago(now: Rehearsal) -> str:
    """She says yes when it was offered to the next already."""
    offered(now)
    now.clock.advance(timedelta(hours=5))
    now.sweep()
    set_openings(now, openings.c.taken >= 0, capacity=openings.c.taken)
    now.say(HER, "1")
    return HER


def waits_and_stops(now: Rehearsal) -> str:
    """She waits, and wants no more texts."""
    book(now, EIGHTEEN, who=OTHER)
    _wait(now)
    now.say(HER, "TC")
    return HER
