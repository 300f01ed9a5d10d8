"""`helpdesk facts`: what only a commune knows, from and for a spreadsheet, and signing for it."""

from datetime import datetime
from pathlib import Path

import click
import sqlalchemy as sa

from helpdesk.cli.communes.named_commune import named_commune
from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import (
    faults_told,
    file_argument,
    help_with,
    loading,
    out_option,
    say_imported,
    shown_progress,
    write_table,
)
from helpdesk.conversation.script.checking.fact_wording import declared_facts, wrong_with
from helpdesk.conversation.script.model import Script
from helpdesk.people.fact_changes import sign, tell
from helpdesk.places.communes import Commune, all_communes
from helpdesk.places.fact_table import FACT_COLUMNS, Check, Planned, fact_rows, plan_facts, read_facts
from helpdesk.places.facts import Fact, all_facts, known_facts
from helpdesk.places.imported import Imported
from helpdesk.store.engine import reading


@click.group()
def facts() -> None:
    """Commune facts: hours, hotline, fee … In production residents are told only those that somebody signed."""


@facts.command(
    "import",
    help=help_with(
        FACT_COLUMNS,
        what="Load commune facts from FILE. A text that is changed loses its signature; a row without a text changes nothing.",
    ),
)
@file_argument
def import_facts(file: Path) -> None:
    """Load facts; see `help_with`."""
    with faults_told(file):
        table = read_facts(file)
        with loading() as (runtime, db):
            script, now = runtime.house.script, runtime.clock.now()
            planned = plan_facts(
                db, table, declared=declared_facts(script), check=_checked_by(script), now=now
            )
            done, unsigned = _keep(db, planned, now=now)
    say_imported(file, done)
    if unsigned:
        click.echo(f"unsigned, and so not told in production: {len(unsigned)}")
        for name in unsigned:
            click.echo(f"  unsigned: {name}")


def _checked_by(script: Script) -> Check:
    return lambda key, text: [wrong.english for wrong in wrong_with(script, key, text)]


def _keep(db: sa.Connection, planned: Planned, *, now: datetime) -> tuple[Imported, list[str]]:
    known, done = all_facts(db), Imported()
    unsigned: list[str] = []
    for commune, fact in shown_progress("facts")(planned.facts):
        before = known.get((commune.id, fact.key))
        after = tell(db, fact, official_id=None, now=now)
        name = f"{commune.name} {fact.key}"
        if before is None:
            done.added.append(name)
        elif before == after:
            done.unchanged += 1
        else:
            lost = before.signed and not after.signed
            done.changed.append(f"{name}, lost the signature of {before.signed_by}" if lost else name)
        if not after.signed:
            unsigned.append(name)
    done.missing = _not_named(db, planned, known)
    return done, unsigned


def _not_named(db: sa.Connection, planned: Planned, known: dict[tuple[int, str], Fact]) -> list[str]:
    """Facts of the communes in the file that it gives no text for."""
    named = {(commune.id, fact.key) for commune, fact in planned.facts}
    of_the_file = {commune.id for commune, _ in (*planned.facts, *planned.empty)}
    names = {commune.id: commune.name for commune in all_communes(db)}
    return [f"{names[at]} {key}" for at, key in known if at in of_the_file and (at, key) not in named]


@facts.command("export")
@out_option
def export_facts(out: Path | None) -> None:
    """Write a row for each commune and each fact that texts name, told or not, as `facts import` reads it."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        write_table(out, FACT_COLUMNS, fact_rows(db, declared_facts(runtime.house.script)))


@facts.command("sign")
@click.option("--commune", "commune_word", required=True, help="code or name of the commune")
@click.option("--by", required=True, help="who signed, on paper")
@click.option("--key", "keys", multiple=True, help="which facts; without it all that are unsigned")
def sign_facts(commune_word: str, by: str, keys: tuple[str, ...]) -> None:
    """Write down that somebody signed for facts of a commune as they are now. Exits 1 when there is nothing to sign."""
    by = by.strip()
    if not by:
        raise click.BadParameter("say who signed", param_hint="--by")
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        commune = named_commune(db, commune_word)
        signed = [
            fact.key
            for fact in _to_sign(db, commune, keys)
            if sign(db, fact, by=by, official_id=None, now=runtime.clock.now())
        ]
    if not signed:
        raise click.ClickException(f"{commune.name} has no unsigned facts")
    for key in signed:
        click.echo(f"{commune.name} {key}: signed by {by}")


def _to_sign(db: sa.Connection, commune: Commune, keys: tuple[str, ...]) -> list[Fact]:
    known = known_facts(db, commune.id)
    for key in keys:
        if key not in known:
            raise click.ClickException(f"{commune.name} has not told '{key}'")
    return [known[key] for key in keys or known]
