"""The HTTP side of the fake Twilio: a threaded server on the loopback that can also refuse to be one."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

HOST = "127.0.0.1"


@dataclass(frozen=True)
class ApiRequest:
    """One request to the API, decoded."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    authorization: str


@dataclass(frozen=True)
class ApiAnswer:
    """What to answer; `cut` closes the connection without a word instead."""

    status: int = 200
    body: bytes = b""
    cut: bool = False


Answering = Callable[[ApiRequest], ApiAnswer]


class ApiServer:
    """Serves `answering` on one port for its whole life, through closings and reopenings."""

    def __init__(self, answering: Answering, *, port: int = 0) -> None:
        self._answering = answering
        self._server: _Server | None = None
        self.port = port

    def open(self) -> None:
        """Listen; the port is chosen the first time and kept."""
        self._server = _Server((HOST, self.port), _Handler)
        self._server.answering = self._answering
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        """Stop listening and hang up on everyone: from now on connections are refused."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.hang_up()
            self._server = None


class _Server(ThreadingHTTPServer):
    answering: Answering

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._connections: set[socket.socket] = set()
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for connection in tuple(self._connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._connections.discard(connection)  # the other side was faster


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # One write for each answer, sent at once: two small writes wait 40 ms for a delayed acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        answer = self.server.answering(
            ApiRequest(
                method=self.command,
                path=parts.path,
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                form=dict(parse_qsl(body, keep_blank_values=True)),
                authorization=self.headers.get("Authorization", ""),
            )
        )
        if answer.cut:
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name in the library
        """Say nothing on stderr; the fake keeps its own record."""
