"""`helpdesk tick`: every sweep, as of a time, without waiting."""

from datetime import datetime

import click

from helpdesk.cli.store import NotPossible, configured_runtime, read_settings
from helpdesk.clock import FixedClock, SystemClock, as_utc, in_our_time, local
from helpdesk.sweeps import SWEEPS


@click.command()
@click.option(
    "--at", "moment", help="as of this time, e.g. 2026-12-01T11:00 (commune time unless it says otherwise)"
)
def tick(moment: str | None) -> None:
    """Run every sweep in order as of a time, and print what each did. In development only; no clock is moved."""
    if read_settings().in_production:
        raise NotPossible("tick is for development: in production the workers keep their own time")
    try:
        at = as_utc(in_our_time(datetime.fromisoformat(moment))) if moment else SystemClock().now()
    except ValueError:
        raise click.BadParameter(
            "write a time of this century such as 2026-12-01T11:00", param_hint="--at"
        ) from None
    with configured_runtime(clock=FixedClock(at)) as runtime:
        click.echo(f"as of {local(at):%Y-%m-%d %H:%M}")
        for name, sweep in SWEEPS.items():
            click.echo(f"  {name}: {sweep(runtime)}")
