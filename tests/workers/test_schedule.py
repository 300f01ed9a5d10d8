"""The timetable names jobs that exist, and every sweep is on it."""

from helpdesk.sweeps import SWEEPS
from workers import jobs
from workers.schedule import TIMETABLE


def test_every_entry_is_a_job_of_one_sweep() -> None:
    assert sorted(entry.job for entry in TIMETABLE) == sorted(SWEEPS)
    assert [entry.job for entry in TIMETABLE if not callable(getattr(jobs, entry.job, None))] == []
