"""What is wrong with a table, by row and column as a spreadsheet shows them, all of it at once."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_FAULTS = 1000
"""Told at once. A file with more has one thing wrong in every row, and takes minutes to read aloud."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`row` counts from 1 with the header, 0 for the file as a whole; `column` is the header, "" for a whole row."""

    row: int
    column: str
    why: str

    def __str__(self) -> str:
        place = [f"row {self.row}"] if self.row else []
        place += [f"column '{self.column}'"] if self.column else []
        return f"{', '.join(place)}: {self.why}" if place else self.why


class TableFaults(ValueError):
    """A table that cannot be used, with every fault that was found, by row; of very many the first MOST_FAULTS."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        told = sorted(faults)[:MOST_FAULTS]
        if len(told) == MOST_FAULTS:
            told.append(Fault(0, "", f"no more than {MOST_FAULTS} faults are told at once"))
        self.faults = tuple(told)
        super().__init__("\n".join(map(str, self.faults)))


class CellFault(ValueError):
    """Why a cell does not hold what its column wants, in words for the operator."""
