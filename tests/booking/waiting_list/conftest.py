"""The village of these tests."""

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from tests.support.waiting_village import Village, waiting_village


@pytest.fixture
def village(db: sa.Connection, clock: FixedClock) -> Village:
    """A village with a full visit of five places in a week and another in two, and nobody who waits."""
    return waiting_village(db, clock)
