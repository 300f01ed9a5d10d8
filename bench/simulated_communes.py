"""The two communes of the simulated month by their own figures, and the households that want to come.

The figures are the press's of 2025: Thượng Trạch has about 3,600 inhabitants in 20 villages, of whom about 1,678 are 14
or older and about 250 could register by themselves; Dân Hóa has 2,054 households in 28 villages, 39 % of them
identified, and is visited in two villages a week, 20 to 30 households each.

Households to persons: a household is taken to be 4 persons (an assumption: no figure of the communes is known), of whom
2 come to be identified, for 1,678 of 3,600 inhabitants are 1.9 of every 4. So a visit for 20 to 30 households is one
for 50 persons, twice the middle of them.
"""

from dataclasses import dataclass, field
from random import Random

PERSONS_A_HOUSEHOLD = 4
COMING_OF_A_HOUSEHOLD = 2
HOUSEHOLDS_A_VISIT = 25
PERSONS_A_VISIT = HOUSEHOLDS_A_VISIT * COMING_OF_A_HOUSEHOLD
"""See above: these four are the rule."""

RULE = (
    f"a household is {PERSONS_A_HOUSEHOLD} persons of whom {COMING_OF_A_HOUSEHOLD} come"
    f" (1,678 of 3,600 inhabitants); a visit for 20 to 30 households is for {PERSONS_A_VISIT} persons"
)

VISITS_A_WEEK = 2
CENTRE_WEEKDAYS = (1, 3, 5)
PERSONS_A_HALF_DAY = 20

WANTS_WHEN_VISITED = 0.75
"""Of the households in a village that is visited; the others do not hear of it, or do not dare."""

TRAVELS_TO_THE_CENTRE = 0.06
"""Of the households in villages that are not visited this month: it is up to 29 km on a rough road."""

HAS_A_PHONE = 0.7
"""Of the households; for the others somebody else of the village texts."""


@dataclass(frozen=True)
class SimulatedCommune:
    """A commune: its code in the sample data, villages, and households that are not identified yet."""

    code: str
    villages: int
    households: int

    def each_village(self) -> int:
        """Households to be identified in one village."""
        return round(self.households / self.villages)


COMMUNES = (
    SimulatedCommune("thuong-trach", 20, round(3_600 / PERSONS_A_HOUSEHOLD * (1_678 - 250) / 1_678)),
    SimulatedCommune("dan-hoa", 28, round(2_054 * (1 - 0.39))),
)


@dataclass
class Household:
    """Who wants to come: from which phone they text, for which place, and their names with birth years."""

    phone: str
    place: str
    people: list[str] = field(repr=False)


_FAMILY = ("Ho", "Dinh", "Cao", "Nguyen", "Tran")
_MIDDLE = ("Van", "Thi")
_GIVEN = (
    "Mai",
    "Lan",
    "Xuan",
    "Tam",
    "Thanh",
    "Hoa",
    "Son",
    "Hai",
    "Binh",
    "Nam",
    "Phuong",
    "Loan",
    "Duong",
    "Hong",
)


def household(random: Random, phone: str, place: str) -> Household:
    """A household of one to four who want to come, two on average."""
    family = random.choice(_FAMILY)
    size = random.choices((1, 2, 3, 4), (35, 38, 19, 8))[0]
    names: list[str] = []
    while len(names) < size:
        name = f"{family} {random.choice(_MIDDLE)} {random.choice(_GIVEN)}"
        if not any(known.startswith(name) for known in names):
            names.append(f"{name} {random.randint(1935, 2010)}")
    return Household(phone, place, names)
