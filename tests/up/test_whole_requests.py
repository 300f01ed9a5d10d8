"""helpdesk/up/whole_requests.py: a request is here whole before the application hears of it."""

import asyncio
import json
import socket
from collections.abc import Sequence
from typing import Any

import pytest

from helpdesk.up.whole_requests import Message, Receive, Scope, Send, whole_requests
from tests.support.whole_service import Up, get, text

MOST = 100


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Says back the length that it was told, and the body."""
    length = dict(scope["headers"])[b"content-length"]
    body = (await receive())["body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": length + b" " + body})


def answered(
    parts: Sequence[Message | None], *, headers: Sequence[tuple[bytes, bytes]] = ()
) -> tuple[int, bytes] | None:
    """Status and body of the answer to a body in these parts; a part that is None never comes."""
    coming, sent = iter(parts), list[Any]()

    async def receive() -> Message:
        part = next(coming)
        return part if part is not None else await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    app = whole_requests(echo, most=MOST, seconds=0.05)
    asyncio.run(app({"type": "http", "headers": list(headers)}, receive, send))
    return (sent[0]["status"], sent[1]["body"]) if sent else None


def part(body: bytes, *, more: bool = False) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


@pytest.mark.parametrize(
    ("parts", "headers", "answer"),
    [
        ([part(b"a=1")], [(b"content-length", b"3")], (200, b"3 a=1")),
        ([part(b"")], [], (200, b"0 ")),
        ([part(b"a", more=True), part(b"=1")], [(b"transfer-encoding", b"chunked")], (200, b"3 a=1")),
        ([part(b"a", more=True), None], [(b"content-length", b"3")], (408, b"request timeout\n")),
        ([part(b"a" * 60, more=True), part(b"a" * 60, more=True)], [], (413, b"request entity too large\n")),
        # Its length is said: nothing of it is waited for, and the application refuses it by that.
        ([None], [(b"content-length", b"101")], (200, b"101 ")),
        ([part(b"a", more=True), {"type": "http.disconnect"}], [], None),
    ],
    ids=["whole", "none", "in chunks", "never whole", "too long", "said to be too long", "gone"],
)
def test_what_becomes_of_a_body(
    parts: list[Message | None], headers: list[tuple[bytes, bytes]], answer: tuple[int, bytes] | None
) -> None:
    assert answered(parts, headers=headers) == answer


def test_whoever_sends_half_a_request_keeps_nobody_else_waiting(running: Up) -> None:
    fields = {"id": "half-1", "from": "0912345699", "to": "8888", "text": "MENU"}
    body = json.dumps(fields).encode()
    head = (
        "POST /channels/simulator HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    with socket.create_connection(("127.0.0.1", running.port), timeout=15) as slow:
        slow.sendall(head + body[:5])
        assert text(running.url, "0912345698", "MENU", message_id="half-2") != []
        assert get(f"{running.url}/health/live")[0] == 200
        slow.sendall(body[5:])
        answer = b"".join(iter(lambda: slow.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"replies" in answer
    assert "Warning" not in running.complained
