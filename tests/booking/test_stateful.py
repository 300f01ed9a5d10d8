"""Any operations of the booking room in any order, on both databases: none loses, doubles or overbooks anybody.

The machine is tests/support/booking_machine.py. Here a few short examples, always the same; `make simulate` plays many.
"""

from pathlib import Path

import sqlalchemy as sa
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.any_operations import machine_on

FEW = settings(max_examples=5, stateful_step_count=16, deadline=None, derandomize=True, database=None)


def test_no_operations_in_any_order_lose_double_or_overbook_anybody(
    database: sa.Engine, tmp_path: Path
) -> None:
    run_state_machine_as_test(machine_on(database, tmp_path), settings=FEW)
