"""The whole timetable. Each entry is a job that looks for what is due: to run it twice, or late, does no harm.

The hours at which reminders and lists leave are settings; the sweeps compare them with the clock themselves.
"""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Entry:
    """A job of `workers.jobs`, run every so often."""

    job: str
    every: timedelta


TIMETABLE = (
    Entry("send", timedelta(seconds=10)),
    # These two often: with the lease they say how soon a killed worker's message is made good.
    Entry("release", timedelta(seconds=10)),
    Entry("look_up", timedelta(seconds=10)),
    # Often, too: until it is offered, a place that came free is anybody's.
    Entry("offers", timedelta(seconds=10)),
    Entry("alert", timedelta(seconds=60)),
    Entry("change_days", timedelta(seconds=30)),
    Entry("remind", timedelta(seconds=30)),
    Entry("officer_lists", timedelta(seconds=60)),
    Entry("officer_mails", timedelta(seconds=60)),
    Entry("leader_lists", timedelta(seconds=60)),
    Entry("forget", timedelta(minutes=10)),
    Entry("purge", timedelta(minutes=10)),
    Entry("recount", timedelta(minutes=10)),
    Entry("top_up", timedelta(hours=1)),
    Entry("open_centres", timedelta(hours=1)),
)
