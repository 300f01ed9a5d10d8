"""A simulated month of both communes: the week's service, provider and faults, with other people in it.

Households book for the visit of their village, by themselves or through a neighbour; some change their minds; some ring
once, are called back and booked with a phone of their own; some have a neighbour told instead of themselves. Texts and
calls come late and twice. Officials put a visit off, call one off and take one back, and mark who came. What falls due is
said: reminders, what came free, changed days, the next date to who could not come, the watch over activation.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TextIO

import sqlalchemy as sa

from bench.month_figures import MonthFigures, count_up
from bench.simulated_communes import (
    COMMUNES,
    HAS_A_PHONE,
    TRAVELS_TO_THE_CENTRE,
    WANTS_WHEN_VISITED,
    SimulatedCommune,
    household,
)
from bench.simulated_households import NOTHING, Texter
from bench.simulated_officials import Officials
from bench.simulated_place import open_communes
from bench.simulated_provider import Record
from bench.simulated_ringers import RINGS, Ringers
from bench.simulated_week import Figures, Week
from helpdesk.booking.openings import from_day
from helpdesk.clock import at_local, local, local_date
from helpdesk.places.communes import all_communes, centres
from helpdesk.places.tables import PlaceKind
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading
from helpdesk.text.folding import fold
from helpdesk.text.phone_numbers import national

WEEKS = 4
DAYS = 31
"""A week in which people hear of the visits, then four of visits, 1 to 31 December 2026."""

LATE = 0.03
"""Texts of a hundred that the network holds back for hours."""

CHANGES_HER_MIND = 0.25
ASKS_A_NEIGHBOUR = 0.06
"""Of those who text: they want a neighbour, somebody else who texts from the village, to be told instead."""

MOST_FOR_A_NEIGHBOUR = 5
"""Households that one phone texts for, besides its own."""

EVERY = {
    "send": timedelta(minutes=15),
    "release": timedelta(minutes=30),
    "look_up": timedelta(minutes=30),
    "change_days": timedelta(minutes=20),
    "offers": timedelta(minutes=20),
    "remind": timedelta(minutes=30),
    "leader_lists": timedelta(hours=1),
    "officer_mails": timedelta(hours=4),
    "alert": timedelta(hours=4),
    "forget": timedelta(hours=3),
    "recount": timedelta(hours=3),
    "open_centres": timedelta(hours=12),
}
"""Rarer than in life, where an idle sweep costs nothing that anybody waits for."""


class Month(Week):
    """One run on one fresh, migrated database; of all households, and places, there is only this `share`."""

    every: Mapping[str, timedelta] = EVERY

    def __init__(
        self,
        engine: sa.Engine,
        folder: Path,
        *,
        seed: int,
        until: float,
        share: float = 1.0,
        days: int = DAYS,
        rarer: int = 1,
        journal: TextIO | None = None,
    ) -> None:
        self.share, self.wanted = share, 0
        self.texters: dict[str, Texter] = {}
        super().__init__(
            engine, folder, seed=seed, contacts=0, until=until, days=days, rarer=rarer, journal=journal
        )
        # A day without the provider in the middle of the month would be no month like others: some hours.
        self.odds.down = [(began, began + timedelta(hours=5)) for began, _ in self.odds.down]
        self.odds.send, self.odds.receipt_lost = 0.1, 0.05
        Officials(self, self.ringers).plan(days)

    def open(self, engine: sa.Engine, folder: Path, *, contacts: int, chance: Random) -> Runtime:  # noqa: ARG002
        return open_communes(engine, folder, self.clock, weeks=WEEKS, share=self.share, chance=chance)

    def pause(self, name: str) -> timedelta:
        """By night nobody texts and nothing is said but news of the next morning: sweeps come more seldom."""
        by_day = 5 <= local(self.clock.now()).hour < 21
        return super().pause(name) * (1 if by_day else 3)

    def count(self, figures: Figures) -> MonthFigures:
        """What the month came to, after it was run."""
        with reading(self.runtime.engine) as db:
            return count_up(db, figures, contacts=self.phones, wanted=self.wanted, now=self.clock.now())

    # People

    @property
    def phones(self) -> int:
        """How many phones there are, of those who text and of those who ring."""
        return len(self.texters) + len(self.ringers.households)

    def people_begin(self, contacts: int) -> None:  # noqa: ARG002
        self.ringers = Ringers(self)
        with reading(self.runtime.engine) as db:
            visits = {
                (one.commune_id, one.place_name): one.starts_at
                for one in from_day(db, local_date(self.clock.now()), at_most=999)
                if one.place_kind is PlaceKind.VILLAGE
            }
            known = {one.code: one for one in all_communes(db)}
            centre_of = {place.commune_id: f"trung tam xa {fold(place.name)}" for place in centres(db)}
        for commune in COMMUNES:
            own = known[commune.code]
            villages = {name: at for (commune_id, name), at in visits.items() if commune_id == own.id}
            for village, starts_at in sorted(villages.items()):
                self._village(commune, fold(village), starts_at)
            others = commune.households - commune.each_village() * len(villages)
            for _ in range(round(others * TRAVELS_TO_THE_CENTRE * self.share)):
                self._texter(centre_of[own.id], 1, self.ends - timedelta(days=2))

    def _village(self, commune: SimulatedCommune, village: str, starts_at: datetime) -> None:
        come = round(commune.each_village() * WANTS_WHEN_VISITED * self.share)
        own = round(come * HAS_A_PHONE)
        for _ in range(own):
            self._texter(village, 1, starts_at)
        left = come - own
        while left > 0:
            together = min(left, self.random.randint(1, MOST_FOR_A_NEIGHBOUR))
            self._texter(village, together, starts_at)
            left -= together

    def _texter(self, place: str, households: int, before: datetime) -> None:
        phone = f"+8491{self.phones:07d}"
        hers = [household(self.random, phone, place) for _ in range(households)]
        self.wanted += sum(len(one.people) for one in hers)
        # Most text in the last days before, by day.
        ahead = (before - self.clock.now()) * min(1.0, self.random.expovariate(3.0))
        day = local_date(max(before - ahead - timedelta(hours=20), self.clock.now() + timedelta(hours=2)))
        at = max(
            at_local(day, time(self.random.randint(6, 20), self.random.randint(0, 59))), self.clock.now()
        )
        if households == 1 and self.random.random() < RINGS:
            self.at(at, self.ringers.plan(hers[0]))
            return
        texter = self.texters[phone] = Texter(phone, hers)
        self.plan_text(at, phone, texter.first(self.random))
        neighbours = [one for one, other in self.texters.items() if other.lives_in == place and one != phone]
        if neighbours and self.random.random() < ASKS_A_NEIGHBOUR:
            number = national(self.random.choice(neighbours))
            self.plan_text(at + timedelta(hours=3), phone, f"bao cho hang xom {number}")
        if self.random.random() < CHANGES_HER_MIND:
            when = at + (max(before, at + timedelta(hours=9)) - at) * self.random.random()
            self.plan_text(when, phone, texter.changes_her_mind(self.random))

    def people_hear(self, record: Record) -> None:
        texter = self.texters.get(record.recipient)
        if texter is None or self.calm:
            return
        answer = texter.hears(self.random, record.text)
        if answer == NOTHING:
            return
        pause = self.random.choice((20, 60, 240, 900, 9000))
        if self.happens(LATE, "text late"):
            pause += self.random.choice((3600, 4 * 3600, 20 * 3600))
        self.plan_text(self.clock.now() + timedelta(seconds=pause), record.recipient, answer)
