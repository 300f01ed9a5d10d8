"""`helpdesk doctor`: what is well and what is not, in plain lines."""

from collections.abc import Iterator

import click
import redis

from helpdesk.cli.doctor import findings, gateway_findings, wording_findings
from helpdesk.cli.store import configured_runtime
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading


@click.command()
def doctor() -> None:
    """Look at database, Redis, gateways, e-mail, facts, texts, teams and the outbox. Exits 1 when something wants attention."""
    well = True
    with configured_runtime() as runtime:
        for good, line in _findings(runtime):
            click.echo(f"{'ok  ' if good else 'LOOK'}  {line}")
            well = well and good
    raise SystemExit(0 if well else 1)


def _findings(runtime: Runtime) -> Iterator[tuple[bool, str]]:
    yield True, f"database: {runtime.engine.dialect.name}, at the newest revision"
    yield _redis(runtime)
    for way in runtime.house.gateways:
        yield True, f"gateway: {way.channel} {way.address}"
    if not any(way.reaches_phones for way in runtime.house.gateways):
        yield False, "gateways: none; set TWILIO_FROM and its account"
    yield findings.mail(runtime.settings)
    with reading(runtime.engine) as db:
        yield from wording_findings.communes_served(db, runtime)
        yield from wording_findings.places(db, runtime)
        yield from wording_findings.facts(db, runtime)
        yield wording_findings.texts(db, runtime)
        yield from findings.wordings(db, runtime)
        yield from findings.leaders(db)
        yield from gateway_findings.limits(db, runtime)
        yield from findings.outbox(db, runtime)
        yield findings.counters(db, runtime)


def _redis(runtime: Runtime) -> tuple[bool, str]:
    if runtime.redis is None:
        return True, "redis: the embedded server, while `helpdesk up` runs"
    try:
        runtime.redis.ping()
    except redis.RedisError as error:
        return False, f"redis: does not answer ({type(error).__name__}); answers still leave, reminders wait"
    return True, "redis: answers"
