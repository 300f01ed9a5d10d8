"""The worker process: `python -m workers.worker`. Runs jobs until SIGTERM or SIGINT, then finishes the one in hand."""

import logging
import time

import redis
from rq import Queue, SimpleWorker

from helpdesk.runtime import QUEUE
from helpdesk.settings import Settings
from workers.console import main

log = logging.getLogger("helpdesk")

WORKER_TTL_S = 60
MAINTENANCE_S = 30
"""With RQ's own defaults an idle worker looks for a dead one's jobs only every ten minutes."""

PAUSE_S = 2.0


def work(settings: Settings) -> None:
    """Work until told to stop; when Redis goes away, wait for it."""
    while True:
        connection = redis.Redis.from_url(settings.redis_url or "")
        try:
            worker = SimpleWorker(
                [Queue(QUEUE, connection=connection, serializer="json")],
                connection=connection,
                serializer="json",
                worker_ttl=WORKER_TTL_S,
                maintenance_interval=MAINTENANCE_S,
            )
            worker.work(logging_level="WARNING", with_scheduler=False)
        except redis.RedisError as error:
            log.warning("redis is away (%s): trying again", type(error).__name__)
            time.sleep(PAUSE_S)
        else:
            return  # told to stop


if __name__ == "__main__":
    main(work)
