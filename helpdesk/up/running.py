"""The processes of `helpdesk up`: started one after the other, watched, stopped in the opposite order."""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from helpdesk.settings import Settings
from helpdesk.up.child import Child
from helpdesk.up.embedded_redis import EmbeddedRedis
from helpdesk.up.faults import ProcessEnded
from helpdesk.up.progress import Say, said_when_slow
from helpdesk.up.stop_signals import StopSignals

WORKER, WEB, SCHEDULER = "worker", "web server", "scheduler"

_MODULES = {
    WORKER: ("workers.worker", 30.0),  # it finishes its job: a call to a provider may take that long
    WEB: ("helpdesk.up.web_server", 12.0),  # longer than it gives its own processes
    SCHEDULER: ("workers.scheduler", 5.0),
}
"""What is run, and for how many seconds it may go on when told to stop."""

_LOOK_EVERY_S = 0.2


class Process(Protocol):
    """What can be watched and stopped."""

    name: str

    def poll(self) -> int | None: ...
    def stop(self, signals: StopSignals) -> None: ...


@dataclass
class Redis:
    """The embedded Redis as one of the processes."""

    server: EmbeddedRedis
    folder: Path
    name: str = "Redis"

    def poll(self) -> int | None:
        return self.server.poll()

    def stop(self, signals: StopSignals) -> None:
        self.server.stop(**({"within": 0.5} if signals.told_again else {}))


class Stopped(Exception):
    """We were told to stop while something was still on its way up."""


class Running:
    """A context manager: whatever was started in it has ended when it is left."""

    def __init__(self, signals: StopSignals, say: Say) -> None:
        self._signals = signals
        self._say = say
        self._started: list[Process] = []
        self.stopped: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._started):
            with said_when_slow(self._say, f"waiting for the {process.name} to finish"):
                process.stop(self._signals)
            self.stopped.append(process.name)

    def start_redis(self, folder: Path) -> str:
        """Start the embedded Redis with its data in `folder`; its URL. Raises CannotStart."""
        with said_when_slow(self._say, "starting Redis"):
            redis = Redis(EmbeddedRedis(folder), folder)
        self._started.append(redis)
        return redis.server.url

    def start(self, name: str, settings: Settings) -> None:
        """Start one of our own processes."""
        module, seconds = _MODULES[name]
        self._started.append(
            Child(
                name,
                [sys.executable, "-m", module],
                environment=settings.child_environment(),
                seconds_to_stop=seconds,
            )
        )

    def look(self, *, pause: float = _LOOK_EVERY_S) -> None:
        """Wait a moment. Raises Stopped when we are told to stop, ProcessEnded when a process has ended by itself."""
        if self._signals.pause(pause):
            raise Stopped
        for process in self._started:
            code = process.poll()
            if code is not None:
                raise ProcessEnded(_plainly(process, code))


def _plainly(process: Process, code: int) -> str:
    how = f"was killed by signal {-code}" if code < 0 else f"ended by itself with exit code {code}"
    where = (
        f"see {process.folder / 'redis.log'}" if isinstance(process, Redis) else "see its last lines above"
    )
    return f"the {process.name} {how}, so everything was stopped: {where}, then start again"
