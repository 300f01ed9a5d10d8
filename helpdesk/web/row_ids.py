"""Numbers in addresses: every one is the id of a row."""

from werkzeug.routing import IntegerConverter, Map

LARGEST_ID = 2**31 - 1
"""Of an INTEGER column in PostgreSQL. A larger number is no row: the databases' drivers would raise on it."""


def row_id(text: str) -> int | None:
    """An id as a form sends it; None for what is no row's."""
    right = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_ID))
    return int(text) if right and int(text) <= LARGEST_ID else None


class RowId(IntegerConverter):
    """An "int" in a route that some row may have; any other number is a page that does not exist."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ID)
