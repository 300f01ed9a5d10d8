"""A real Redis for tests: one server for each test process, empty at the start of each test."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from helpdesk.up.embedded_redis import EmbeddedRedis


@contextmanager
def passing_redis() -> Iterator[EmbeddedRedis]:
    """A server that keeps nothing, in a folder of its own that goes with it."""
    with (
        tempfile.TemporaryDirectory(prefix="helpdesk-redis-") as folder,
        EmbeddedRedis(Path(folder), persistent=False) as server,
    ):
        yield server


def empty(server: EmbeddedRedis) -> None:
    """Forget everything the server holds, other clients' half-finished business included."""
    with redis.Redis.from_url(server.url) as client:
        client.flushall()
