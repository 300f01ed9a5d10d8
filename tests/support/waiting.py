"""Waiting for something that another process or thread does: a condition and a deadline, never a sleep."""

import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")

_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.1


def until(condition: Callable[[], Seen], *, within: float, what: str) -> Seen:
    """The first true value of `condition`, asked again and again for at most `within` seconds.

    Raises AssertionError saying that `what` ("the second receipt", "the worker's end") did not come, and
    what was seen last. An error inside `condition` is not swallowed.
    """
    deadline = time.monotonic() + within
    pause = _FIRST_PAUSE
    while not (seen := condition()):
        if time.monotonic() >= deadline:
            raise AssertionError(f"{what} did not come within {within:g} seconds; last seen: {seen!r}")
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)
    return seen
