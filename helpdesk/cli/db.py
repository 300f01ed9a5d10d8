"""`helpdesk db`: the database's revisions."""

import click

from helpdesk.settings import Settings


@click.group()
def db() -> None:
    """The database."""


@db.command()
def upgrade() -> None:
    """Bring the database to the newest revision. To run it twice, or twice at once, does no harm."""
    from helpdesk.store.engine import open_database
    from helpdesk.store.migrate import current
    from helpdesk.store.migrate import upgrade as run_migrations
    from helpdesk.up.database import spoken_plainly
    from helpdesk.up.progress import said_when_slow

    settings = Settings.from_environment()
    with spoken_plainly(settings.database_url):
        engine = open_database(settings.database_url)
        try:
            before = current(engine)
            with said_when_slow(click.echo, "migrating the database"):
                run_migrations(engine)
            after = current(engine)
        finally:
            engine.dispose()
    if before == after:
        click.echo(f"the database is at revision {after} already")
    else:
        click.echo(
            f"the database was {f'at revision {before}' if before else 'empty'} and is now at revision {after}"
        )
