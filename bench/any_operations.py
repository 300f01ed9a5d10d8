"""Any operations of the booking room in any order, many more than in the tests (tests/support/any_operations.py)."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase
from hypothesis.stateful import run_state_machine_as_test

from tests.support.any_operations import machine_on

STEPS = 40

BATCH = 10
"""Examples after which the time is looked at."""


def play(engine: sa.Engine, *, kind: str, seed: int, examples: int, minutes: float) -> bool:
    """Play so many examples of STEPS operations on a migrated database, or as many as there is time for, and print;
    False where one went wrong.

    What goes wrong is printed as it is found, not made shorter: that takes long. `tests/booking/test_stateful.py`
    does it, with the seed and the number of examples written into it.
    """
    began, played = time.monotonic(), 0
    with TemporaryDirectory(prefix="helpdesk-operations-") as folder:
        machine = machine_on(engine, Path(folder))
        while played < examples and time.monotonic() < began + minutes * 60:
            batch = min(BATCH, examples - played)
            try:
                run_state_machine_as_test(
                    hypothesis.seed(seed * 10_000 + played)(machine), settings=_limits(batch)
                )
            except Exception as error:  # noqa: BLE001 - whatever went wrong is what is looked for
                notes = "\n".join(getattr(error, "__notes__", ()))
                print(f"operations on {kind}, seed {seed}: WRONG\n{error}\n{notes}", flush=True)
                return False
            played += batch
    cut = "" if played == examples else ": cut short at its bound"
    print(
        f"operations on {kind}, seed {seed}: {played} examples of up to {STEPS} operations in any order, each held"
        f" against the model; took {time.monotonic() - began:.0f} s{cut}",
        flush=True,
    )
    return True


def _limits(examples: int) -> hypothesis.settings:
    return hypothesis.settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
