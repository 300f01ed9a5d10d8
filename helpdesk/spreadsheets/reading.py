"""A file with a header, read into typed rows; or every fault in it, by row and column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from helpdesk.spreadsheets.cells import Cell, is_empty
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import MOST_FAULTS, CellFault, Fault, TableFaults
from helpdesk.spreadsheets.grid import Rows, read_grid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A row that was read: its number in the file, the header being among the rows that are counted."""

    row: int
    value: T


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What could be read of a file. `partly` are rows with a fault: the values of their other cells by column key."""

    lines: list[Line[T]]
    partly: list[Line[dict[str, Any]]]
    faults: list[Fault]


def read_table(path: Path, columns: Sequence[Column], make: Callable[..., T]) -> list[Line[T]]:
    """The rows of a CSV or XLSX file, each as `make` of its values by their columns' keys.

    Empty rows are passed over. Raises TableFaults with all faults at once.
    """
    table = read_partly(path, columns, make)
    if table.faults:
        raise TableFaults(table.faults)
    return table.lines


def read_partly(path: Path, columns: Sequence[Column], make: Callable[..., T]) -> Table[T]:
    """As `read_table`, but cells that cannot be read are among the faults of what comes back.

    So whoever looks at the rows next tells its own faults together with them. Raises TableFaults where the file or its
    header cannot be read. Reading ends after MOST_FAULTS.
    """
    rows = read_grid(path)
    header = next((number for number, row in enumerate(rows, start=1) if not _all_empty(row)), None)
    if header is None:
        raise TableFaults([Fault(0, "", f"there is no header; the columns are {_names(columns)}")])
    where = _columns_of(rows[header - 1], header, columns)
    return _lines(rows, header, columns, where, make)


def _all_empty(row: Sequence[Cell]) -> bool:
    return all(map(is_empty, row))


def _names(columns: Sequence[Column]) -> str:
    return ", ".join(column.header for column in columns)


def _columns_of(cells: Sequence[Cell], row: int, columns: Sequence[Column]) -> dict[int, Column]:
    """Which column stands where."""
    found: dict[int, Column] = {}
    faults: list[Fault] = []
    for place, cell in enumerate(cells):
        if is_empty(cell):
            continue
        name = str(cell).strip()
        column = next((one for one in columns if one.is_called(name)), None)
        if column is None:
            faults.append(Fault(row, name, f"there is no such column; the columns are {_names(columns)}"))
        elif column in found.values():
            faults.append(Fault(row, name, "this column stands there twice"))
        else:
            found[place] = column
    optional = [column for column in columns if column.may_be_empty or column.only_written]
    faults += [
        Fault(row, column.header, "this column is missing")
        for column in columns
        if column not in optional and column not in found.values()
    ]
    if faults:
        raise TableFaults(faults)
    return found


def _lines(
    rows: Rows, header: int, columns: Sequence[Column], where: dict[int, Column], make: Callable[..., T]
) -> Table[T]:
    absent = dict.fromkeys(column.key for column in columns if not column.only_written)
    table: Table[T] = Table([], [], [])
    for number, row in enumerate(rows[header:], start=header + 1):
        if _all_empty(row):
            continue
        values, wrong = _values(row, number, where)
        if wrong:
            table.faults.extend(wrong)
            table.partly.append(Line(number, values))
        else:
            table.lines.append(Line(number, make(**absent | values)))
        if len(table.faults) >= MOST_FAULTS:
            break
    return table


def _values(row: Sequence[Cell], number: int, where: dict[int, Column]) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults = [
        Fault(number, "", f"a value stands beside the columns: {str(cell)[:40]}")
        for place, cell in enumerate(row)
        if place not in where and not is_empty(cell)
    ]
    for place, column in where.items():
        if column.only_written:
            continue
        cell = row[place] if place < len(row) else ""
        try:
            values[column.key] = _value(cell, column)
        except CellFault as wrong:
            faults.append(Fault(number, column.header, str(wrong)))
    return values, faults


def _value(cell: Cell, column: Column) -> Any:
    if not is_empty(cell):
        return column.read(cell)
    if not column.may_be_empty:
        raise CellFault("this cell is empty")
    return column.empty
