"""What the columns of a table are called, and what each holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.spreadsheets.cells import Reader, words
from helpdesk.text.folding import matching_key


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the value in the code; `header` stands in files we write; `aliases` are understood, too.

    A column that `may_be_empty` may be missing altogether, and is None then; an empty cell of one that is there is
    `empty`. One that is `only_written` is for people to read: nothing in it is read back.
    """

    key: str
    header: str
    aliases: tuple[str, ...]
    about: str
    read: Reader = words
    may_be_empty: bool = False
    empty: Any = None
    only_written: bool = False

    def is_called(self, name: str) -> bool:
        """Whether a header means this column; accents, case and what is not a letter do not matter."""
        return matching_key(name) in map(matching_key, (self.header, *self.aliases))


def described(columns: Sequence[Column]) -> str:
    r"""The columns as lines for `--help`. Begins with what stops click from joining the lines ("\b")."""
    lines = [f"{column.header} ({column.aliases[0]}): {_about(column)}" for column in columns]
    return "\n".join(("\b", "Columns, in any order, in Vietnamese or English:", *map("  {}".format, lines)))


def _about(column: Column) -> str:
    if column.only_written:
        return f"{column.about}; not read"
    return f"{column.about}; may be empty" if column.may_be_empty else column.about
