"""The service as residents meet it: by text, on both databases."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from tests.support.service import Service, open_service


@pytest.fixture
def service(database: sa.Engine, clock: FixedClock) -> Iterator[Service]:
    service = open_service(database, clock, officials=False)
    yield service
    service.close()
