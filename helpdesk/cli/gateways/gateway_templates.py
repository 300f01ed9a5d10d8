"""`helpdesk gateways templates`: the wordings that a provider has registered."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from helpdesk.cli.gateways.gateway_words import gateway_argument, way_named
from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import faults_told, file_argument, help_with, out_option, write_table
from helpdesk.conversation.script.checking.first_words import one_way_messages
from helpdesk.messaging import templates as registered
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.template_table import TEMPLATE_COLUMNS, proposed, read_templates
from helpdesk.messaging.templates import Template, templates_of
from helpdesk.people.audit import note
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading


@click.group()
def templates() -> None:
    """Wordings registered with a provider: all that leaves by a gateway that is `--templates-only`.

    First `wanted`, which writes what to have registered; then, when the provider has it, `import`. What fits no wording
    goes another way, or waits on the officials' page with what to do.
    """


@templates.command("list")
@gateway_argument
def list_templates(gateway: str) -> None:
    """Show the wordings of a gateway, each with its number. Exits 1 when there is none."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        found = templates_of(db, way_named(db, gateway).id)
    if not found:
        raise click.ClickException("no wording is registered for this gateway")
    for template in found:
        named = f" [{template.provider_id}]" if template.provider_id else ""
        click.echo(f"{template.id}{named}  {template.wording}")


@templates.command("wanted")
@gateway_argument
@out_option
def wanted(gateway: str, out: Path | None) -> None:
    """Write the wordings to have registered, for every message that we start, with the sender's name in front."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        way = way_named(db, gateway)
        rows = proposed(one_way_messages(runtime.house.script), way)
    write_table(out, TEMPLATE_COLUMNS, [{"wording": one.wording, "provider_id": None} for one in rows])


@templates.command(
    "import",
    help="Register wordings for GATEWAY; those that are there stay.\n\n"
    + help_with(TEMPLATE_COLUMNS, what="Each wording exactly as the provider has it."),
)
@gateway_argument
@file_argument
def import_templates(gateway: str, file: Path) -> None:
    """Register wordings; see `help_with`."""
    with faults_told(file), _changing(gateway, "gateway.templates_added") as (db, runtime, way, detail):
        found = read_templates(file, way)
        new = registered.register(db, way.id, found, now=runtime.clock.now())
        detail["added"] = new
    click.echo(f"{file.name}: {new} added, {len(found) - new} there already")
    if way.free_text:
        click.echo(
            "this gateway takes any text, so they are not asked for: `helpdesk gateways set --templates-only`"
        )


@templates.command("remove")
@gateway_argument
@click.argument("number", type=int)
def remove_template(gateway: str, number: int) -> None:
    """Take away the wording NUMBER of `templates list`. Exits 1 when the gateway has none."""
    with _changing(gateway, "gateway.template_removed") as (db, _runtime, way, detail):
        gone = _template(templates_of(db, way.id), number)
        registered.remove(db, way.id, number)
        detail["wording"] = gone.wording
    click.echo(f"removed: {gone.wording}")


def _template(found: list[Template], number: int) -> Template:
    for template in found:
        if template.id == number:
            return template
    raise click.ClickException(
        f"this gateway has no wording {number}; see `helpdesk gateways templates list`"
    )


@contextmanager
def _changing(gateway: str, action: str) -> Iterator[tuple[sa.Connection, Runtime, Gateway, dict[str, Any]]]:
    """A transaction on one gateway, and the detail of what is noted in the audit at its end."""
    detail: dict[str, Any] = {}
    with configured_runtime() as runtime, runtime.transaction() as db:
        way = way_named(db, gateway)
        yield db, runtime, way, detail
        now = runtime.clock.now()
        subject = f"gateway:{way.id}"
        note(
            db,
            at=now,
            official_id=None,
            commune_id=way.commune_id,
            action=action,
            subject=subject,
            detail=detail,
        )
