"""What loading a table did, row by row: added, changed, unchanged; and what it did not name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[Iterable[T]], Iterable[T]]
"""Shows how far a long work is; gives back what it is given."""


def unseen(items: Iterable[T]) -> Iterable[T]:
    """No progress shown."""
    return items


@dataclass(slots=True)
class Imported:
    """Names of rows, as a person would say them. `missing` is in the store and not in the file; it was left."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def anything(self) -> bool:
        """Whether the store is other than before."""
        return bool(self.added or self.changed)
