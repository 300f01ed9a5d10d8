"""Requests reach the application whole: who sends half of one, or very slowly, waits alone and not for long.

The application answers one request after the other in one thread. It must never read from the network there, for then
a single connection that is held open would keep everybody waiting.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any

SECONDS_TO_SEND = 30
"""For a whole body; 256 KiB at the 10 KB/s of a poor mobile network. Twilio itself gives up after 15 s."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Coroutine[Any, Any, None]]


def whole_requests(app: Application, *, most: int, seconds: float = SECONDS_TO_SEND) -> Application:
    """An ASGI application that hands `app` each request with its body already here.

    Of a body that is longer than `most` bytes nothing is read where its length is said: `app` refuses it by that. What
    is not here within `seconds` is answered 408, and what turns out too long 413, in one line.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(seconds):
                body = b"" if _said_length(scope) > most else await _whole(receive, most)
        except TimeoutError:
            await _refuse(send, 408, b"request timeout\n")
        except _TooLong:
            await _refuse(send, 413, b"request entity too large\n")
        except _Gone:
            return
        else:
            await app(_with_length(scope, len(body)), _replay(body), _marked(send))

    return answer


class _TooLong(Exception):
    pass


class _Gone(Exception):
    pass


async def _whole(receive: Receive, most: int) -> bytes:
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            raise _TooLong
        parts.append(part)
        more = message.get("more_body", False)
    return b"".join(parts)


def _said_length(scope: Scope) -> int:
    said = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(said[0]) if said and said[0].isdigit() else 0


def _with_length(scope: Scope, length: int) -> Scope:
    """What came in chunks says its length, too: WSGI knows no other way to tell where a body ends."""
    if _said_length(scope):
        return scope
    headers = [
        header for header in scope["headers"] if header[0] not in (b"content-length", b"transfer-encoding")
    ]
    return {**scope, "headers": [*headers, (b"content-length", str(length).encode())]}


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _marked(send: Send) -> Send:
    """The server's own is no coroutine function to look at, which asgiref warns of."""

    async def answer(message: Message) -> None:
        await send(message)

    return answer


async def _refuse(send: Send, status: int, reason: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": reason})
