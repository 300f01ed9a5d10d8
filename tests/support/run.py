"""One pytest run, seen from its controller and from each of its worker processes alike.

They share a folder. What is dear (a PostgreSQL server, a migrated template) is made once in it, by whichever
process needs it first, and everything ends with the controller, even if that is killed: it holds a lock on
`alive` in the folder for as long as it lives.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.support.waiting import until

KEPT = "kept"
"""A file of this name in the folder says that a keeper clears the folder away at the end of the run."""

_SECONDS_TO_CLEAR_AWAY = 30.0

_ROOM_BYTES = 512 * 2**20
"""Ten times what a run with two workers keeps in its folder."""


class Run:
    """A test run: `folder` is its shared folder; `keepers` are what this process started to outlive it."""

    def __init__(self, folder: Path, *, alive: int | None) -> None:
        self.folder = folder
        self.keepers: list[subprocess.Popen[str]] = []
        self._alive = alive

    @classmethod
    def begin(cls) -> Self:
        """Called by the controller, which is the only process when there are no workers."""
        folder = Path(tempfile.mkdtemp(prefix="helpdesk-tests-", dir=_in_memory()))
        alive = os.open(folder / "alive", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(alive, fcntl.LOCK_EX)
        return cls(folder, alive=alive)

    @classmethod
    def join(cls, folder: str) -> Self:
        """Called by a worker process."""
        return cls(Path(folder), alive=None)

    @property
    def name(self) -> str:
        """Letters, digits and _ that no other run has; fit for the name of a database."""
        return "".join(c if c.isalnum() else "_" for c in self.folder.name).lower()

    @property
    def led_by_this_process(self) -> bool:
        """Whether this is the controller."""
        return self._alive is not None

    def once(self, what: str, make: Callable[[], str]) -> str:
        """What `make` returned when the first process of the run asked for `what`.

        Others wait for it meanwhile. If it failed, it fails for everyone with the same RuntimeError.
        """
        done, failed = self.folder / what, self.folder / f"{what}.failed"
        with _locked(self.folder / f"{what}.lock"):
            if failed.exists():
                raise RuntimeError(failed.read_text())
            if not done.exists():
                try:
                    value = make()
                except Exception as error:
                    failed.write_text(f"{what} could not be made: {error}")
                    raise
                done.write_text(value)
            return done.read_text()

    def end(self) -> None:
        """The controller's last act; nothing for a worker."""
        if self._alive is None:
            return
        kept = (self.folder / KEPT).exists()
        fcntl.flock(self._alive, fcntl.LOCK_UN)
        os.close(self._alive)
        if kept:
            until(
                lambda: not self.folder.exists(),
                within=_SECONDS_TO_CLEAR_AWAY,
                what=f"the end of the test servers of {self.folder}",
            )
        shutil.rmtree(self.folder, ignore_errors=True)


def _in_memory() -> Path | None:
    """Where files are kept in memory, if there is such a place with room: on a disk each commit of SQLite is waited for."""
    memory = Path("/dev/shm")  # noqa: S108 - a fresh folder of our own is made in it
    usable = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free >= _ROOM_BYTES
    return memory if usable else None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
