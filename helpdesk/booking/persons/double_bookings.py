"""Who seems to be booked twice for the same thing: told to whoever books from the same phone, shown to officials."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booked, Booking, live_in_commune
from helpdesk.booking.persons.held_places import HeldPlace
from helpdesk.booking.persons.person_tables import Verdict, same_person_verdicts
from helpdesk.booking.persons.same_person import Somebody, may_be_same, pairs_among
from helpdesk.booking.services import Service
from helpdesk.store.upsert import upsert

v = same_person_verdicts.c

LEVEL2 = frozenset({Service.LEVEL2, Service.LEVEL2_CARD})
"""With a card or without: nobody needs level 2 twice."""


@dataclass(frozen=True, slots=True)
class Again:
    """A person (by her place among those named) who has a place already."""

    place: int
    held: HeldPlace


def booked_again(
    held: Sequence[HeldPlace], people: Sequence[tuple[str, int | None]], *, service: Service, phone: int
) -> list[Again]:
    """Who of those named now (name, birth year) seems to have a place for the service among those `held` from this phone.

    Bookings of other phones are not looked at: they are nobody's business here.
    """
    theirs = [(_of(one, phone), one) for one in held if _same_thing(one.service, service)]
    found = []
    for place, (name, year) in enumerate(people):
        named = Somebody(0, name, year, phone=phone)
        by_booking = {
            one.booking_id: one for somebody, one in reversed(theirs) if may_be_same(named, somebody)
        }
        found += [Again(place, one) for one in reversed(by_booking.values())]
    return found


def _of(held: HeldPlace, phone: int) -> Somebody:
    person = held.person
    return Somebody(person.id, person.name, person.birth_year, phone, held.place_id)


def _same_thing(one: Service, other: Service) -> bool:
    return one is other or {one, other} <= LEVEL2


def _somebody(person: Booked, booking: Booking, phone: int | None) -> Somebody:
    return Somebody(person.id, person.name, person.birth_year, phone, booking.opening.place_id)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two booked persons who may be one, each with the booking she is in; `verdict` is what an official found out."""

    first: tuple[Booked, Booking]
    second: tuple[Booked, Booking]
    verdict: Verdict | None

    @property
    def both(self) -> tuple[tuple[Booked, Booking], tuple[Booked, Booking]]:
        """The two."""
        return (self.first, self.second)

    @property
    def ids(self) -> tuple[int, int]:
        """The ids of the two, the smaller first."""
        return (self.first[0].id, self.second[0].id)


def pairs(db: sa.Connection, *, commune_id: int, now: datetime) -> list[Pair]:
    """The pairs in openings of a commune still to come that are for the same thing, but for those who are two."""
    by_person: dict[int, tuple[Booked, Booking]] = {}
    somebody = []
    for booking in live_in_commune(db, commune_id, now=now):
        for person in booking.people:
            by_person[person.id] = (person, booking)
            somebody.append(_somebody(person, booking, booking.contact_id))
    verdicts = _verdicts(db, commune_id)
    found = []
    for one, other in pairs_among(somebody):
        first, second = by_person[one.id], by_person[other.id]
        verdict = verdicts.get((one.id, other.id))
        if verdict is not Verdict.DIFFERENT and _same_thing(first[1].service, second[1].service):
            found.append(Pair(first, second, verdict))
    return found


def _verdicts(db: sa.Connection, commune_id: int) -> dict[tuple[int, int], Verdict]:
    query = sa.select(v.first_id, v.second_id, v.verdict).where(v.commune_id == commune_id)
    return {(row.first_id, row.second_id): Verdict(row.verdict) for row in db.execute(query)}


def decide(
    db: sa.Connection,
    person_ids: Collection[int],
    verdict: Verdict,
    *,
    commune_id: int,
    official_id: int,
    now: datetime,
) -> None:
    """Write down what an official found out about two persons; the last word counts."""
    first_id, second_id = sorted(person_ids)
    row = {
        "commune_id": commune_id,
        "first_id": first_id,
        "second_id": second_id,
        "verdict": verdict.value,
        "official_id": official_id,
        "decided_at": now,
    }
    changed = ("verdict", "official_id", "decided_at")
    upsert(db, same_person_verdicts, row, key=("first_id", "second_id"), update=changed)
