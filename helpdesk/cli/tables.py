"""What the commands that load and write tables share: reading with plain words, writing by the file's ending, progress."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click
import sqlalchemy as sa

from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.people.audit import note
from helpdesk.places.imported import Imported, Progress
from helpdesk.runtime import Runtime
from helpdesk.spreadsheets.columns import Column, described
from helpdesk.spreadsheets.faults import TableFaults
from helpdesk.spreadsheets.writing import as_csv, as_xlsx

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

SHOWN = 20
"""Names of rows that are told; beyond that they are counted."""

_LONG = 200
"""Rows from which on a bar shows how far it is."""

file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
out_option = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, .csv or .xlsx; without it CSV is printed.",
)


def help_with(columns: Sequence[Column], *, what: str) -> str:
    """The help of a command that loads a table: what it does, and the columns."""
    return (
        f"{what}\n\nFILE is CSV (UTF-8, with commas or semicolons) or XLSX, with a header row. Every fault is told by row and "
        f"column, and with one fault nothing is loaded (exit 2). Loading the same file twice changes nothing.\n\n"
        f"{described(columns)}"
    )


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Whoever reads or loads a table within: its faults end the command, one plain line for each."""
    try:
        yield
    except TableFaults as wrong:
        raise NotPossible("\n".join(f"{path.name}: {fault}" for fault in wrong.faults)) from wrong


@contextmanager
def loading() -> Iterator[tuple[Runtime, sa.Connection]]:
    """The transaction that loads a table: all of it or nothing. Nobody is nudged."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        yield runtime, db


def note_imported(db: sa.Connection, what: str, done: Imported, *, now: datetime) -> None:
    """Note in the audit that a table was loaded, unless it changed nothing."""
    if done.anything:
        note(
            db,
            at=now,
            official_id=None,
            commune_id=None,
            action=f"{what}.imported",
            subject=what,
            detail={"added": done.added, "changed": done.changed},
        )


def write_table(out: Path | None, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the rows to a file of its kind, or as CSV to stdout."""
    if out is None:
        click.echo(as_csv(columns, list(rows)), nl=False)
        return
    if out.suffix.lower() not in (".csv", ".xlsx"):
        raise click.BadParameter("the file's name ends in .csv or .xlsx", param_hint="--out")
    kept = list(rows)
    content = as_xlsx(columns, kept) if out.suffix.lower() == ".xlsx" else as_csv(columns, kept).encode()
    try:
        out.write_bytes(content)
    except OSError as error:
        raise NotPossible(f"{out} cannot be written: {error.strerror}") from error
    click.echo(f"{out}: {len(kept)} rows")


def shown_progress(label: str) -> Progress[Any]:
    """A bar on stderr while there is much to do and somebody looks."""

    def shown(items: Iterable[T]) -> Iterable[T]:
        kept = list(items)
        if len(kept) < _LONG or not sys.stderr.isatty():
            return kept
        return _with_bar(kept, label)

    return shown


def _with_bar(items: list[T], label: str) -> Iterable[T]:
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


def say_imported(path: Path, done: Imported) -> None:
    """Say what loading did, and what the file did not name."""
    click.echo(
        f"{path.name}: {len(done.added)} added, {len(done.changed)} changed, {done.unchanged} unchanged"
    )
    for deed, names in (("added", done.added), ("changed", done.changed)):
        for line in _few(names):
            click.echo(f"  {deed}: {line}")
    if done.missing:
        click.echo(f"not in the file, left as they are: {len(done.missing)}")
        for line in _few(done.missing):
            click.echo(f"  left: {line}")


def _few(names: Sequence[str]) -> list[str]:
    rest = len(names) - SHOWN
    return [*names[:SHOWN], *([f"and {rest} more"] if rest > 0 else [])]
