"""What a sweep does for one after the other, each in a transaction of its own: who fails keeps nobody else waiting."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

import sqlalchemy as sa

from helpdesk.store.engine import reading

Found = TypeVar("Found", bound=Hashable)


def one_by_one(
    engine: sa.Engine,
    find: Callable[[sa.Connection, Collection[Found]], Iterable[Found]],
    do: Callable[[sa.Connection, Found], int],
) -> tuple[int, list[Exception]]:
    """Do something for each that is found, until nobody is; the sum, and what went wrong.

    `find` is told for whom it failed, to look past them. For whom nothing was done it is not tried again.
    """
    done, idle, failed = 0, set[Found](), dict[Found, Exception]()
    while True:
        with reading(engine) as db:
            found = [one for one in find(db, failed.keys()) if one not in failed and one not in idle]
        if not found:
            return done, list(failed.values())
        for one in found:
            try:
                with engine.begin() as db:
                    did = do(db, one)
            except Exception as error:  # noqa: BLE001 - raised when the others have had their turn
                failed[one] = error
                continue
            done += did
            if not did:
                idle.add(one)


def unless_failed(done: int, failed: Sequence[Exception]) -> int:
    """What was done; raises what went wrong, all of it as one ExceptionGroup."""
    if failed:
        raise ExceptionGroup(f"{len(failed)} failed, {done} did not", failed)
    return done
