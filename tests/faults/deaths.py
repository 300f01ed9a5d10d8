"""Ordering the deaths of real processes (tests/faults/dying_process.py), and what they lived to see."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from types import TracebackType
from typing import IO, Literal, Self

from tests.support.repository import TOP
from tests.support.whole_service import program_environment

Fault = Literal["killed", "disk full"]


class Life:
    """One process, from its first word: `pid`; of a web process `port`; `moments` and `raised` when it has ended."""

    def __init__(self, told: IO[str], *, serves: bool) -> None:
        self._told = told
        self.moments: list[str] = []
        self.raised: str | None = None
        self.ended: int | None = None
        self.pid = int(self._next("pid"))
        self.port = int(self._next("port")) if serves else 0

    @property
    def killed(self) -> bool:
        """Whether it was."""
        return self.ended == -signal.SIGKILL

    def end(self) -> Self:
        """Wait for its end."""
        while self.ended is None:
            word, _, rest = self._line()
            match word:
                case "at":
                    self.moments.append(rest)
                case "raised":
                    self.raised = rest
                case "ended":
                    self.ended = int(rest)
        return self

    def kill(self) -> Self:
        """Kill it now."""
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def _next(self, wanted: str) -> str:
        word, _, rest = self._line()
        assert word == wanted, f"the process told {word} {rest} in place of {wanted}"
        return rest

    def _line(self) -> tuple[str, str, str]:
        line = self._told.readline()
        assert line, "the processes that die have no parent any more"
        return line.strip().partition(" ")


class Deaths:
    """A context manager: the parent of the processes that die, started for the first of them. One lives at a time."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @cached_property
    def _parent(self) -> "subprocess.Popen[str]":
        parent = self._stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "tests.faults.dying_process"],
                cwd=TOP,
                env=program_environment({}),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        self._stack.callback(parent.kill)
        return parent

    def begin(
        self,
        step: str,
        *,
        settings: Mapping[str, str],
        now: datetime,
        fatal: int | None = None,
        fault: Fault = "killed",
    ) -> Life:
        """A process that does `step` (a sweep, or "web" for one request), with the fault at its moment `fatal`."""
        order = {"settings": dict(settings), "now": now.isoformat(), "step": step}
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(json.dumps(order | {"fatal": fatal, "fault": fault}) + "\n")
        self._parent.stdin.flush()
        return Life(self._parent.stdout, serves=step == "web")
