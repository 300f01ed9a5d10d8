"""Commune facts as a table: one row for each commune and each fact that texts may name, told or not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.clock import at_local, local
from helpdesk.places.communes import Commune, all_communes, commune_called
from helpdesk.places.facts import LONGEST_SOURCE, Fact, all_facts, may_bring_its_signature
from helpdesk.spreadsheets.cells import moment, words
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, Table, read_partly

FACT_COLUMNS = (
    Column("commune", "Xã", ("commune",), "code or name of a commune that was added"),
    Column("key", "Mã", ("key",), "which fact; only those that texts name"),
    Column("text", "Nội dung", ("text",), "what is told; empty while it is not known", may_be_empty=True, empty=""),
    Column("source", "Nguồn", ("source",), "who or what says so; needed with a text", may_be_empty=True, empty=""),
    Column("signed_by", "Người ký", ("signed by",), "who signed for the text", may_be_empty=True),
    Column("signed_at", "Ký lúc", ("signed at",), "when: 2026-12-02 or 2026-12-02 9:05", read=moment, may_be_empty=True),
    Column("about", "Ý nghĩa", ("about",), "what is asked for", read=words, only_written=True),
    Column("longest", "Dài nhất", ("longest",), "the characters there is room for", only_written=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of the table; `signed_at` is commune time without a zone, as a spreadsheet has it."""

    commune: str
    key: str
    text: str | None
    source: str | None
    signed_by: str | None
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact that texts may name: what it is, and how many characters there is room for."""

    about: str
    longest: int


UNREAD = "?"
"""For a source that could not be read."""

Check = Callable[[str, str], Sequence[str]]
"""What is wrong with a text for a key, in words for the operator."""


def fact_rows(db: sa.Connection, declared: Mapping[str, Declared]) -> Iterator[dict[str, Any]]:
    """A row of FACT_COLUMNS for each commune and each declared fact, and for each that is told."""
    known = all_facts(db)
    for commune in all_communes(db):
        others = [key for commune_id, key in known if commune_id == commune.id and key not in declared]
        for key in (*declared, *others):
            fact = known.get((commune.id, key))
            row: dict[str, Any] = {"commune": commune.code, "key": key}
            if key in declared:
                row |= {"about": declared[key].about, "longest": declared[key].longest}
            if fact is not None:
                row |= {"text": fact.text, "source": fact.source, "signed_by": fact.signed_by}
            if fact is not None and fact.signed_at is not None:
                row["signed_at"] = local(fact.signed_at).strftime("%Y-%m-%d %H:%M")
            yield row


def read_facts(path: Path) -> Table[FactRow]:
    """The rows of a file, with the faults of cells that cannot be read. Raises TableFaults where the file cannot be."""
    return read_partly(path, FACT_COLUMNS, FactRow)


@dataclass(slots=True)
class Planned:
    """What a table of facts means: the facts that it tells, and its rows without a text, by commune and key."""

    facts: list[tuple[Commune, Fact]]
    empty: list[tuple[Commune, str]]


def plan_facts(
    db: sa.Connection,
    table: Table[FactRow],
    *,
    declared: Mapping[str, Declared],
    check: Check,
    now: datetime,
) -> Planned:
    """What is to be kept, nothing of it written. Raises TableFaults with all faults of all rows: those of cells that could
    not be read, and of what could be read beside them."""
    communes, known = all_communes(db), all_facts(db)
    planned, faults = Planned([], []), [*table.faults]
    seen: dict[tuple[int, str], int] = {}
    for line in sorted((*table.lines, *map(_as_far_as_read, table.partly)), key=lambda one: one.row):
        row, key = line.value, line.value.key.removeprefix("fact_")
        commune = commune_called(row.commune, communes) if row.commune else None
        if row.commune and commune is None:
            codes = ", ".join(one.code for one in communes) or "none"
            faults.append(Fault(line.row, "Xã", f"there is no commune '{row.commune}'; known: {codes}"))
        faults += _of_row(line, key, declared=declared, check=check, now=now)
        if commune is None or not key:
            continue
        first = seen.setdefault((commune.id, key), line.row)
        if first != line.row:
            faults.append(Fault(line.row, "Mã", f"'{key}' of {commune.name} stands in row {first} already"))
        if not row.text:
            planned.empty.append((commune, key))
            continue
        there = known.get((commune.id, key))
        fact = _fact(row, commune.id, key, there)
        if there is not None and not may_bring_its_signature(fact, there):
            faults.append(
                Fault(line.row, "Ký lúc", "the text was changed after this; empty both cells, and sign anew")
            )
        planned.facts.append((commune, fact))
    if faults:
        raise TableFaults(faults)
    return planned


def _as_far_as_read(part: Line[dict[str, Any]]) -> Line[FactRow]:
    """A row with a cell that cannot be read, so that its other cells are looked at, too; nothing of it is kept.

    What is missing is what was found at fault already, and is not to be told as empty once more.
    """
    read = part.value
    signed_by, signed_at = (read.get(name) for name in ("signed_by", "signed_at"))
    whole = {"signed_by", "signed_at"} <= read.keys()
    row = FactRow(
        commune=read.get("commune", ""),
        key=read.get("key", ""),
        text=read.get("text"),
        source=read.get("source", UNREAD),
        signed_by=signed_by if whole else None,
        signed_at=signed_at if whole else None,
    )
    return Line(part.row, row)


def _fact(row: FactRow, commune_id: int, key: str, there: Fact | None) -> Fact:
    at = at_local(row.signed_at.date(), row.signed_at.time()) if row.signed_at else None
    if at and there and there.signed_at and _same_moment(at, there.signed_at):
        at = there.signed_at
    return Fact(commune_id, key, row.text or "", row.source or "", row.signed_by, at)


def _same_moment(told: datetime, known: datetime) -> bool:
    """Tables have no seconds, and spreadsheets like to drop the time of day altogether."""
    told, known = local(told), local(known)
    same_day = told.date() == known.date()
    return same_day and told.time() in (time(), known.time().replace(second=0, microsecond=0))


def _of_row(
    line: Line[FactRow], key: str, *, declared: Mapping[str, Declared], check: Check, now: datetime
) -> Iterator[Fault]:
    row = line.value
    if key and key not in declared:
        known = ", ".join(declared) or "none"
        yield Fault(line.row, "Mã", f"no text names a fact '{key}'; known: {known}")
    elif key and row.text:
        yield from (Fault(line.row, "Nội dung", why) for why in check(key, row.text))
    if row.text and not row.source:
        yield Fault(line.row, "Nguồn", "this cell is empty; write who or what says so")
    if len(row.source or "") > LONGEST_SOURCE:
        yield Fault(
            line.row, "Nguồn", f"{len(row.source or '')} characters; there is room for {LONGEST_SOURCE}"
        )
    if bool(row.signed_by) != bool(row.signed_at):
        yield Fault(line.row, "Người ký", "a signature needs both who signed and when")
    if row.signed_by and not row.text:
        yield Fault(line.row, "Người ký", "there is no text to be signed for")
    if row.signed_at and at_local(row.signed_at.date(), row.signed_at.time()) > now:
        yield Fault(line.row, "Ký lúc", "this moment has not come yet")
