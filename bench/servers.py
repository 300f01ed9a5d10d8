"""The two servers that are compared: the helpdesk, and the barest view that checks a signature and commits one row."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import Flask, Response, request
from twilio.request_validator import RequestValidator

from bench.requests import ACCOUNT, OUR_NUMBER, PATH, TOKEN
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.up.whole_requests import Application
from helpdesk.up.wsgi import asgi, create_asgi


def helpdesk_app() -> Application:
    """The whole service as a web process of `helpdesk up` has it, its log included."""
    return create_asgi()


def bare_app() -> Application:
    """What no service that keeps its word can go below: signature, one row, commit, an answer."""
    app = Flask("bare")
    settings = Settings.from_environment()
    engine = open_database(settings.database_url)
    rows = sa.Table(
        "bare_rows", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text)
    )
    with engine.begin() as db:
        rows.create(db, checkfirst=True)
    validator = RequestValidator(settings.twilio.auth_tokens[0])

    @app.post(PATH)
    def sms() -> Response:
        url = settings.public_url + request.path
        if not validator.validate(url, request.form, request.headers.get("X-Twilio-Signature", "")):
            return Response(status=403)
        with engine.begin() as db:
            db.execute(rows.insert().values(text=request.form["Body"]))
        return Response("<Response/>", content_type="text/xml")

    return asgi(app)


def environment(port: int, database_url: str, data: Path) -> dict[str, str]:
    """What both servers are told."""
    return {
        **os.environ,
        "HELPDESK_DATABASE_URL": database_url,
        "HELPDESK_DATA": str(data),
        "HELPDESK_SECRET_KEY": "bench-" * 8,
        "HELPDESK_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_FROM": OUR_NUMBER,
    }


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Server:
    """One that answers on a port of loopback; its processes are `pid` and those below it."""

    port: int
    pid: int


@contextmanager
def serving(factory: str, database_url: str, data: Path, *, processes: int) -> Iterator[Server]:
    """`bench.servers:FACTORY` behind the server that `helpdesk up` uses, on loopback."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", f"bench.servers:{factory}", "--factory", "--interface", "asginl",
        "--host", "127.0.0.1", "--port", str(port), "--workers", str(processes),
        "--no-ws", "--log-level", "error",
    ]  # fmt: skip
    server = subprocess.Popen(command, env=environment(port, database_url, data), stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, server)
        yield Server(port, server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not come up in 20 s")
