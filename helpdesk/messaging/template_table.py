"""Registered wordings as a table: proposed for a provider's form, and loaded as the provider registered them."""

from collections.abc import Sequence
from pathlib import Path

from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.templates import Template, why_not
from helpdesk.spreadsheets.cells import Cell, words
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import read_table


def _lines(cell: Cell) -> str:
    """A text of one line or several: a message may have them."""
    return "\n".join(map(words, cell.strip().splitlines())) if isinstance(cell, str) else words(cell)


TEMPLATE_COLUMNS = (
    Column(
        "wording",
        "Mẫu tin",
        ("wording", "template"),
        "as it was registered, with {…} where messages differ",
        read=_lines,
    ),
    Column("provider_id", "Mã mẫu", ("provider_id", "id"), "what the provider calls it", may_be_empty=True),
)


def read_templates(path: Path, way: Gateway) -> list[Template]:
    """The wordings in a CSV or XLSX file. Raises TableFaults with all that is wrong for this gateway."""
    lines = read_table(path, TEMPLATE_COLUMNS, Template)
    sender = way.address if way.brand_name else None
    faults = [
        Fault(line.row, TEMPLATE_COLUMNS[0].header, why)
        for line in lines
        if (why := why_not(line.value.wording, sender=sender))
    ]
    if faults:
        raise TableFaults(faults)
    return [line.value for line in lines]


def proposed(messages: Sequence[str], way: Gateway) -> list[Template]:
    """The wordings to have registered so that these messages can leave: with the name of the sender in front."""
    named = f"{way.address}: " if way.brand_name else ""
    return [Template(f"{named}{message}") for message in messages]
