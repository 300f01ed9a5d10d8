"""Secrets that are made once and kept in the data folder, readable by its owner only."""

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from helpdesk.up.faults import CannotStart


def secret_key(folder: Path) -> str:
    """The key that signs logins where none is configured: development only."""
    return kept(folder / "secret-key", make=lambda: secrets.token_urlsafe(48))


def kept(path: Path, *, make: Callable[[], str]) -> str:
    """The content of the file, which is made with mode 0600 where it is missing. Raises CannotStart."""
    try:
        if not path.exists():
            _write(path, make())
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise CannotStart(f"cannot keep a secret in {path}: {reason}; mend or delete that file") from error


def _write(path: Path, content: str) -> None:
    # Whole or not at all, and never over a file that another process has just made.
    descriptor, passing = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content + "\n")
        os.link(passing, path)
    except FileExistsError:
        return
    finally:
        os.unlink(passing)
