"""Whole signed Twilio turns against the bare view: same server, store and concurrency, in one run.

Both servers are up all the time, and are driven in turn, a short slice each: whatever else the machine does meets
the slices of a round alike, so that their ratio is told from what they cost and not from when they ran. CPU time
is told beside it: it is what a rate comes to on a machine that does nothing else.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.cpu import cpu_seconds
from bench.load import drive
from bench.prepared import ask_to_confirm, prepare
from bench.requests import signed
from bench.servers import Server, serving
from bench.spread import Spread, spread

SLICE = 50
"""Requests driven at one server before it is another's turn; a tenth of a second or two."""
ROUNDS = 60
CONNECTIONS = 16
PROCESSES = 1


@dataclass
class Series:
    """What the slices of one kind of request came to: a rate and a CPU time for each, and all latencies, in ms."""

    name: str
    server: Server
    request: Callable[[int], bytes]
    per_second: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    failed: int = 0

    def drive_slice(self, number: int) -> None:
        """Send the requests of slice `number`, which nobody sent before."""
        requests = [self.request(number * SLICE + at) for at in range(SLICE)]
        before = cpu_seconds(self.server.pid)
        result = drive(self.server.port, requests, connections=CONNECTIONS)
        self.cpu_ms.append((cpu_seconds(self.server.pid) - before) / SLICE * 1000)
        self.per_second.append(result.per_second)
        self.latencies += result.latencies
        self.failed += result.failed

    def latency(self, share: float) -> float:
        """ms within which this share of all requests was answered."""
        return sorted(self.latencies)[int(len(self.latencies) * share) - 1]


@dataclass
class Figures:
    """The bare view, and the turns that are held against it round by round."""

    bare: Series
    turns: list[Series]

    def rate(self, turn: Series) -> Spread:
        """Requests per second of a turn as a share of the bare view's in the same round."""
        return spread([mine / bare for mine, bare in zip(turn.per_second, self.bare.per_second, strict=True)])

    def cpu(self, turn: Series) -> float:
        """CPU time of the bare view as a share of a turn's: the share of its rate that a free processor allows."""
        return sum(self.bare.cpu_ms) / sum(turn.cpu_ms)

    def tail(self, turn: Series) -> float:
        """How many times the bare view's p99 a turn's is."""
        return turn.latency(0.99) / self.bare.latency(0.99)


def measure(database_url: str | None = None) -> Figures:
    """ROUNDS rounds of bare view, menu turn, bare view and booking turn, after one that does not count."""
    with TemporaryDirectory() as folder, ExitStack() as servers:
        data = Path(folder)
        url = database_url or f"sqlite:///{data / 'bench.db'}"
        prepare(url)
        ask_to_confirm(url, [_phone("92", at) for at in range((ROUNDS + 1) * SLICE)])
        bare, helpdesk = (
            servers.enter_context(serving(factory, url, data, processes=PROCESSES))
            for factory in ("bare_app", "helpdesk_app")
        )
        for number in range(ROUNDS + 1):
            if number <= 1:
                figures = _figures(bare, helpdesk)
            for series in (figures.bare, *figures.turns):
                series.drive_slice(number)
        return figures


def _figures(bare: Server, helpdesk: Server) -> Figures:
    return Figures(
        Series("bare view", bare, _text(bare, "91", "menu")),
        [
            Series("menu turn", helpdesk, _text(helpdesk, "91", "menu")),
            Series("booking turn", helpdesk, _text(helpdesk, "92", "1")),
        ],
    )


def _text(server: Server, prefix: str, body: str) -> Callable[[int], bytes]:
    """Makes the signed text of one phone after the other; the prefix tells apart who was asked what."""

    def request(at: int) -> bytes:
        return signed(server.port, sid=int(f"{prefix}{at:09d}"), sender=_phone(prefix, at), body=body)

    return request


def _phone(prefix: str, at: int) -> str:
    return f"+84{prefix}{at:07d}"
