"""A process that does one step of the service and dies in it: `python -m tests.faults.dying_process`.

Each line on stdin orders a death, as JSON: {"settings": the environment of the service, "now": its time, "step": the
name of a sweep, or "web" for one request, "fatal": the number of the moment or null, "fault": "killed" or "disk full"}.
A child is forked for it, so that the second which importing takes is spent once for hundreds of deaths. It makes its
own connections, tells "pid N", for the web "port N", and "at …" for each moment it lives to see; after its end its
parent tells "ended N", its exit code or, below 0, the signal that killed it.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from socketserver import BaseServer
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from flask import Flask
from twilio.rest import Client

# Loaded lazily by the service, and here once for all children.
import helpdesk.channels.twilio.look_up
import helpdesk.channels.twilio.send  # noqa: F401
from helpdesk.app import create_app
from helpdesk.clock import FixedClock
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.sweeps import SWEEPS
from tests.faults.moments import Moments

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def kill() -> None:
    """The end: nothing is flushed, rolled back or said."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill_the_disk() -> None:
    """From now on no file of this process grows or is written to; everything else goes on."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))


FAULTS: dict[str, Callable[[], None]] = {"killed": kill, "disk full": fill_the_disk}


def tell(line: str) -> None:
    """At once: what is told is known even of a process that is killed in the next moment."""
    os.write(1, line.encode() + b"\n")


@dataclass
class Service:
    """The service as each child finds it: loaded, and with no connection to anything."""

    runtime: Runtime
    app: Flask
    clock: FixedClock


@cache
def service(settings: str) -> Service:
    """Opened once for many deaths; `settings` as JSON."""
    clock = FixedClock(datetime(2026, 1, 1, 9, 0))  # noqa: DTZ001 - set by each order
    runtime = open_runtime(Settings.from_environment(json.loads(settings)), clock=clock)
    rehearse(runtime)
    return Service(runtime, create_app(runtime), clock)


def rehearse(runtime: Runtime) -> None:
    """A conversation that is undone: each child would spend 0.1 s on what is done once, such as compiling statements."""
    gateway = runtime.gateway("twilio", "")
    with runtime.engine.connect() as db, db.begin() as transaction:
        for number, text in enumerate(("DAT", "1", "1", "HO THI MAI 1954", "1", "HUY", "1")):
            arrival = Arrival(
                "twilio", f"rehearsed {number}", gateway, "+84900000000", text, answer_on_wire=True
            )
            receive(db, arrival, runtime.house)
        claim(db, now=runtime.clock.now())
        transaction.rollback()


def die(here: Service, order: dict[str, Any]) -> None:
    """Do what is ordered, in this process."""
    tell(f"pid {os.getpid()}")
    here.clock.set(datetime.fromisoformat(order["now"]))
    moments = Moments(lambda name: tell(f"at {name}"), fatal=order["fatal"], strike=FAULTS[order["fault"]])
    moments.watch(here.runtime.engine)
    if order["step"] == "web":
        answer_one_request(here.app, moments)
    else:
        SWEEPS[order["step"]](here.runtime)
    moments.come("the end")


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def answer_one_request(app: Flask, moments: Moments) -> None:
    """Be a web server for one request."""

    def watched(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        moments.come("the request is there")
        answer = list(app(environ, start_response))
        moments.come("the answer is ready")  # not a byte of it has left
        return answer

    with make_server("127.0.0.1", 0, watched, handler_class=_Silent) as server:
        tell(f"port {server.server_port}")
        BaseServer.handle_request(server)


def main() -> None:
    """Until nothing is ordered any more."""
    _ = Client("AC", "no account").messages  # loads 0.3 s of modules, which each child would do for itself
    for line in sys.stdin:
        order = json.loads(line)
        here = service(json.dumps(order["settings"]))
        here.runtime.engine.dispose()
        child = os.fork()
        if child == 0:
            try:
                die(here, order)
            except Exception as error:  # noqa: BLE001 - told, and judged by the test
                tell(f"raised {type(error).__name__}")
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
