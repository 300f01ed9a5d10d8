"""The program `helpdesk` in real processes: started on a folder of its own, watched, and always cleared away."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.processes import family, gone, kill_all
from tests.support.waiting import until

TO_BE_READY_S = 60.0
TO_END_S = 45.0


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without any setting of ours, and with these."""
    ours = ("HELPDESK_", "TWILIO_", "PORT")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | dict(settings)


def _hears_a_closed_terminal() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Program:
    """A `helpdesk …` command in a process of its own; `said` and `complained` are what it wrote so far."""

    def __init__(self, arguments: list[str], *, folder: Path, settings: Mapping[str, str]) -> None:
        self.settings = dict(settings)
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{'-'.join(arguments[:2]).strip('-')}-{len(list(folder.glob('*.out')))}"
        self._out, self._err = folder / f"{name}.out", folder / f"{name}.err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("helpdesk"), *arguments],
                env=program_environment(settings),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
                # Whoever runs the tests under nohup has them, and what they start, ignore a closed terminal.
                preexec_fn=_hears_a_closed_terminal,
            )
        self.known: dict[int, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.family()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(TO_END_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        kill_all(list(self.known))

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def said(self) -> str:
        return self._out.read_text()

    @property
    def complained(self) -> str:
        return self._err.read_text()

    def family(self) -> dict[int, str]:
        """Its living processes: id → command line. Those seen here are cleared away at the end, come what may."""
        living = {} if self.process.poll() is not None else family(self.pid)
        self.known |= living
        return living

    def member(self, command: str) -> int:
        """The youngest process of its family whose command line has `command` in it."""
        return max(pid for pid, line in self.family().items() if command in line)

    def ended(self, *, within: float = TO_END_S) -> int:
        """Wait for its end; its exit code."""
        try:
            return self.process.wait(within)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end; it said:\n{self.said}\n{self.complained}") from None

    def shown(self, line: str, *, within: float = TO_BE_READY_S) -> None:
        """Wait until it has written a line that begins so, on either stream."""
        until(
            lambda: (
                any(known.startswith(line) for known in (self.said + "\n" + self.complained).split("\n"))
                or self.process.poll() is not None
            ),
            within=within,
            what=f"'{line}' in:\n{self.said}\n{self.complained}\n",
        )
        assert line in self.said + self.complained, f"it ended:\n{self.said}\n{self.complained}"


class Up(Program):
    """`helpdesk up` on a data folder, ready to be used when it is made (unless `wait` is False)."""

    def __init__(
        self,
        data: Path,
        *,
        port: int | None = None,
        settings: Mapping[str, str] | None = None,
        wait: bool = True,
    ) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        super().__init__(
            ["up", "--port", str(self.port)],
            folder=data.parent / f"{data.name}-output",
            settings={"HELPDESK_DATA": str(data), **(settings or {})},
        )
        if wait:
            self.shown(f"ready: {self.url}")
            self.family()

    def stop(self, asked: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop as Ctrl-C does; its exit code."""
        self.family()
        self.process.send_signal(asked)
        return self.ended()

    def left_over(self) -> list[str]:
        """The command lines of processes it once had that are alive still."""
        return [line for pid, line in self.known.items() if not gone(pid)]


def get(url: str) -> tuple[int, str]:
    """Status and text of a page; no redirect is hidden, no proxy asked."""
    return _ask(urllib.request.Request(url))  # noqa: S310


def answers(url: str) -> bool:
    """Whether the service at `url` is ready."""
    try:
        return get(f"{url}/health/ready")[0] == 200
    except OSError:
        return False


def text(url: str, phone: str, words: str, *, message_id: str) -> list[str]:
    """Text from the simulated phone to the service at `url`; the answers."""
    fields = {"id": message_id, "from": phone, "to": "8888", "text": words}
    request = urllib.request.Request(  # noqa: S310
        f"{url}/channels/simulator", json.dumps(fields).encode(), {"Content-Type": "application/json"}
    )
    status, body = _ask(request)
    assert status == 200, body
    return [reply["text"] for reply in json.loads(body)["replies"]]


def _ask(request: urllib.request.Request) -> tuple[int, str]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=15) as answer:
        return answer.status, answer.read().decode()
