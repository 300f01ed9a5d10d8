"""Saying what takes long."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Say = Callable[[str], None]
"""Shows the operator a line."""

_PATIENCE_S = 1.0


@contextmanager
def said_when_slow(say: Say, what: str) -> Iterator[None]:
    """Say `what` is being done when it is not done within a second."""
    timer = threading.Timer(_PATIENCE_S, say, [f"{what} …"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
