"""What `helpdesk up` costs in memory: `python -m bench.memory`.

Proportional set size (what processes share is counted in shares) of every process, after a conversation has gone
through it and the worker has run each job of the timetable once.
"""

import sys
import tempfile
from pathlib import Path

import redis
from rq import Worker

from tests.support.processes import proportional_set_size
from tests.support.waiting import until
from tests.support.whole_service import Up, get, text
from workers.schedule import TIMETABLE

BUDGET_MB = 400
"""design: with one web process and one worker, in all."""

_NAMES = {
    "workers.worker": "worker",
    "workers.scheduler": "scheduler",
    "helpdesk.up.web_server": "web server",
    "redis": "Redis",
    "helpdesk up": "supervisor",
}


def measure() -> dict[str, float]:
    """Megabytes by process, and their sum as "in all". Linux only."""
    if sys.platform != "linux":
        raise RuntimeError("memory is measured in /proc, which only Linux has")
    with (
        tempfile.TemporaryDirectory(prefix="helpdesk-memory-") as folder,
        Up(Path(folder) / "data") as service,
    ):
        for number, words in enumerate(("xin chao", "3", "Ho Thi Mai 1954", "1", "1", "huy")):
            text(service.url, "0912345678", words, message_id=str(number))
        get(f"{service.url}/phone")
        get(f"{service.url}/desk")
        until(
            lambda: _jobs_done(Path(folder) / "data") >= len(TIMETABLE),
            within=30,
            what="every job's first run",
        )
        figures: dict[str, float] = {}
        for pid, command in service.family().items():
            name = next(known for part, known in _NAMES.items() if part in command)
            figures[name] = figures.get(name, 0.0) + proportional_set_size(pid) / 1e6
    return figures | {"in all": sum(figures.values())}


def _jobs_done(data: Path) -> int:
    with redis.Redis.from_url(f"unix://{data / 'redis' / 'redis.sock'}") as connection:
        return sum(
            worker.successful_job_count + worker.failed_job_count
            for worker in Worker.all(connection=connection)
        )


def main() -> None:
    """Print the figures beside the budget."""
    figures = measure()
    for name, megabytes in figures.items():
        print(f"  {name:12} {megabytes:6.1f} MB")
    kept = "kept" if figures["in all"] < BUDGET_MB else "BROKEN"
    print(
        f"memory of helpdesk up: {figures['in all']:.0f} MB proportional set size (budget {BUDGET_MB}: {kept})"
    )


if __name__ == "__main__":
    main()
