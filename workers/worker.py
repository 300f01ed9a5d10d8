"""The worker process: `python -m workers.worker`. Runs jobs until SIGTERM or SIGINT, then finishes the one in hand."""

import logging
import time
from types import FrameType
from typing import ClassVar

import redis
from rq import Queue, SimpleWorker
from rq.exceptions import StopRequested

from helpdesk.settings import QUEUE, Settings
from workers.console import main

log = logging.getLogger("helpdesk")

WORKER_TTL_S = 60
MAINTENANCE_S = 30
"""With RQ's own defaults an idle worker looks for a dead one's jobs only every ten minutes."""

PAUSE_S = 2.0


class _Worker(SimpleWorker):
    """RQ's worker ends its loop without a word on some faults of Redis; this one knows whether it was told to stop.

    The process knows it, not the object: the signal may come between one of them and the next.
    """

    told_to_stop: ClassVar[bool] = False

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        _Worker.told_to_stop = True
        try:
            super().request_stop(signum, frame)  # type: ignore[no-untyped-call]
        except redis.RedisError:  # it wanted to note our leaving there
            self._stop_requested = True


def _in_one_line(record: logging.LogRecord) -> bool:
    """RQ shows where in its code it learned that Redis is away; that it is away is enough."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, redis.RedisError):
        record.msg, record.args, record.exc_info = f"redis is away ({type(error).__name__})", None, None
    return True


def work(settings: Settings) -> None:
    """Work until told to stop; when Redis goes away, wait for it."""
    logging.getLogger("rq.worker").addFilter(_in_one_line)
    try:
        while not _worked(settings):
            time.sleep(PAUSE_S)
    except StopRequested:  # told in the midst of the pause
        return


def _worked(settings: Settings) -> bool:
    """Work on one connection; whether we ended because we were told to."""
    connection = redis.Redis.from_url(settings.redis_url or "")
    try:
        worker = _Worker(
            [Queue(QUEUE, connection=connection, serializer="json")],
            connection=connection,
            serializer="json",
            worker_ttl=WORKER_TTL_S,
            maintenance_interval=MAINTENANCE_S,
        )
        worker.work(logging_level="WARNING", with_scheduler=False)
    except redis.RedisError as error:
        if not _Worker.told_to_stop:
            log.warning("redis is away (%s): trying again", type(error).__name__)
    return _Worker.told_to_stop


if __name__ == "__main__":
    main(work)
