"""`helpdesk up`: the whole service, in the order in which it comes up."""

import http.client
import json
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace

from helpdesk.settings import Settings
from helpdesk.up.bound_process import adopt_orphans
from helpdesk.up.child import Child
from helpdesk.up.data_folder import held
from helpdesk.up.faults import CannotStart
from helpdesk.up.kept_secrets import secret_key
from helpdesk.up.port import ClaimedPort
from helpdesk.up.progress import Say, said_when_slow
from helpdesk.up.running import SCHEDULER, WEB, WORKER, Running, Stopped
from helpdesk.up.stop_signals import StopSignals

_SECONDS_TO_BE_READY = 60.0
_ASK_EVERY_S = 0.05

Logins = list[list[str]]
"""Commune, phone and password of each sample officer."""


def up(settings: Settings, say: Say) -> None:
    """Run everything until told to stop. Raises CannotStart and ProcessEnded, with every process ended."""
    url = f"http://127.0.0.1:{settings.port}"
    adopt_orphans()
    with (
        StopSignals() as signals,
        held(settings.data, url=url),
        closing(ClaimedPort(settings.bind, settings.port)),
        Running(signals, say) as running,
    ):
        try:
            settings, logins = _start(settings, running, signals, say)
            _announce(settings, logins, url, say)
            while True:
                running.look()
        except Stopped:
            say("stopping (Ctrl-C again stops at once)")
    say(f"stopped: {', '.join(running.stopped) or 'nothing had been started'}")


def _start(settings: Settings, running: Running, signals: StopSignals, say: Say) -> tuple[Settings, Logins]:
    if not settings.secret_key:  # production has one, see Settings
        settings = replace(settings, secret_key=secret_key(settings.data))
    if not settings.redis_url:
        settings = replace(settings, redis_url=running.start_redis(settings.data / "redis"))
    with said_when_slow(say, "preparing the database"):
        logins = _prepare(settings, running, signals)
    for name in (WORKER, WEB, SCHEDULER):
        running.start(name, settings)
    with said_when_slow(say, "starting the web server"):
        _wait_until_ready(settings, running)
    return settings, logins


def _prepare(settings: Settings, running: Running, signals: StopSignals) -> Logins:
    with tempfile.TemporaryFile() as output:
        child = Child(
            "preparation of the database",
            [sys.executable, "-m", "helpdesk.up.prepare"],
            environment=settings.child_environment(),
            seconds_to_stop=5.0,
            output=output,
        )
        try:
            while child.poll() is None:
                running.look(pause=_ASK_EVERY_S)
        finally:
            child.stop(signals)
        output.seek(0)
        said = json.loads(output.read() or b"{}")
    if "logins" not in said:
        fault = (
            said.get("fault")
            or f"preparing the database failed (exit code {child.poll()}): see the lines above"
        )
        raise CannotStart(fault)
    logins: Logins = said["logins"]
    return logins


def _wait_until_ready(settings: Settings, running: Running) -> None:
    deadline = time.monotonic() + _SECONDS_TO_BE_READY
    while (reason := _why_not_ready(settings)) is not None:
        if time.monotonic() > deadline:
            raise CannotStart(
                f"the web server was not ready after {_SECONDS_TO_BE_READY:g} seconds ({reason}): see the lines above"
            )
        running.look(pause=_ASK_EVERY_S)


def _why_not_ready(settings: Settings) -> str | None:
    """None when it is ready."""
    anywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - listened on, not connected to
    connection = http.client.HTTPConnection(
        anywhere.get(settings.bind, settings.bind), settings.port, timeout=5
    )
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        said = answer.read().decode(errors="replace").strip()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
    return None if answer.status == 200 else said


def _announce(settings: Settings, logins: Logins, url: str, say: Say) -> None:
    say(f"ready: {url}")
    if not settings.in_production:
        say(f"  simulated phone    {url}/phone")
    say(f"  officials' page    {url}/desk")
    for commune, phone, password in logins:
        say(f"    sample login     {phone}  {password}  ({commune})")
    if settings.twilio.from_number or not settings.in_production:
        say(f"  Twilio's webhook   {settings.public_url}/channels/twilio/sms")
    say("Each message shows as one line below. Ctrl-C stops everything.")
