"""Ctrl-C, SIGTERM and a closed terminal as something to wait for, instead of an exception in the midst of things."""

import select
import signal
import socket
import time
from types import FrameType, TracebackType
from typing import Self

_SAME_WISH_S = 1.0
"""Within this time a second signal says the same: `make` passes on the SIGTERM that its whole group got."""


class StopSignals:
    """While it is entered, the signals that ask this process to stop are noted. Main thread only.

    A handler that sets a threading.Event could find the event's lock held by the very code it interrupted;
    here the interpreter itself writes to a socket that `pause` watches.
    """

    def __init__(self) -> None:
        self._came: list[float] = []
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        self._awake, self._wake = socket.socketpair()
        self._awake.setblocking(False)
        self._wake.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # nohup: whoever had the closed terminal ignored wants that still
            if asked is not signal.SIGHUP or signal.getsignal(asked) is not signal.SIG_IGN:
                self._before[asked] = signal.signal(asked, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for asked, handler in self._before.items():
            signal.signal(asked, handler)  # type: ignore[arg-type]  # what signal.signal returned
        signal.set_wakeup_fd(self._wakeup_before)
        self._awake.close()
        self._wake.close()

    @property
    def told(self) -> bool:
        """Whether this process was asked to stop."""
        return bool(self._came)

    @property
    def told_again(self) -> bool:
        """Whether somebody asked, waited and asked again: an impatient one."""
        return bool(self._came) and self._came[-1] - self._came[0] > _SAME_WISH_S

    def pause(self, seconds: float) -> bool:
        """Wait, at most until the next signal; whether this process was asked to stop."""
        if select.select([self._awake], [], [], seconds)[0]:
            self._awake.recv(4096)
        return self.told

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self._came.append(time.monotonic())
