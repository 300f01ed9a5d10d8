"""How much of a web process's time strangers may take by having passwords checked.

A check costs a fifth of a second of the one thread that answers webhooks, too. The limits of guards.py count failures of
an address or a phone; whoever has many of both is bounded here.
"""

from dataclasses import dataclass
from math import ceil

SHARE = 0.2
"""Of the processor's time, in the long run."""

AT_ONCE_S = 1.5
"""Seconds of processor time in a row: officials who log in for the first time together."""


@dataclass(slots=True)
class PasswordTime:
    """Seconds that were taken and not yet made up for. `now` is of a monotonic clock, in seconds."""

    taken: float = 0.0
    at: float = 0.0

    def left(self, now: float) -> bool:
        """Whether one more password may be checked."""
        self.taken = max(0.0, self.taken - SHARE * (now - self.at))
        self.at = now
        return self.taken < AT_ONCE_S

    def wait(self) -> int:
        """Whole seconds after which one may be, if nothing more is taken; as of the last time it was asked."""
        return max(1, ceil((self.taken - AT_ONCE_S) / SHARE))

    def take(self, seconds: float) -> None:
        """A check took `seconds` of processor time."""
        self.taken += seconds
