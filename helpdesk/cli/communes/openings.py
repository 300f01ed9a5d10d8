"""`helpdesk openings`: what is planned, from and for a spreadsheet. `helpdesk office-hours`: what centres are open."""

from pathlib import Path

import click

from helpdesk.booking.hours.calendar import WEEKS_AHEAD, keep_centres_open
from helpdesk.booking.hours.hours_table import HOURS_COLUMNS, hours_rows, load_hours, read_hours
from helpdesk.booking.importing.opening_import import load_openings
from helpdesk.booking.importing.opening_table import OPENING_COLUMNS, opening_rows, read_openings
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
from helpdesk.clock import local, local_date
from helpdesk.store.engine import reading

_OPENINGS = """Load openings from FILE.

An opening is known by its place and the hour at which it begins. One with bookings keeps its day and hours, and at
least as many places as are booked. What is planned and does not stand in the file stays, and is named."""

_HOURS = f"""Load the centres' office hours from FILE, a row for each half day.

The rows of a commune are its whole week: what does not stand there any more is taken away. Openings are made
{WEEKS_AHEAD} weeks ahead, but for national holidays and the commune's closed days."""


@click.group()
def openings() -> None:
    """Openings: when a place is open, for how many, and whether level 2 can be finished there."""


@openings.command("import", help=help_with(OPENING_COLUMNS, what=_OPENINGS))
@file_argument
def import_openings(file: Path) -> None:
    """Load openings; see `help_with`."""
    with faults_told(file):
        table = read_openings(file)
        with loading() as (runtime, db):
            done = load_openings(db, table, shown_progress("openings"), now=runtime.clock.now())
            note_imported(db, "openings", done, now=runtime.clock.now())
    say_imported(file, done)


@openings.command("export")
@click.option("--all", "everything", is_flag=True, help="those of past days, too")
@out_option
def export_openings(everything: bool, out: Path | None) -> None:
    """Write the openings from today on, in the columns that `openings import` reads."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        today = local_date(runtime.clock.now())
        write_table(
            out, OPENING_COLUMNS, opening_rows(db, first=today.replace(year=2000) if everything else today)
        )


@click.group("office-hours")
def office_hours() -> None:
    """When the centres are open, by weekday and half day. Their openings are made from it."""


@office_hours.command("import", help=help_with(HOURS_COLUMNS, what=_HOURS))
@file_argument
def import_hours(file: Path) -> None:
    """Load office hours; see `help_with`."""
    with faults_told(file):
        table = read_hours(file)
        with loading() as (runtime, db):
            done = load_hours(db, table, shown_progress("office hours"))
            note_imported(db, "office_hours", done, now=runtime.clock.now())
            kept = keep_centres_open(db, now=runtime.clock.now())
    say_imported(file, done)
    click.echo(f"openings: {kept.opened} made, {kept.changed} changed, {kept.taken_back} taken back")
    for opening in kept.contradicted:
        click.echo(
            f"  left, {opening.taken} persons are booked: {opening.place_name} {local(opening.starts_at):%Y-%m-%d %H:%M}"
        )


@office_hours.command("export")
@out_option
def export_hours(out: Path | None) -> None:
    """Write all office hours, in the columns that `office-hours import` reads."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        write_table(out, HOURS_COLUMNS, hours_rows(db))
