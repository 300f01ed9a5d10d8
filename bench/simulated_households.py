"""How the households of the simulated month answer: from what reaches their phone, as people who read it would."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from bench.simulated_communes import Household
from helpdesk.text.folding import matching_key

MOST_TEXTS = 30
"""Texts of one phone in the month, after which its owner has had enough."""

Weighted = Sequence[tuple[str, int]]
NOTHING = ""

# What a text is recognised by, and what is answered to it with what weight; the first that fits.
_ANSWERS: tuple[tuple[str, Weighted], ...] = (
    ("nhac ba con", (("1", 58), (NOTHING, 24), ("2", 7), ("3", 6), ("may gio", 3), ("vang", 2))),
    ("nhan giup tin", (("1", 75), ("2", 15), (NOTHING, 10))),
    ("nho bao", (("1", 72), ("2", 8), (NOTHING, 20))),
    ("hoan do", (("1", 70), (NOTHING, 20), ("2", 6), ("3", 4))),
    ("huy do", (("1", 75), (NOTHING, 15), ("HUY", 10))),
    ("co cho tai", (("1", 70), (NOTHING, 20), ("2", 10))),
    ("chua den duoc", (("1", 45), ("3", 15), ("2", 20), (NOTHING, 20))),
    ("da lam muc 2", (("1", 55), ("2", 15), (NOTHING, 30))),
    ("kich hoat vneid", (("1", 50), ("2", 15), ("3", 10), (NOTHING, 25))),
    ("dong y va dat", (("1", 94), ("2", 3), (NOTHING, 3))),
    ("dong y va ghi ten", (("1", 90), ("2", 10))),
    ("ghi ten co cho se nhan tin", (("2", 80), ("1", 15), (NOTHING, 5))),
    ("1 dat", (("1", 95), ("2", 3), (NOTHING, 2))),
    ("huy cho ai", (("1", 90), (NOTHING, 10))),
    ("huy cho", (("1", 92), ("2", 8))),
    ("chi co buoi", (("1", 90), ("2", 6), (NOTHING, 4))),
    ("ba con chon buoi", (("1", 70), ("2", 25), ("3", 5))),
    ("doi sang buoi nao", (("1", 80), ("2", 20))),
    ("chua tim thay ban", (("1", 60), ("can bo", 10), (NOTHING, 30))),
)
_ASKS_NAMES = ("dat cho ai", "ghi ten nhung ai", "xin nhan ten nguoi den lam")
_ASKS_WHERE = ("muon lam o dau",)
_HAS_CHOICES = re.compile(r"^1 ", re.MULTILINE)
_SLIPS = ("abc xyz", "alo", "khong biet noi sao", "cam on")


@dataclass
class Texter:
    """The owner of a phone, with the households that she texts for, one after the other."""

    phone: str
    households: list[Household]
    texts: int = 0
    booked: int = 0
    at: int = field(default=0)

    @property
    def lives_in(self) -> str:
        """Her village, or the centre where she travels there."""
        return self.households[0].place

    def first(self, random: Random) -> str:
        """How she begins to ask for the household whose turn it is."""
        now = self.households[self.at]
        if random.random() < 0.4:
            return "DAT"
        return f"dat cho cho {', '.join(now.people)} o {now.place}"

    def hears(self, random: Random, text: str) -> str:
        """What she answers to a message, or NOTHING."""
        self.texts += 1
        if self.texts > MOST_TEXTS:
            return NOTHING
        said = matching_key(text)
        if "da dat xong" in said or "co cho se bao" in said:
            return self._next_household(random)
        if random.random() < 0.03:
            return random.choice(_SLIPS)
        if any(asked in said for asked in _ASKS_NAMES):
            return ", ".join(self.households[self.at].people)
        if any(asked in said for asked in _ASKS_WHERE):
            return self.households[self.at].place
        for known, answers in _ANSWERS:
            if known in said:
                what = random.choices([what for what, _ in answers], [weight for _, weight in answers])[0]
                there = not what.isdigit() or f"\n{what} " in text
                return what if there else "1"
        return "1" if _HAS_CHOICES.search(text) and random.random() < 0.4 else NOTHING

    def _next_household(self, random: Random) -> str:
        self.booked += 1
        if self.at + 1 == len(self.households):
            return NOTHING
        self.at += 1
        return self.first(random)

    def changes_her_mind(self, random: Random) -> str:
        """What some text between booking and coming."""
        return random.choices(
            ("HUY", "DOI", "XEM", "can mang gi", "khi nao doan ve ban"), (40, 20, 15, 15, 10)
        )[0]
