"""The commune that somebody names on the command line."""

import click
import sqlalchemy as sa

from helpdesk.places.communes import Commune, all_communes, commune_called


def named_commune(db: sa.Connection, word: str) -> Commune:
    """The commune with this code or name, accents and case aside. Raises ClickException, which names those there are."""
    known = all_communes(db)
    found = commune_called(word, known)
    if found is None:
        codes = ", ".join(one.code for one in known) or "none"
        raise click.ClickException(f"there is no commune '{word}'; known: {codes}")
    return found
