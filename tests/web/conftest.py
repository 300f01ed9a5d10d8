"""The whole service, as providers, residents and officials reach it over HTTP."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.settings import Settings, Twilio
from tests.support.engines import engine_on
from tests.support.service import Service, open_service
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER

PUBLIC_URL = "https://hotro.example"
"""What the service is told of its own address; the machine that the tests call has another."""

Start = Callable[..., Service]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """In development, with a Twilio account."""
    return Settings(
        data=tmp_path,
        secret_key="only for tests, thirty-two characters",
        public_url=PUBLIC_URL,
        twilio=Twilio(ACCOUNT_SID, (AUTH_TOKEN,), NUMBER),
    )


@pytest.fixture
def in_production(settings: Settings) -> Settings:
    return replace(settings, env="production")


@pytest.fixture
def service(database: sa.Engine, clock: FixedClock, settings: Settings) -> Iterator[Service]:
    """The service; the test runs on both databases."""
    service = open_service(database, clock, settings=settings)
    yield service
    service.close()


@pytest.fixture
def start(sqlite_url: str, clock: FixedClock, settings: Settings) -> Iterator[Start]:
    """Starts a service on SQLite, for what no database has a say in; a second one shares the first one's file."""
    with ExitStack() as at_the_end:

        def opened(**options: object) -> Service:
            engine = at_the_end.enter_context(engine_on(sqlite_url))
            given = {"settings": settings, **options}
            service = open_service(engine, clock, **given)  # type: ignore[arg-type]  # passed on as it is
            at_the_end.callback(service.close)
            return service

        yield opened


@pytest.fixture
def plain(start: Start) -> Service:
    """The service on SQLite, in development."""
    return start()
