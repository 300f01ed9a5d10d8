"""The same among few and among many: the services, what each round cost, and the rows that fill their databases."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.spread import Spread, spread
from helpdesk.clock import FixedClock
from helpdesk.runtime import Runtime

Open = tuple[Runtime, FixedClock]
"""A service on a database of some size, and its clock."""


@dataclass(frozen=True)
class FewAndMany:
    """What a sweep with one thing due costs among few and among many bookings, ms, round by round."""

    few: list[float]
    many: list[float]

    def ratio(self) -> Spread:
        """How many times one among many costs what one among few does in the same round."""
        return spread([many / few for few, many in zip(self.few, self.many, strict=True)])


def parts(numbers: range, size: int) -> Iterator[range]:
    """The numbers, so many at a time: what one statement writes."""
    return (numbers[at : at + size] for at in range(0, len(numbers), size))
