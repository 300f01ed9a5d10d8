"""The whole service on one database, in this process: what a test talks to as a provider, a resident or an official."""

import secrets
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from helpdesk.clock import FixedClock
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.sweeps import SWEEPS
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.support import standing_apps
from tests.support.sample_data import furnish

SECRET_KEY = "only for tests, thirty-two characters"


@dataclass
class Service:
    """A running service; nothing of it outlives the test."""

    runtime: Runtime
    app: Flask
    clock: FixedClock
    folder: TemporaryDirectory[str]

    @property
    def engine(self) -> sa.Engine:
        """The database it runs on."""
        return self.runtime.engine

    @cached_property
    def client(self) -> FlaskClient:
        """One browser, with its cookies."""
        return self.app.test_client()

    def text(self, phone: str, text: str, *, message_id: str | None = None) -> list[str]:
        """Text from the simulated phone; the answers. May be called by several threads at once."""
        fields = {"id": message_id or secrets.token_hex(8), "from": phone, "to": "8888", "text": text}
        answer = self.app.test_client().post("/channels/simulator", data=fields)
        assert answer.status_code == 200, answer.text
        return [reply["text"] for reply in answer.get_json()["replies"]]

    def sweep(self, name: str) -> int:
        """Run one sweep as the workers do; its count."""
        return SWEEPS[name](self.runtime)

    def close(self) -> None:
        """Let go of Redis, the app and the folder; the engine belongs to whoever made it."""
        standing_apps.take_back(self.app)
        if self.runtime.redis is not None:
            self.runtime.redis.close()
        self.folder.cleanup()


@cache
def _script() -> Script:
    """Reading the flows takes longer than many a test."""
    return load()


def open_service(
    engine: sa.Engine,
    clock: FixedClock,
    *,
    redis: EmbeddedRedis | None = None,
    settings: Settings | None = None,
    officials: bool = True,
) -> Service:
    """The service on a migrated database, with the sample communes, officials and eight weeks of openings.

    Without `settings` it is in development and keeps its files in a folder that goes with it. Without `officials`
    nobody can log in.
    """
    folder = TemporaryDirectory(prefix="helpdesk-service-")
    settings = settings or Settings(data=Path(folder.name), secret_key=SECRET_KEY)
    if redis is not None:
        settings = replace(settings, redis_url=redis.url)
    with engine.begin() as db:
        furnish(db, now=clock.now(), officials=officials)
    runtime = open_runtime(settings, clock=clock, engine=engine, script=_script())
    return Service(runtime, standing_apps.lend(runtime), clock, folder)
