"""Numbers of the day and when to arrive: who has number 12 of 20 need not wait from the first hour on.

A number is a place in the queue of an opening, from 1 to its capacity; no two who are booked have the same. New ones
are counted up in the statement that takes the places. When the count has passed the capacity, because some have
cancelled, the numbers they gave back are handed out again: so no number lies beyond the last band, and no band fills
up with those who came late.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

BAND = timedelta(minutes=75)
"""About how long a band is; a half day of three and a half hours has three."""

_GRID = timedelta(minutes=30)
"""Bands begin and end on half hours: "8h-9h30" is remembered."""


@dataclass(frozen=True, slots=True)
class Band:
    """Who has a number up to `last` (and beyond the band before) arrives between these two moments (UTC)."""

    starts_at: datetime
    ends_at: datetime
    last: int


def bands(starts_at: datetime, ends_at: datetime, capacity: int) -> tuple[Band, ...]:
    """The bands of an opening, in order: together they are its hours, and their numbers are 1 to `capacity`.

    A band's share of the numbers is its share of the hours, to the next whole person. An opening of less than two
    BANDs, or for fewer persons than it has bands, has fewer.
    """
    whole = ends_at - starts_at
    count = max(1, min(round(whole / BAND), capacity))
    edges = [starts_at]
    for number in range(1, count):
        edge = starts_at + _to_grid(whole * number / count)
        if edges[-1] < edge < ends_at:
            edges.append(edge)
    found: list[Band] = []
    for begin, end in zip(edges, [*edges[1:], ends_at], strict=True):
        last = capacity if end == ends_at else round(capacity * ((end - starts_at) / whole))
        if last > (found[-1].last if found else 0):
            found.append(Band(begin, end, last))
    return tuple(found)


def _to_grid(since_start: timedelta) -> timedelta:
    return _GRID * round(since_start / _GRID)


def band_of(number: int, all_bands: Sequence[Band]) -> Band:
    """The band of a number; one beyond the capacity, which an official made smaller since, comes with the last."""
    return next((band for band in all_bands if number <= band.last), all_bands[-1])


def freed(wanted: int, held: Collection[int], capacity: int) -> tuple[int, ...]:
    """So many numbers that nobody holds, those next to one another before others, so that a household comes together.

    Fewer only where the capacity leaves no more; whoever has taken places has as many numbers to choose from.
    """
    free = [number for number in range(1, capacity + 1) if number not in held]
    runs: list[list[int]] = [free[at : at + wanted] for at in range(max(1, len(free) - wanted + 1))]
    closest: list[int] = min(runs, key=_spread)
    return tuple(closest)


def _spread(run: list[int]) -> tuple[int, int]:
    return (run[-1] - run[0], run[0]) if run else (0, 0)


LONGEST_NUMBERS = 9
"""Characters that the numbers of one booking take in a text."""


def spoken_numbers(numbers: Iterable[int]) -> str:
    """The numbers of one booking in short: "12", "12-14", "3, 7-8"; none are empty.

    Of numbers far apart that would be too long only the first, by which they come, and that there are more: "3...".
    """
    runs: list[list[int]] = []
    for number in sorted(filter(None, numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spoken = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return spoken if len(spoken) <= LONGEST_NUMBERS else f"{runs[0][0]}..."
