"""Numbers in addresses: every one is the id of a row."""

from werkzeug.routing import IntegerConverter, Map

LARGEST_ID = 2**31 - 1
"""Of an INTEGER column in PostgreSQL. A larger number is no row: the databases' drivers would raise on it."""


class RowId(IntegerConverter):
    """An "int" in a route that some row may have; any other number is a page that does not exist."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ID)
