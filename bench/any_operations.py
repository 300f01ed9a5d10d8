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


def play(engine: sa.Engine, *, kind: str, seed: int, examples: int) -> bool:
    """Play so many examples of STEPS operations on a migrated database, and print; False where one went wrong.

    What goes wrong is printed as it is found, not made shorter: that takes long. `tests/booking/test_stateful.py`
    does it, with the seed and the number of examples written into it.
    """
    began = time.perf_counter()
    with TemporaryDirectory(prefix="helpdesk-operations-") as folder:
        machine = hypothesis.seed(seed)(machine_on(engine, Path(folder)))
        limits = hypothesis.settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        try:
            run_state_machine_as_test(machine, settings=limits)
        except Exception as error:  # noqa: BLE001 - whatever went wrong is what is looked for
            print(
                f"operations on {kind}, seed {seed}: WRONG\n{error}\n" + "\n".join(error.__notes__),
                flush=True,
            )
            return False
    seconds = time.perf_counter() - began
    print(
        f"operations on {kind}, seed {seed}: {examples} examples of up to {STEPS} operations in any order, each held"
        f" against the model; took {seconds:.0f} s",
        flush=True,
    )
    return True
