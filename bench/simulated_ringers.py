"""Who cannot write rings once in the simulated month, and an official books her: her own phone is told of it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import sqlalchemy as sa

from bench.simulated_communes import Household
from bench.simulated_provider import Killed
from bench.simulated_week import Week
from helpdesk.booking.changes import book
from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.persons import own_phones
from helpdesk.clock import local_date
from helpdesk.conversation.calls.ringing import MissedCall, ring
from helpdesk.text.folding import fold

RINGS = 0.12
"""Of the households with a phone of their own: about as many cannot write a text (an assumption)."""

TOLD_TWICE = 0.2
"""Of the calls: the phone that takes them tells of one once more when it hears no answer."""


class Ringers:
    """Those who ring, by their phones, with the household that each wants to bring."""

    def __init__(self, week: Week) -> None:
        self.week = week
        self.households: dict[str, Household] = {}
        self._booked: set[str] = set()
        self._calls = 0

    def plan(self, household: Household) -> Callable[[], None]:
        """What happens when she rings."""
        self.households[household.phone] = household
        self._calls += 1
        call_id = f"call-{self._calls}"
        return lambda: self._ring(household.phone, call_id)

    def _ring(self, phone: str, call_id: str) -> None:
        week = self.week
        call = MissedCall(week.gateways[0], phone, week.clock.now(), call_id)
        try:
            with week.runtime.transaction(nudge=False) as db:
                came = ring(db, call, week.runtime.house)
        except Killed:  # not answered: told once more
            week.later(60, lambda: self._ring(phone, call_id))
            return
        week.journal.note("rang", call_id, phone, came.value)
        if week.happens(TOLD_TWICE, "call told twice"):
            week.later(30, lambda: self._ring(phone, call_id))

    def called_back(self, db: sa.Connection, phone: str, officers: Mapping[int, int]) -> Opening | None:
        """She is booked by the commune's officer, in the transaction that closes her call-back: where her place has
        room next; None where it has none, or she rang for nothing like it."""
        household, week = self.households.get(phone), self.week
        if household is None or phone in self._booked:
            return None
        now, people = week.clock.now(), [_named(one) for one in household.people]
        for opening in from_day(db, local_date(now + timedelta(days=1)), at_most=999):
            if fold(opening.place_name) != household.place or opening.free < len(people):
                continue
            official_id = officers[opening.commune_id]
            timetable, chance = week.runtime.settings.timetable, week.runtime.house.chance
            made = book(
                db, opening, people, official_id=official_id, now=now, timetable=timetable, chance=chance
            )
            if made is None:
                continue
            hers = made.people[0].id
            own_phones.give(db, made, hers, phone, official_id=official_id, now=now, timetable=timetable)
            return opening
        return None

    def seen_to(self, phone: str, opening: Opening) -> None:
        """That is committed."""
        self._booked.add(phone)
        self.week.journal.note("called back and booked", phone, opening.id)


def _named(person: str) -> tuple[str, int | None]:
    name, _, year = person.rpartition(" ")
    return name, int(year)
