"""A seeded week of contacts with faults every few seconds, held against the provider's own record; then a month.

`make simulate`, or `python -m bench.simulate --seed 7 --contacts 500 --database sqlite`. Exit code 1 when anything
was lost or sent twice. The month is one of two communes by their own figures (bench/simulated_month.py). Then any
operations of the booking room are played in any order (bench/any_operations.py), and 100,000 texts are said at every
question of every flow (bench/any_texts.py). It needs the development tools, for PostgreSQL.
"""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO

import sqlalchemy as sa

from bench import any_operations, any_texts
from bench.month_figures import MonthFigures
from bench.simulated_communes import RULE
from bench.simulated_month import DAYS, Month
from bench.simulated_week import Figures, Week
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
from tests.support.postgres import Postgres, clear_away
from tests.support.run import Run

KINDS = ("sqlite", "postgresql")
SHOWN = 20

OPERATIONS_MINUTES, TEXTS_MINUTES = 10, 40
"""Bounds of any operations, on each database, and of any texts. Week and month have --minutes each on each database;
all run one after the other, so that as a rule all of it ends within 2 hours and 20 minutes."""


def simulate(
    engine: sa.Engine,
    *,
    seed: int,
    contacts: int,
    minutes: float = 10,
    days: int = 7,
    rarer: int = 1,
    journal: TextIO | None = None,
) -> Figures:
    """Run on a fresh, migrated database; ends within about `minutes` of real time, whatever the contacts.

    With few contacts sweeps may come `rarer` times as seldom, for most of them would find nothing.

    Every event is written to `journal`, one a line: where the lines of two runs part, the runs part.
    """
    with _stage(engine, minutes) as (folder, until):
        return Week(
            engine,
            folder,
            seed=seed,
            contacts=contacts,
            until=until,
            days=days,
            rarer=rarer,
            journal=journal,
        ).run()


def simulate_month(
    engine: sa.Engine,
    *,
    seed: int,
    share: float = 1.0,
    minutes: float = 20,
    days: int = DAYS,
    rarer: int = 1,
    journal: TextIO | None = None,
) -> MonthFigures:
    """Run the month on a fresh, migrated database, with this share of the households; bounded like the week."""
    with _stage(engine, minutes) as (folder, until):
        month = Month(
            engine, folder, seed=seed, until=until, share=share, days=days, rarer=rarer, journal=journal
        )
        return month.count(month.run())


@contextmanager
def _stage(engine: sa.Engine, minutes: float) -> Iterator[tuple[Path, float]]:
    """A folder for what is written, and the moment (monotonic) at which a run must begin to end."""
    _care_less_for_the_disk(engine)
    with tempfile.TemporaryDirectory(prefix="helpdesk-simulation-") as folder:
        yield Path(folder), time.monotonic() + minutes * 60 * 0.85


def _care_less_for_the_disk(engine: sa.Engine) -> None:
    # Processes die here, machines do not: not to wait for the disk changes nothing but the time it takes.
    @sa.event.listens_for(engine, "connect")
    def _(connection: Any, _record: Any) -> None:
        lax = "PRAGMA synchronous=OFF" if engine.dialect.name == "sqlite" else "SET synchronous_commit=off"
        connection.execute(lax)
        connection.commit()


@contextmanager
def _database(kind: str) -> Iterator[sa.Engine]:
    run = Run.begin()
    try:
        if kind == "sqlite":
            engine = open_database(f"sqlite:///{run.folder / 'simulation.db'}")
            upgrade(engine)
            yield engine
            engine.dispose()
        else:
            server = Postgres(run)
            with server.database() as url:
                # Not `open_database`: this server does not go away, and to ask before each transaction whether it
                # is there would be a quarter of all that is asked of it.
                engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
                yield engine
                engine.dispose()
            server.close()
            clear_away(run)
    finally:
        run.end()


def shown(figures: Figures, *, kind: str, seed: int, contacts: int, what: str = "week") -> str:
    """The figures as a person reads them."""
    turns = sorted(figures.turns) or [0.0]
    p50, p99 = (turns[int(len(turns) * part)] * 1000 for part in (0.5, 0.99))
    findings = figures.findings
    lines = [
        f"{what} on {kind}, seed {seed}: {contacts} contacts, {figures.texts} texts in, {figures.taken} messages with the"
        " provider",
        f"  faults     {figures.faults.total()}: "
        + ", ".join(f"{what} {count}" for what, count in figures.faults.most_common()),
        f"  lost {len(findings.lost) + len(findings.on_the_way)}   doubled {len(findings.doubled)}"
        f"   otherwise wrong {len(findings.wrong)}   uncertain and visible {findings.uncertain}",
        f"  turn       p50 {p50:.1f} ms   p99 {p99:.1f} ms",
        f"  digest     {figures.digest}",
        f"  took       {figures.seconds:.0f} s"
        + ("" if figures.whole else ": cut short at its bound, so the digest says nothing"),
    ]
    return "\n".join([*lines, *(f"  WRONG      {fault}" for fault in findings.faults[:SHOWN])])


def month_shown(figures: MonthFigures, *, kind: str, seed: int) -> str:
    """The same for a month, with what it came to."""
    lines = [shown(figures.week, kind=kind, seed=seed, contacts=figures.contacts, what="month")]
    lines += [f"  {RULE}"]
    lines += [f"  {what:45} {number:>7,}" for what, number in figures.figures.items()]
    return "\n".join([*lines, *(f"  WRONG      {fault}" for fault in figures.broken[:SHOWN])])


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, or 1 when something was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.simulate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--contacts", type=int, default=5000)
    parser.add_argument("--database", choices=(*KINDS, "both"), default="both")
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=20, help="bound for each run")
    parser.add_argument(
        "--journal", type=Path, help="folder for every event in order, a file for each database"
    )
    parser.add_argument(
        "--texts", type=int, default=100_000, help="random texts at every question, in the end"
    )
    parser.add_argument("--share", type=float, default=1.0, help="of the month's households; 0: no month")
    parser.add_argument("--operations", type=int, default=100, help="examples of operations in any order")
    asked = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    wrong = False
    kinds = KINDS if asked.database == "both" else (asked.database,)
    print(f"one part after the other, at most {_bound(asked, kinds):g} minutes in all", flush=True)
    for kind in kinds:
        if asked.contacts:
            wrong |= _week(kind, asked)
        if asked.share:
            wrong |= _month(kind, asked)
        if asked.operations:
            with _database(kind) as engine:
                wrong |= not any_operations.play(
                    engine,
                    kind=kind,
                    seed=asked.seed,
                    examples=asked.operations,
                    minutes=OPERATIONS_MINUTES,
                )
    if asked.texts:
        said = ["--texts", str(asked.texts), "--seed", str(asked.seed), "--minutes", str(TEXTS_MINUTES)]
        wrong |= bool(any_texts.main(said))
    return int(wrong)


def _bound(asked: argparse.Namespace, kinds: Sequence[str]) -> float:
    """The minutes that all parts may take."""
    each = asked.minutes * (bool(asked.contacts) + bool(asked.share)) + OPERATIONS_MINUTES * bool(
        asked.operations
    )
    return float(len(kinds) * each + TEXTS_MINUTES * bool(asked.texts))


def _week(kind: str, asked: argparse.Namespace) -> bool:
    """Play and print it; whether anything is wrong."""
    with ExitStack() as stack:
        figures = simulate(
            stack.enter_context(_database(kind)),
            seed=asked.seed,
            contacts=asked.contacts,
            minutes=asked.minutes,
            days=asked.days,
            journal=_journal(stack, asked, f"{kind}.txt"),
        )
    print(shown(figures, kind=kind, seed=asked.seed, contacts=asked.contacts), flush=True)
    return bool(figures.findings.faults)


def _month(kind: str, asked: argparse.Namespace) -> bool:
    with ExitStack() as stack:
        figures = simulate_month(
            stack.enter_context(_database(kind)),
            seed=asked.seed,
            share=asked.share,
            minutes=asked.minutes,
            journal=_journal(stack, asked, f"month-{kind}.txt"),
        )
    print(month_shown(figures, kind=kind, seed=asked.seed), flush=True)
    return bool(figures.faults)


def _journal(stack: ExitStack, asked: argparse.Namespace, name: str) -> TextIO | None:
    folder: Path | None = asked.journal
    return None if folder is None else stack.enter_context((folder / name).open("w"))


if __name__ == "__main__":
    sys.exit(main())
