"""What names a wording in a sheet for translators, and how a change of it is seen."""

import hashlib
from typing import NamedTuple


class Key(NamedTuple):
    """Where a wording stands: "book", "who", "choice 2", "sms"."""

    flow: str
    step: str
    part: str
    variant: str

    def __str__(self) -> str:
        return "/".join(self)

    @classmethod
    def parse(cls, text: str) -> "Key":
        """The inverse of `str`. Raises ValueError for anything else."""
        flow, step, part, variant = text.split("/")
        return cls(flow, step, part, variant)


def mark(original: str) -> str:
    """Of a wording: another as soon as one of its letters is."""
    return hashlib.sha256(original.encode()).hexdigest()[:8]
