"""Finished lists as files in a folder: whole or not there, and never written over."""

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkstemp

from helpdesk.clock import local
from helpdesk.reports.formats import as_csv, as_html
from helpdesk.reports.opening_list import OpeningList

_FORMS: dict[str, Callable[[Sequence[OpeningList]], str]] = {".html": as_html.render, ".csv": as_csv.render}

_NO_HARD_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS)


class CannotWriteLists(Exception):
    """Why the folder of finished lists cannot be used, in words for the operator."""


def list_name(listing: OpeningList) -> str:
    """What the files of a list are called, less the ending: "2026-12-02_ca-roong-1_0730_v1"."""
    opening = listing.opening
    return (
        f"{opening.day.isoformat()}_{listing.place_code}_{local(opening.starts_at):%H%M}_v{listing.version}"
    )


def write_list(listing: OpeningList, *, folder: Path) -> bool:
    """Write a list as HTML to print and as CSV; True if one of them was missing.

    They are called by date, place, hour and version: "2026-12-02_ca-roong-1_0730_v1.html". Names and phones
    stand in them, so they are for the owner and the group of the folder only. Raises CannotWriteLists.
    """
    name = list_name(listing)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Both are looked at: a crash may have come between them.
        missing = [ending for ending in _FORMS if not (folder / f"{name}{ending}").exists()]
        written = [_write_new(folder / f"{name}{ending}", _FORMS[ending]([listing])) for ending in missing]
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CannotWriteLists(
            f"cannot write lists to {folder} ({why}): make it a writable folder"
        ) from error
    return any(written)


def _write_new(path: Path, text: str) -> bool:
    """Write a file that others see whole or not at all; False when somebody else was first."""
    handle, part = mkstemp(dir=path.parent, prefix=".list-", suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            # On disk before it has its name: after a power cut an empty file would pass for the list.
            os.fsync(out.fileno())
        os.chmod(part, 0o640)
        return _give_name(part, path)
    finally:
        Path(part).unlink(missing_ok=True)


def _give_name(part: str, path: Path) -> bool:
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        os.replace(part, path)  # memory sticks; two workers at once then write the same content twice
    return True
