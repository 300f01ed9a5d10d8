"""Something in a script that must be mended, and where it stands."""

from typing import NamedTuple


class Fault(NamedTuple):
    """Sorts by place."""

    file: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.why}"

    @classmethod
    def parse(cls, text: str) -> "Fault":
        """The inverse of `str`."""
        file, line, why = text.split(":", 2)
        return cls(file, int(line), why.strip())
