"""`helpdesk communes`: adding a real commune, which ends the sample."""

from pathlib import Path

import click
import sqlalchemy as sa

from helpdesk.booking.sample_end import SampleEnd, end_sample
from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import out_option, write_table
from helpdesk.people.audit import note
from helpdesk.places.communes import Commune, all_communes
from helpdesk.places.place_table import LONGEST_NAME
from helpdesk.places.sample import code_of
from helpdesk.places.tables import communes as communes_table
from helpdesk.runtime import Runtime
from helpdesk.spreadsheets.cells import words
from helpdesk.spreadsheets.columns import Column
from helpdesk.store.engine import reading
from helpdesk.text.people.written_names import seen
from helpdesk.text.phone_numbers import national

COMMUNE_COLUMNS = (
    Column("code", "Mã", ("code",), "what other tables name it by"),
    Column("name", "Tên", ("name",), "its name"),
    Column("sample", "Mẫu", ("sample",), "whether it is invented"),
)


@click.group()
def communes() -> None:
    """The communes that are served."""


@communes.command("add")
@click.option("--name", required=True, help="its name without the word xã, e.g. 'Thượng Trạch'")
@click.option("--code", help="what tables name it by; made of the name unless given, e.g. thuong-trach")
def add_commune(name: str, code: str | None) -> None:
    """Add a real commune. The first one ends the sample: its communes, places, openings, officials and bookings go.

    Whoever holds a booking in the sample that is still to come is named, so that somebody can ring. Adding the same
    commune again changes nothing. Its places come next: `helpdesk places import`.
    """
    name = seen(words(name))
    code = code or code_of(name)
    if not name or not code or code != code_of(code):
        raise click.BadParameter(
            "a name needs letters; a code is made of a-z, 0-9 and -", param_hint="--name"
        )
    if len(name) > LONGEST_NAME:
        raise click.BadParameter(f"at most {LONGEST_NAME} characters", param_hint="--name")
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        real = [commune for commune in all_communes(db) if not commune.sample]
        if any((commune.code, commune.name) == (code, name) for commune in real):
            click.echo(f"{name} ({code}): is there already")
            return
        _refuse_second(code, name, real)
        gone = end_sample(db, now=runtime.clock.now())
        _add(db, runtime, code, name, gone)
    click.echo(f"{name} ({code}): added")
    _say_gone(gone)


def _refuse_second(code: str, name: str, real: list[Commune]) -> None:
    for commune in real:
        if commune.code == code or code_of(commune.name) == code_of(name):
            raise click.ClickException(f"there is a commune {commune.name} ({commune.code}) already")


def _add(db: sa.Connection, runtime: Runtime, code: str, name: str, gone: SampleEnd) -> None:
    row = {"code": code, "name": name, "sample": False}
    added = db.execute(communes_table.insert().values(row).returning(communes_table.c.id)).scalar_one()
    note(
        db,
        at=runtime.clock.now(),
        official_id=None,
        commune_id=added,
        action="commune.added",
        subject=f"commune:{added}",
        detail={"code": code, "sample_communes_removed": list(gone.communes)},
    )


def _say_gone(gone: SampleEnd) -> None:
    if not gone.communes:
        return
    click.echo(
        f"the sample is gone: {', '.join(gone.communes)} with {gone.places} places and {gone.openings} openings"
    )
    if gone.waiting:
        phones = ", ".join(map(national, gone.waiting))
        click.echo(f"ring whoever of these is real, their bookings were in the sample: {phones}")


@communes.command("export")
@out_option
def export_communes(out: Path | None) -> None:
    """Write every commune with its code."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        rows = [{"code": one.code, "name": one.name, "sample": one.sample} for one in all_communes(db)]
    write_table(out, COMMUNE_COLUMNS, rows)
