"""The scheduler process: `python -m workers.scheduler`. Puts the timetable's jobs into the queue.

Only the holder of a lock in Redis does; a second scheduler waits for the first to die. RQ's own cron is not used:
it has no lock, so two of them run everything twice, and it queues jobs with pickle.
"""

import logging
import time
import uuid

import redis
from rq import Queue

from helpdesk.settings import QUEUE, Settings
from helpdesk.up.stop_signals import StopSignals
from workers.console import main
from workers.schedule import TIMETABLE

log = logging.getLogger("helpdesk")

LOCK = "helpdesk:scheduler"
LOCK_MS = 15_000
"""How long after its death a scheduler is missed."""

TICK_S = 1.0

_RENEW = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0"
_GIVE_UP = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class Scheduler:
    """One candidate for the lock, and what it has queued when."""

    def __init__(self, connection: redis.Redis) -> None:
        self.connection = connection
        self.queue = Queue(QUEUE, connection=connection, serializer="json")
        self.me = uuid.uuid4().hex
        self.next_at: dict[str, float] = {}

    def leads(self) -> bool:
        """Whether the lock is ours, taken or renewed just now."""
        if self.connection.set(LOCK, self.me, nx=True, px=LOCK_MS):
            log.info("scheduler leads")
            return True
        return bool(self.connection.eval(_RENEW, 1, LOCK, self.me, LOCK_MS))

    def tick(self, now: float) -> None:
        """Queue what is due at `now` (monotonic seconds), when we lead. A queue that grows is not fed further."""
        if not self.leads() or self.queue.count > 10 * len(TIMETABLE):
            return
        for entry in TIMETABLE:
            if now >= self.next_at.get(entry.job, 0.0):
                self.queue.enqueue(
                    f"workers.jobs.{entry.job}", job_timeout=600, result_ttl=0, failure_ttl=86400
                )
                self.next_at[entry.job] = now + entry.every.total_seconds()

    def give_up(self) -> None:
        """Leave the lock to the next, where it is ours."""
        self.connection.eval(_GIVE_UP, 1, LOCK, self.me)


def schedule(settings: Settings) -> None:
    """Tick until told to stop; when Redis goes away, wait for it."""
    scheduler = Scheduler(redis.Redis.from_url(settings.redis_url or ""))
    with StopSignals() as signals:
        while not signals.pause(TICK_S):
            try:
                scheduler.tick(time.monotonic())
            except redis.RedisError as error:
                log.warning("redis is away (%s): trying again", type(error).__name__)
    try:
        scheduler.give_up()
    except redis.RedisError:
        return  # it expires by itself


if __name__ == "__main__":
    main(schedule)
