"""`helpdesk gateways`: by which ways messages come and go, what each may carry, and what it costs."""

from typing import Any

import click

from helpdesk.cli.communes.named_commune import named_commune
from helpdesk.cli.gateways.gateway_templates import templates
from helpdesk.cli.gateways.gateway_words import gateway_argument, told, way_named
from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.messaging.gateways import CannotChange, change, known
from helpdesk.people.audit import note
from helpdesk.places.communes import all_communes
from helpdesk.spreadsheets.cells import LONGEST_NUMBER
from helpdesk.store.engine import reading

ALL = "all"
NONE = "none"
UNKNOWN = "unknown"


@click.group()
def gateways() -> None:
    """Ways in and out: numbers, brand names and mailboxes, and what each may carry.

    The environment names them (docs/operations.md); here they are set. GATEWAY is a number of `gateways list`, or an
    address.
    """


@gateways.command("list")
def list_gateways() -> None:
    """Show every gateway with what it may carry. Exits 1 when there is none."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        ways, communes = known(db), {one.id: one.name for one in all_communes(db)}
    if not ways:
        raise click.ClickException("there is no gateway; the environment names them, such as TWILIO_FROM")
    for way in ways:
        click.echo(told(way, communes))


@gateways.command("set")
@gateway_argument
@click.option(
    "--two-way/--one-way", default=None, help="whether residents can reply; a brand name is one-way"
)
@click.option(
    "--free-text/--templates-only",
    default=None,
    help="any text, or registered wordings only (see `gateways templates`)",
)
@click.option("--bulk/--no-bulk", default=None, help="whether lists for team leaders may leave by it")
@click.option("--pace", type=int, help="messages a minute")
@click.option(
    "--per-day", help=f"texts a day by the SIM's plan, a message of two segments is two; or '{NONE}'"
)
@click.option("--commune", help=f"code or name of the commune it belongs to, or '{ALL}'")
@click.option("--price", help=f"dong per segment by the contract, or '{UNKNOWN}'")
@click.option("--on/--off", default=None, help="whether it is in use; what waits goes another way")
def set_gateway(
    gateway: str,
    pace: int | None,
    per_day: str | None,
    commune: str | None,
    price: str | None,
    **flags: Any,
) -> None:
    """Change what a gateway may carry, how fast, how much a day, for whom and at what price; the rest stays.

    Counts for the next message that leaves. A running web server learns of another commune, and of a gateway that is
    on or off, when it is started again.
    """
    names = {"two_way": "two_way", "free_text": "free_text", "bulk": "bulk", "on": "active"}
    values: dict[str, Any] = {names[flag]: value for flag, value in flags.items() if value is not None}
    if pace is not None:
        values["pace_per_minute"] = pace
    if per_day is not None:
        values["per_day"] = _per_day(per_day)
    if price is not None:
        values["vnd_per_segment"] = _dong(price)
    if not values and commune is None:
        raise click.UsageError("nothing to set")
    with configured_runtime() as runtime, runtime.transaction() as db:
        way = way_named(db, gateway)
        if commune is not None:
            values["commune_id"] = None if commune == ALL else named_commune(db, commune).id
        try:
            change(db, way, **values)
        except CannotChange as error:
            raise NotPossible(str(error)) from error
        note(
            db,
            at=runtime.clock.now(),
            official_id=None,
            commune_id=None,
            action="gateway.set",
            subject=f"gateway:{way.id}",
            detail=values,
        )
        communes = {one.id: one.name for one in all_communes(db)}
        changed = way_named(db, str(way.id))
    click.echo(told(changed, communes))


def _per_day(limit: str) -> int | None:
    if limit == NONE:
        return None
    if not limit.isdecimal() or len(limit) > LONGEST_NUMBER:
        raise click.BadParameter(
            f"'{limit}' is neither a number of texts nor '{NONE}'", param_hint="--per-day"
        )
    return int(limit)


def _dong(price: str) -> int | None:
    if price == UNKNOWN:
        return None
    if not price.isdecimal() or len(price) > LONGEST_NUMBER:
        raise click.BadParameter(f"'{price}' is neither dong nor '{UNKNOWN}'", param_hint="--price")
    return int(price)


gateways.add_command(templates)
