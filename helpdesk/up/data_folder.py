"""The data folder: made, tried, and held by one `helpdesk up` at a time."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpdesk.up.faults import CannotStart

LOCK = "helpdesk.lock"


def made(folder: Path) -> Path:
    """The folder, which is made where it is missing and can be written to. Raises CannotStart."""
    if folder.exists() and not folder.is_dir():
        raise CannotStart(f"the data folder {folder} is a file: set HELPDESK_DATA to a folder")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what residents told us is in it
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise CannotStart(
            f"cannot write to the data folder {folder}: {error.strerror};"
            " make it writable or set HELPDESK_DATA to another folder"
        ) from error
    return folder


@contextmanager
def held(folder: Path, *, url: str) -> Iterator[None]:
    """Make the folder where missing and hold its lock, which tells others that we are to be found at `url`.

    The kernel lets go of the lock when this process dies. Raises CannotStart.
    """
    path = made(folder) / LOCK
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStart(f"cannot open {path}: {error.strerror}; make it writable or delete it") from error
    try:
        _lock(lock, folder)
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()} at {url}".encode(), 0)
        yield
    finally:
        os.close(lock)


def _lock(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(lock, 200, 0).decode(errors="replace") or "just starting"
        raise CannotStart(
            f"a helpdesk is running on the data folder {folder} already ({holder}):"
            " use or stop that one, or set HELPDESK_DATA to another folder"
        ) from None
