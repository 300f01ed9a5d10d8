"""`helpdesk db`: the database's revisions."""

import click

from helpdesk.settings import Settings


@click.group()
def db() -> None:
    """The database."""


@db.command()
def upgrade() -> None:
    """Bring the database to the newest revision. To run it twice, or twice at once, does no harm."""
    from helpdesk.store.migrate import current
    from helpdesk.store.migrate import upgrade as run_migrations
    from helpdesk.up.database import opened
    from helpdesk.up.progress import said_when_slow

    with opened(Settings.from_environment().database_url) as engine:
        before = current(engine)
        with said_when_slow(click.echo, "migrating the database"):
            run_migrations(engine)
        after = current(engine)
    if before == after:
        click.echo(f"the database is at revision {after} already")
    else:
        click.echo(
            f"the database was {f'at revision {before}' if before else 'empty'} and is now at revision {after}"
        )
