"""Centres and villages as a table: written for a spreadsheet, and loaded from one, all rows or none."""

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.places.communes import Commune, Place, all_communes, all_places, commune_called
from helpdesk.places.imported import Imported, Progress, unseen
from helpdesk.places.sample import code_of
from helpdesk.places.tables import PlaceKind, places
from helpdesk.spreadsheets.cells import list_of_words, one_of
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, read_table
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.segments import outside_gsm7, refused

KIND_WORDS = {
    "bản": PlaceKind.VILLAGE,
    "trung tâm": PlaceKind.CENTRE,
    "thôn": PlaceKind.VILLAGE,
    "village": PlaceKind.VILLAGE,
    "centre": PlaceKind.CENTRE,
    "center": PlaceKind.CENTRE,
}
_WRITTEN_KIND = {PlaceKind.VILLAGE: "bản", PlaceKind.CENTRE: "trung tâm"}

PLACE_COLUMNS = (
    Column("commune", "Xã", ("commune",), "code or name of a commune that was added"),
    Column("kind", "Loại", ("kind", "type"), "bản (village) or trung tâm (centre)", read=one_of(KIND_WORDS)),
    Column("name", "Tên", ("name", "tên bản"), "without the word bản; of a centre, the commune's name"),
    Column("code", "Mã", ("code",), "tells places apart and never changes; else made of the name", may_be_empty=True),
    Column(
        "aliases",
        "Tên khác",
        ("aliases", "other names"),
        "other spellings, separated by |",
        read=list_of_words,
        may_be_empty=True,
        empty=(),
    ),
)  # fmt: skip


LONGEST_NAME = 60
"""Characters of a name: whoever pastes a sentence into the cell is told so. Texts have less room, which `doctor` tells."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of the table. `aliases` is None where the table has no such column."""

    commune: str
    kind: PlaceKind
    name: str
    code: str | None
    aliases: tuple[str, ...] | None


@dataclass(slots=True)
class _Wanted:
    """A row, the commune it names, the code it will have, and the place it is already.

    Whatever is known by its name keeps the name as it was written first: a sheet in capitals renames nothing.
    """

    line: Line[PlaceRow]
    commune: Commune
    code: str
    there: Place | None

    @property
    def name(self) -> str:
        row = self.line.value
        return self.there.name if self.there is not None and not row.code else row.name


def place_rows(db: sa.Connection) -> Iterator[dict[str, Any]]:
    """Every place as a row of PLACE_COLUMNS."""
    codes = {commune.id: commune.code for commune in all_communes(db)}
    for place in all_places(db):
        yield {
            "commune": codes[place.commune_id],
            "kind": _WRITTEN_KIND[place.kind],
            "name": place.name,
            "code": place.code,
            "aliases": place.aliases,
        }


def read_places(path: Path) -> list[Line[PlaceRow]]:
    """The rows of a file. Raises TableFaults."""
    return read_table(path, PLACE_COLUMNS, PlaceRow)


def load_places(
    db: sa.Connection, lines: Sequence[Line[PlaceRow]], progress: Progress[Any] = unseen
) -> Imported:
    """Write the rows: a place that is there is changed, others are added, none is taken away.

    A place is known by its code; without one, by its name in the commune, in capitals or not. Where only the accents
    differ, the code must say which it is. Raises TableFaults, with nothing written.
    """
    known = all_places(db)
    wanted = _wanted(lines, all_communes(db), known)
    done = Imported()
    changing = [one for one in wanted if one.there is not None and one.there.name != one.name]
    for one in changing:  # two places may change names with each other: no name is in the way of another's
        assert one.there is not None  # noqa: S101
        db.execute(places.update().where(places.c.id == one.there.id).values(name=f"~{one.there.id}"))
    for one in progress(wanted):
        _write(db, one, done)
    seen = {one.there.id for one in wanted if one.there is not None}
    communes = {one.commune.id for one in wanted}
    done.missing = [
        _called(place.name, place.code)
        for place in known
        if place.commune_id in communes and place.id not in seen
    ]
    return done


def _called(name: str, code: str) -> str:
    return f"{name} ({code})"


def _write(db: sa.Connection, one: _Wanted, done: Imported) -> None:
    row, there = one.line.value, one.there
    values: dict[str, Any] = {"kind": row.kind.value, "name": one.name}
    if row.aliases is not None:
        values["aliases"] = [alias for alias in row.aliases if alias != one.name]
    if there is None:
        own = {"commune_id": one.commune.id, "code": one.code, "sample": one.commune.sample, "aliases": []}
        db.execute(places.insert().values(own | values))
        done.added.append(_called(row.name, one.code))
        return
    before = {"kind": there.kind.value, "name": there.name, "aliases": list(there.aliases)}
    if before | values == before:
        done.unchanged += 1
        return
    db.execute(places.update().where(places.c.id == there.id).values(values))
    done.changed.append(_called(row.name, one.code))


def _wanted(
    lines: Sequence[Line[PlaceRow]], communes: Sequence[Commune], known: Sequence[Place]
) -> list[_Wanted]:
    faults: list[Fault] = []
    wanted: list[_Wanted] = []
    by_code = {place.code: place for place in known}
    by_name = {(place.commune_id, _written(place.name)): place for place in known}
    for line in lines:
        row = line.value
        commune = commune_called(row.commune, communes)
        if commune is None:
            faults.append(Fault(line.row, "Xã", _no_commune(row.commune, communes)))
            continue
        there = by_code.get(row.code) if row.code else by_name.get((commune.id, _written(row.name)))
        if there is None and not row.code and (alike := _but_for_accents(row, commune, known)):
            faults.append(
                Fault(
                    line.row,
                    "Mã",
                    f"is '{row.name}' the place '{alike.name}'? Write its code '{alike.code}', or a new one",
                )
            )
            continue
        code = there.code if there else row.code or _new_code(row, commune, by_code)
        wanted.append(_Wanted(line, commune, code, there))
        faults += _of_words(line)
        if there is not None and there.commune_id != commune.id:
            faults.append(
                Fault(line.row, "Mã", f"'{code}' is a place of {there.commune}; a place does not move")
            )
        if row.code and code_of(row.code) != row.code:
            faults.append(Fault(line.row, "Mã", f"'{row.code}' is not a code; write '{code_of(row.code)}'"))
    faults += _twice(wanted)
    faults += _names_of_others(wanted, by_name)
    if faults:
        raise TableFaults(faults)
    return wanted


def _no_commune(word: str, communes: Sequence[Commune]) -> str:
    known = ", ".join(commune.code for commune in communes) or "none"
    return f"there is no commune '{word}'; known: {known} (helpdesk communes add)"


def _new_code(row: PlaceRow, commune: Commune, taken: dict[str, Place]) -> str:
    code = f"trung-tam-{commune.code}" if row.kind is PlaceKind.CENTRE else code_of(row.name)
    # Two communes may have a village of the same name, and a place keeps its code when it is renamed.
    tries = itertools.chain((code, f"{commune.code}-{code}"), (f"{code}-{n}" for n in itertools.count(2)))
    return next(one for one in tries if one not in taken)


def _written(name: str) -> str:
    """A name by which a place is known: capitals, and how accents are encoded, make no other one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _but_for_accents(row: PlaceRow, commune: Commune, known: Sequence[Place]) -> Place | None:
    """The place of this kind whose name differs in accents only."""
    key = matching_key(row.name)
    alike = (one for one in known if (one.commune_id, one.kind) == (commune.id, row.kind))
    return next((one for one in alike if key and matching_key(one.name) == key), None)


def _of_words(line: Line[PlaceRow]) -> Iterator[Fault]:
    for column, name in [
        ("Tên", line.value.name),
        *(("Tên khác", alias) for alias in line.value.aliases or ()),
    ]:
        sent = fold(name)
        bad = dict.fromkeys((*outside_gsm7(sent), *refused(sent)))
        if bad:
            yield Fault(line.row, column, f"'{' '.join(bad)}' cannot be sent by SMS: {name}")
        elif not code_of(name):
            yield Fault(line.row, column, f"'{name}' is not a name")
        elif len(name) > LONGEST_NAME:
            yield Fault(line.row, column, f"{len(name)} characters; a name has at most {LONGEST_NAME}")


def _twice(wanted: Sequence[_Wanted]) -> Iterator[Fault]:
    """Rows that would be one place, or two of one name."""
    codes: dict[str, int] = {}
    names: dict[tuple[int, str], int] = {}
    for one in wanted:
        row, name = one.line.row, one.line.value.name
        known_by = (one.commune.id, _written(name))
        if first := names.get(known_by):
            yield Fault(row, "Tên", f"'{name}' stands in row {first} already")
        elif first := codes.get(one.code):
            yield Fault(
                row, "Mã", f"the code '{one.code}' stands in row {first} already; give each place its own"
            )
        codes.setdefault(one.code, row)
        names.setdefault(known_by, row)


def _names_of_others(wanted: Sequence[_Wanted], by_name: dict[tuple[int, str], Place]) -> Iterator[Fault]:
    """New names that a place has which the file does not name."""
    seen = {one.there.id for one in wanted if one.there is not None}
    for one in wanted:
        other = by_name.get((one.commune.id, _written(one.line.value.name)))
        if other is not None and other.id not in seen:
            yield Fault(one.line.row, "Tên", f"'{other.name}' is the place '{other.code}' already")
