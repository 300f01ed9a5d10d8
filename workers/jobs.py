"""RQ jobs, one per sweep. Thin: each runs one sweep of the runtime and returns its count."""

from functools import cache

from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.sweeps import SWEEPS


@cache
def runtime() -> Runtime:
    """The worker process's runtime, opened by its first job (SimpleWorker: jobs run in this process)."""
    return open_runtime(Settings.from_environment())


def send() -> int:
    """Send what is due."""
    return SWEEPS["send"](runtime())


def release() -> int:
    """Make messages of dead workers visible."""
    return SWEEPS["release"](runtime())


def look_up() -> int:
    """Ask about messages of which we never learned; those that were never taken leave at once."""
    asked = SWEEPS["look_up"](runtime())
    if asked:
        runtime().nudge("send")
    return asked


def alert() -> int:
    """Tell the operator of what is stuck; the mail leaves at once."""
    written = SWEEPS["alert"](runtime())
    if written:
        runtime().nudge("send")
    return written


def change_days() -> int:
    """Call off and put off what is due, and tell who was booked; that leaves at once."""
    written = SWEEPS["change_days"](runtime())
    if written:
        runtime().nudge("send")
    return written


def remind() -> int:
    """Write the reminders that are due; they leave at once."""
    written = SWEEPS["remind"](runtime())
    if written:
        runtime().nudge("send")
    return written


def offers() -> int:
    """Offer places that came free; what tells of them leaves at once."""
    made = SWEEPS["offers"](runtime())
    if made:
        runtime().nudge("send")
    return made


def recount() -> int:
    """Once a night, count all places anew."""
    return SWEEPS["recount"](runtime())


def officer_lists() -> int:
    """Write the officers' lists that are due."""
    return SWEEPS["officer_lists"](runtime())


def officer_mails() -> int:
    """Write the officers' lists that are due as e-mails; they leave at once."""
    written = SWEEPS["officer_mails"](runtime())
    if written:
        runtime().nudge("send")
    return written


def leader_lists() -> int:
    """Write the team leaders' lists and corrections that are due; they leave at once."""
    written = SWEEPS["leader_lists"](runtime())
    if written:
        runtime().nudge("send")
    return written


def forget() -> int:
    """Close questions nobody answered."""
    return SWEEPS["forget"](runtime())


def purge() -> int:
    """Forget what need not be kept any longer."""
    return SWEEPS["purge"](runtime())


def top_up() -> int:
    """Development: keep eight weeks of sample openings ahead."""
    return SWEEPS["top_up"](runtime())


def open_centres() -> int:
    """Keep the centres' openings eight weeks ahead of today."""
    return SWEEPS["open_centres"](runtime())
