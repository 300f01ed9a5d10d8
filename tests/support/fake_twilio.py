"""A Twilio that lives on this machine: it takes, keeps, lists and delivers messages, and fails when asked to.

Every request and every answer is checked against Twilio's published description where that is at hand
(`schema_checked` says so). By hand: `python -m tests.support.fake_twilio --port 8090` prints what arrives.
"""

import json
import warnings
from base64 import b64encode
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Literal, Self
from xml.etree import ElementTree

from helpdesk.clock import Clock, SystemClock
from tests.support.fake_twilio_books import FakeMessage, page, why_refused
from tests.support.fake_twilio_http import HOST, ApiAnswer, ApiRequest, ApiServer
from tests.support.twilio_requests import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    NUMBER,
    RESIDENT,
    WebhookAnswer,
    post,
    status_fields,
    text_fields,
)
from tests.support.twilio_schema import MESSAGE, MESSAGES, PUBLISHED, ApiDescription, published


@dataclass(frozen=True)
class TextAnswer:
    """What our service answered to a text, and the replies that Twilio took from it."""

    http: WebhookAnswer
    replies: tuple[FakeMessage, ...] = ()


Fault = Literal["refuse", "take and refuse", "take and hang", "take and cut", "take and babble"]


class FakeTwilio:
    """A context manager; `base_url` is for TWILIO_API_BASE, `messages` what was taken, in order.

    `problems` says in words why a request was not as Twilio's description (or common sense) wants it.
    `calls` counts the requests that reached the API, refused ones included.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        port: int = 0,
        on_event: Callable[[str], None] = lambda _: None,
        on_taken: Callable[[FakeMessage], None] = lambda _: None,
        described: ApiDescription | Literal["published"] | None = "published",
    ) -> None:
        self.messages: list[FakeMessage] = []
        self.problems: list[str] = []
        self.calls = 0
        self._described = published() if described == "published" else described
        self.schema_checked = self._described is not None
        self._clock = clock or SystemClock()
        self._on_event = on_event
        self._on_taken = on_taken
        self._faults: deque[tuple[Fault, int, int | None]] = deque()
        self._released = Event()
        self._lock = Lock()
        self._server = ApiServer(self._handle, port=port)

    def __enter__(self) -> Self:
        self._server.open()
        if not self.schema_checked:
            warnings.warn(
                f"no {PUBLISHED.name} beside the repository: the fake Twilio validates nothing against it",
                stacklevel=2,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
        self._server.close()

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self._server.port}"

    # What goes wrong, in the order in which it was asked for

    def fail_next(self, status: int, code: int | None = None, *, taken: bool = False, times: int = 1) -> None:
        """Answer the next calls with this HTTP status and Twilio code; `taken`: keep the message all the same."""
        self._faults.extend([("take and refuse" if taken else "refuse", status, code)] * times)

    def accept_then_hang(self) -> None:
        """Take the next message and never answer (until `release`)."""
        self._faults.append(("take and hang", 0, None))

    def accept_then_cut(self) -> None:
        """Take the next message and close the connection without an answer."""
        self._faults.append(("take and cut", 0, None))

    def accept_then_babble(self) -> None:
        """Take the next message and answer 200 with something that is not Twilio's."""
        self._faults.append(("take and babble", 200, None))

    def refuse_connections(self) -> None:
        """Stop listening and cut what is open."""
        self._server.close()

    def accept_connections(self) -> None:
        """Listen again, on the same port."""
        self._server.open()

    def work_again(self) -> None:
        """Forget what was asked to go wrong and has not yet."""
        self._faults.clear()

    def release(self) -> None:
        """Let the calls that hang now end, without an answer."""
        self._released.set()
        self._released = Event()

    # What Twilio does by itself

    def text(
        self,
        webhook: str,
        body: str,
        *,
        sender: str = RESIDENT,
        to: str = NUMBER,
        sid: str | None = None,
        reach: str | None = None,
    ) -> TextAnswer:
        """A resident texts: call `webhook` signed, and take the replies of its TwiML onto the books.

        `reach` is the address to connect to where the signed one is a public name behind a proxy.
        """
        answer = post(webhook, text_fields(body, sender=sender, to=to, sid=sid), reach=reach)
        if answer.status != 200:
            return TextAnswer(answer)
        replies = tuple(
            FakeMessage(
                to=sender,
                from_=to,
                body=element.text or "",
                status_callback=element.get("statusCallback"),
                direction="outbound-reply",
                created_at=self._clock.now(),
            )
            for element in ElementTree.fromstring(answer.body.encode())  # noqa: S314  # our own service's
        )
        with self._lock:
            self.messages.extend(replies)
        return TextAnswer(answer, replies)

    def deliver(
        self, sid: str, status: str, *, error_code: int | None = None, reach: str | None = None
    ) -> int | None:
        """Move a message to a status and tell its callback, signed; the callback's HTTP status, None without one."""
        message = next(message for message in self.messages if message.sid == sid)
        message.status, message.error_code = status, error_code
        if status in ("sent", "delivered", "undelivered"):
            message.sent_at = message.sent_at or self._clock.now()
        if message.status_callback is None:
            return None
        fields = status_fields(sid, status, error_code=error_code, sender=message.from_, to=message.to)
        return post(message.status_callback, fields, reach=reach).status

    # The API

    def _handle(self, request: ApiRequest) -> ApiAnswer:
        with self._lock:
            self.calls += 1
            released = self._released
            kind, status, code = self._faults.popleft() if self._faults else (None, 0, None)
            answer = _error(status, code, "as asked for") if kind == "refuse" else self._answer(request)
        self._on_event(f"{request.method} {request.path} {request.form or request.query} -> {answer.status}")
        if kind == "take and hang":
            released.wait()
        match kind:
            case "take and refuse":
                return _error(status, code, "as asked for")
            case "take and hang" | "take and cut":
                return ApiAnswer(cut=True)
            case "take and babble":
                return ApiAnswer(status, b"<html>Wi-Fi of the guest house: please log in</html>")
        return answer

    def _answer(self, request: ApiRequest) -> ApiAnswer:
        account = f"/2010-04-01/Accounts/{ACCOUNT_SID}"
        if request.authorization != "Basic " + b64encode(f"{ACCOUNT_SID}:{AUTH_TOKEN}".encode()).decode():
            return _error(401, 20003, "Authenticate")
        match request.method, request.path.removeprefix(account):
            case "POST", "/Messages.json":
                return self._create(request.form)
            case "GET", "/Messages.json":
                return self._list(request.query)
            case "GET", path:
                return self._fetch(path.removeprefix("/Messages/").removesuffix(".json"))
        return self._problem(404, 20404, f"{request.method} {request.path} is nothing this fake knows")

    def _create(self, form: dict[str, str]) -> ApiAnswer:
        wrong = self._described.wrong_in_request(form) if self._described else []
        if wrong:
            return self._problem(400, 21604 if "To" not in form else 20001, "; ".join(wrong))
        refusal = why_refused(form)
        if refusal is not None:
            return self._problem(400, refusal[0], refusal[1])
        message = FakeMessage(
            to=form["To"],
            from_=form["From"],
            body=form["Body"],
            status_callback=form.get("StatusCallback"),
            direction="outbound-api",
            created_at=self._clock.now(),
        )
        self.messages.append(message)
        self._on_taken(message)
        return self._checked(message.resource(), path=MESSAGES, method="post", status=201)

    def _fetch(self, sid: str) -> ApiAnswer:
        message = next((message for message in self.messages if message.sid == sid), None)
        if message is None:
            return _error(404, 20404, "The requested resource was not found")
        return self._checked(message.resource(), path=MESSAGE, method="get", status=200)

    def _list(self, query: dict[str, str]) -> ApiAnswer:
        return self._checked(page(self.messages, query), path=MESSAGES, method="get", status=200)

    def _checked(self, answer: object, *, path: str, method: str, status: int) -> ApiAnswer:
        """The answer, once Twilio's description has nothing against it."""
        wrong = (
            self._described.wrong_in_answer(answer, path=path, method=method, status=status)
            if self._described
            else []
        )
        if wrong:
            return self._problem(500, 20500, "the fake answers as Twilio would not: " + "; ".join(wrong))
        return ApiAnswer(status, json.dumps(answer).encode())

    def _problem(self, status: int, code: int, message: str) -> ApiAnswer:
        self.problems.append(message)
        return _error(status, code, message)


def _error(status: int, code: int | None, message: str) -> ApiAnswer:
    body = {"code": code, "message": message, "more_info": f"https://www.twilio.com/docs/errors/{code}"}
    return ApiAnswer(status, json.dumps(body | {"status": status}).encode() if code else b"")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until Ctrl-C, printing what arrives; with --deliver each message is sent and delivered at once."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="python -m tests.support.fake_twilio", description=main.__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--deliver", action="store_true", help="tell the status callback: sent, delivered")
    options = parser.parse_args(arguments)

    def deliver(message: FakeMessage) -> None:
        for status in ("sent", "delivered"):
            try:
                told = f"callback answered {fake.deliver(message.sid, status)}"
            except OSError as error:
                told = f"callback not reached: {error}"
            print(f"{message.sid} {status}: {told}", flush=True)

    def on_taken(message: FakeMessage) -> None:
        if options.deliver:
            Thread(target=deliver, args=(message,), daemon=True).start()

    with FakeTwilio(
        port=options.port, on_event=lambda line: print(line, flush=True), on_taken=on_taken
    ) as fake:
        print(
            f"TWILIO_API_BASE={fake.base_url} TWILIO_ACCOUNT_SID={ACCOUNT_SID}"
            f" TWILIO_AUTH_TOKEN={AUTH_TOKEN} TWILIO_FROM={NUMBER}",
            flush=True,
        )
        try:
            Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
