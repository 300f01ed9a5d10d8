"""A load generator: prebuilt requests over keep-alive connections, one process, no thread per connection."""

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass

TIMEOUT_S = 120.0


@dataclass(frozen=True)
class Result:
    """Requests per second and every latency in milliseconds; `failed` counts answers other than 2xx."""

    per_second: float
    latencies: list[float]
    failed: int


@dataclass
class _Wire:
    sock: socket.socket
    began: float = 0.0
    got: bytes = b""


def drive(port: int, requests: Sequence[bytes], *, connections: int) -> Result:
    """Send every request once over `connections` connections to 127.0.0.1, each waiting for its answer."""
    selector = selectors.DefaultSelector()
    pending = iter(requests)
    latencies: list[float] = []
    failed = 0
    began = time.perf_counter()
    for _ in range(min(connections, len(requests))):
        sock = socket.create_connection(("127.0.0.1", port), timeout=10)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        wire = _Wire(sock)
        _send(wire, next(pending))
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ, wire)
    while selector.get_map():
        if time.perf_counter() - began > TIMEOUT_S:
            raise TimeoutError(f"{len(latencies)} of {len(requests)} answers within {TIMEOUT_S} s")
        for key, _ in selector.select(timeout=5):
            wire = key.data
            wire.got += wire.sock.recv(65536)
            if not _complete(wire.got):
                continue
            latencies.append(time.perf_counter() - wire.began)
            failed += not wire.got.startswith(b"HTTP/1.1 2")
            following = next(pending, None)
            if following is None:
                selector.unregister(wire.sock)
                wire.sock.close()
            else:
                _send(wire, following)
    took = time.perf_counter() - began
    return Result(len(latencies) / took, [seconds * 1000 for seconds in latencies], failed)


def _send(wire: _Wire, request: bytes) -> None:
    wire.got, wire.began = b"", time.perf_counter()
    wire.sock.setblocking(True)
    wire.sock.sendall(request)
    wire.sock.setblocking(False)


def _complete(got: bytes) -> bool:
    head, separator, body = got.partition(b"\r\n\r\n")
    if not separator:
        return False
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return len(body) >= int(value)
    return True
