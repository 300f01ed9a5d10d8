"""`python -m workers.check worker|scheduler`: whether that process is at work; for health checks of containers."""

import socket
import sys

import redis
from rq import Worker

from helpdesk.settings import Settings
from workers.console import main
from workers.scheduler import LOCK


def check(settings: Settings, process: str) -> str | None:
    """What is wrong in one plain line, or None."""
    connection = redis.Redis.from_url(settings.redis_url or "")
    try:
        if process == "scheduler":
            return None if connection.exists(LOCK) else "no scheduler leads"
        # A worker's entry expires when its heartbeat stops.
        here = socket.gethostname()
        at_work = any(worker.hostname == here for worker in Worker.all(connection=connection))
        return None if at_work else f"no worker is at work on {here}"
    except redis.RedisError as error:
        return f"redis is away ({type(error).__name__})"


def run(settings: Settings) -> None:
    """Exit code 0 when it is at work, 1 with a line when not."""
    wrong = check(settings, sys.argv[1])
    if wrong:
        sys.exit(wrong)


if __name__ == "__main__":
    main(run)
