"""`helpdesk purge`: forget what need not be kept any longer, now."""

from datetime import timedelta

import click

from helpdesk.cli.store import configured_runtime
from helpdesk.retention.limits import Limits
from helpdesk.retention.purge import purge as purge_all


@click.command()
def purge() -> None:
    """Forget what need not be kept any longer: texts, names, requests to erase, old list files.

    The worker does the same every ten minutes; how long things are kept stands in docs/operations.md.
    """
    with configured_runtime() as runtime:
        limits = Limits(kept=timedelta(days=runtime.settings.keep_days))
        done = purge_all(
            runtime.engine, now=runtime.clock.now(), limits=limits, outgoing=runtime.settings.outgoing
        )
    click.echo(
        f"texts looked at {done.texts}, openings forgotten {done.visits},"
        f" contacts erased {done.erased}, list files deleted {done.files}"
    )
