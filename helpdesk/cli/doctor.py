"""`helpdesk doctor`: what is well and what is not, in plain lines."""

from collections.abc import Iterator

import click
import redis
import sqlalchemy as sa

from helpdesk.cli import findings
from helpdesk.cli.store import configured_runtime
from helpdesk.conversation.script.model import FACT_PREFIX
from helpdesk.places.tables import commune_facts, communes
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading


@click.command()
def doctor() -> None:
    """Look at database, Redis, gateways, e-mail, facts, teams and the outbox. Exits 1 when something wants attention."""
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
        yield from _facts(db, runtime)
        yield from findings.leaders(db)
        yield from findings.outbox(db, runtime)


def _redis(runtime: Runtime) -> tuple[bool, str]:
    if runtime.redis is None:
        return True, "redis: the embedded server, while `helpdesk up` runs"
    try:
        runtime.redis.ping()
    except redis.RedisError as error:
        return False, f"redis: does not answer ({type(error).__name__}); answers still leave, reminders wait"
    return True, "redis: answers"


def _facts(db: sa.Connection, runtime: Runtime) -> Iterator[tuple[bool, str]]:
    """Facts that texts need and a commune has not told, or has not signed."""
    needed = sorted(name for name in runtime.house.script.placeholders if name.startswith(FACT_PREFIX))
    for commune_id, commune in db.execute(sa.select(communes.c.id, communes.c.name)).all():
        own = sa.select(commune_facts.c.key, commune_facts.c.signed_at)
        known = {
            row.key: row.signed_at for row in db.execute(own.where(commune_facts.c.commune_id == commune_id))
        }
        for name in (placeholder.removeprefix(FACT_PREFIX) for placeholder in needed):
            if name not in known:
                yield (
                    not runtime.settings.in_production,
                    f"fact: {commune} has not told '{name}'; the fallback is said",
                )
            elif known[name] is None:
                yield not runtime.settings.in_production, f"fact: nobody signed '{name}' of {commune}"
