"""A process that `helpdesk up` starts, watches and stops."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import IO

from helpdesk.up.bound_process import bound_to_this_process
from helpdesk.up.stop_signals import StopSignals

_LOOK_EVERY_S = 0.02
_SECONDS_FOR_LEFTOVERS = 2.0


class Child:
    """A process in a session of its own, so that Ctrl-C reaches only us, and bound to us, so that it ends with us.

    What it writes to stderr goes where ours goes. What it starts itself belongs to it and is stopped with it.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        seconds_to_stop: float,
        output: IO[bytes] | None = None,
    ) -> None:
        self.name = name
        self._seconds_to_stop = seconds_to_stop
        self._process = subprocess.Popen(  # noqa: S603 - our own programs, no shell
            bound_to_this_process(command),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    def poll(self) -> int | None:
        """None while it lives, then its exit code (negative: the signal that ended it)."""
        return self._process.poll()

    def stop(self, signals: StopSignals) -> None:
        """Ask it to end and wait; kill it, and all that it started, when it takes too long or we are hurried."""
        if self.poll() is None:
            self._process.terminate()
            self._wait(signals)
        self._stop_leftovers(signals)

    def _wait(self, signals: StopSignals) -> None:
        deadline = time.monotonic() + self._seconds_to_stop
        while self.poll() is None:
            if time.monotonic() > deadline or signals.told_again:
                self._signal_all(signal.SIGKILL)
                self._process.wait()
                return
            time.sleep(_LOOK_EVERY_S)

    def _stop_leftovers(self, signals: StopSignals) -> None:
        """It may have died without stopping what it had started."""
        deadline = time.monotonic() + _SECONDS_FOR_LEFTOVERS
        left = self._signal_all(signal.SIGTERM)
        while left and time.monotonic() < deadline and not signals.told_again:
            time.sleep(_LOOK_EVERY_S)
            self._bury()
            left = self._signal_all(0)
        if left:
            self._signal_all(signal.SIGKILL)

    def _bury(self) -> None:
        """Take note of the end of what became our child when its parent died; see `adopt_orphans`."""
        try:
            os.waitpid(-self.pid, os.WNOHANG)
        except ChildProcessError:
            return

    def _signal_all(self, number: int) -> bool:
        """Signal every process of its session; whether there was one."""
        try:
            os.killpg(self.pid, number)
        except (ProcessLookupError, PermissionError):  # macOS answers so for a group of dead ones
            return False
        return True
