"""One scheduler leads and fills the queue; the others wait for it to die."""

import redis
from rq import Queue

from helpdesk.settings import QUEUE
from tests.support.waiting import until
from workers.schedule import TIMETABLE
from workers.scheduler import LOCK, LOCK_MS, Scheduler


def queued(connection: redis.Redis) -> list[str]:
    jobs = Queue(QUEUE, connection=connection, serializer="json").jobs
    return [str(job.func_name).removeprefix("workers.jobs.") for job in jobs]


def test_the_first_to_come_leads_and_the_second_waits(redis_client: redis.Redis) -> None:
    first, second = Scheduler(redis_client), Scheduler(redis_client)
    assert [first.leads(), second.leads(), first.leads()] == [True, False, True]


def test_all_jobs_are_queued_at_the_start_and_each_again_when_its_time_has_come(
    redis_client: redis.Redis,
) -> None:
    scheduler = Scheduler(redis_client)
    scheduler.tick(1000.0)
    assert queued(redis_client) == [entry.job for entry in TIMETABLE]
    scheduler.tick(1009.9)
    assert len(queued(redis_client)) == len(TIMETABLE)
    scheduler.tick(1010.0)
    assert queued(redis_client)[len(TIMETABLE) :] == ["send", "release", "look_up", "offers"]
    scheduler.tick(1030.0)
    assert queued(redis_client)[len(TIMETABLE) + 4 :] == [
        "send",
        "release",
        "look_up",
        "offers",
        "change_days",
        "remind",
    ]


def test_one_that_waits_queues_nothing(redis_client: redis.Redis) -> None:
    leader, waiting = Scheduler(redis_client), Scheduler(redis_client)
    assert leader.leads()
    waiting.tick(1000.0)
    assert queued(redis_client) == []


def test_a_dead_leader_is_missed_after_its_lock_ran_out(redis_client: redis.Redis) -> None:
    dead, waiting = Scheduler(redis_client), Scheduler(redis_client)
    assert dead.leads()
    assert 0 < int(redis_client.pttl(LOCK)) <= LOCK_MS
    redis_client.pexpire(LOCK, 1)  # time passes
    until(waiting.leads, within=5, what="the second's lead")
    assert dead.leads() is False


def test_one_that_leaves_in_order_makes_way_at_once_and_one_that_waited_takes_nothing_away(
    redis_client: redis.Redis,
) -> None:
    leader, waiting = Scheduler(redis_client), Scheduler(redis_client)
    assert leader.leads()
    waiting.give_up()
    assert waiting.leads() is False
    leader.give_up()
    assert waiting.leads() is True


def test_a_queue_that_nobody_works_off_is_not_fed_for_ever(redis_client: redis.Redis) -> None:
    scheduler = Scheduler(redis_client)
    for hour in range(100):
        scheduler.tick(3600.0 * hour)
    assert len(queued(redis_client)) <= 11 * len(TIMETABLE)
    redis_client.flushdb()
    scheduler.tick(3600.0 * 200)
    assert queued(redis_client) == [entry.job for entry in TIMETABLE]
