"""`helpdesk places`: centres and villages, from and for a spreadsheet."""

from pathlib import Path

import click

from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import (
    faults_told,
    file_argument,
    help_with,
    out_option,
    say_imported,
    shown_progress,
    write_table,
)
from helpdesk.conversation.script.place_room import places_too_long
from helpdesk.people.audit import note
from helpdesk.places.communes import all_places
from helpdesk.places.place_table import PLACE_COLUMNS, load_places, place_rows, read_places
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.store.engine import reading


@click.group()
def places() -> None:
    """Commune centres and villages, with other spellings of their names."""


@places.command("import", help=help_with(PLACE_COLUMNS, what="Load places from FILE."))
@file_argument
def import_places(file: Path) -> None:
    """Load places; see `help_with`."""
    try:
        lines = read_places(file)
        with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
            done = load_places(db, lines, shown_progress("places"))
            long = places_too_long(runtime.house.script, all_places(db))
            if done.anything:
                note(
                    db,
                    at=runtime.clock.now(),
                    official_id=None,
                    commune_id=None,
                    action="places.imported",
                    subject="places",
                    detail={"added": done.added, "changed": done.changed},
                )
    except TableFaults as wrong:
        raise faults_told(file, wrong) from wrong
    say_imported(file, done)
    for name in long:
        click.echo(f"longer than messages have room for (`place` in flows/placeholders.yaml): {name}")


@places.command("export")
@out_option
def export_places(out: Path | None) -> None:
    """Write every place, in the columns that `places import` reads."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        write_table(out, PLACE_COLUMNS, place_rows(db))
