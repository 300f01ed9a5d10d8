"""The same work by many real threads that begin at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")

_PATIENCE_S = 60.0


def at_once(threads: int, work: Callable[[int], Done]) -> list[Done]:
    """What `work(0)`, `work(1)`, … returned, each in a thread of its own; the first error is raised here."""
    line = threading.Barrier(threads)

    def run(number: int) -> Done:
        line.wait(_PATIENCE_S)
        return work(number)

    with ThreadPoolExecutor(threads) as pool:
        return [running.result(_PATIENCE_S) for running in [pool.submit(run, n) for n in range(threads)]]
