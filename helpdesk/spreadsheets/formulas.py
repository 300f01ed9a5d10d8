"""Cells that a spreadsheet would run as a formula, written so that it does not (OWASP, CSV injection)."""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text with an apostrophe more in front where a spreadsheet would run it; for CSV, where cells have no type."""
    return f"'{text}" if _RUNS.match(text) else text


def marked(text: str) -> str:
    """For XLSX, where a cell says that it is text: only what `unguarded` would shorten gets its apostrophe."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """What was written: the text as it was before `guarded` or `marked`."""
    return text[1:] if _GUARDED.match(text) else text
