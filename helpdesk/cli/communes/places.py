"""`helpdesk places`: centres and villages, from and for a spreadsheet."""

from pathlib import Path

import click

from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import (
    faults_told,
    file_argument,
    help_with,
    loading,
    note_imported,
    out_option,
    say_imported,
    shown_progress,
    write_table,
)
from helpdesk.conversation.script.place_room import places_too_long
from helpdesk.places.communes import all_places
from helpdesk.places.place_table import PLACE_COLUMNS, load_places, place_rows, read_places
from helpdesk.store.engine import reading


@click.group()
def places() -> None:
    """Commune centres and villages, with other spellings of their names."""


@places.command("import", help=help_with(PLACE_COLUMNS, what="Load places from FILE."))
@file_argument
def import_places(file: Path) -> None:
    """Load places; see `help_with`."""
    with faults_told(file):
        lines = read_places(file)
        with loading() as (runtime, db):
            done = load_places(db, lines, shown_progress("places"))
            note_imported(db, "places", done, now=runtime.clock.now())
            long = places_too_long(runtime.house.script, all_places(db))
    say_imported(file, done)
    for name in long:
        click.echo(f"longer than messages have room for (`place` in flows/placeholders.yaml): {name}")


@places.command("export")
@out_option
def export_places(out: Path | None) -> None:
    """Write every place, in the columns that `places import` reads."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        write_table(out, PLACE_COLUMNS, place_rows(db))
