"""What happened in a simulated week, event by event: so that a seed can be played again and two runs compared."""

import hashlib
from collections import Counter
from typing import TextIO

from helpdesk.clock import Clock


class Journal:
    """Every event is a line; `digest` is short and stands for all of them in their order. `faults` counts by kind.

    What depends on the machine (how long a turn took) must not be written here.
    """

    def __init__(self, clock: Clock, file: TextIO | None = None) -> None:
        self.faults: Counter[str] = Counter()
        self._clock, self._file = clock, file
        self._hash = hashlib.blake2b(digest_size=8)

    def note(self, what: str, *details: object) -> None:
        """Write one event at the present moment of the simulated clock."""
        line = " ".join([self._clock.now().isoformat(), what, *map(repr, details)]) + "\n"
        self._hash.update(line.encode())
        if self._file is not None:
            self._file.write(line)

    def went_wrong(self, what: str) -> None:
        """Count a fault, and write it."""
        self.faults[what] += 1
        self.note("fault", what)

    @property
    def digest(self) -> str:
        """Two runs with the same one were the same run."""
        return self._hash.hexdigest()
