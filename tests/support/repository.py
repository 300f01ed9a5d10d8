"""The project's own files, for tests about the project."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def files() -> list[Path]:
    """Every file of the project: what git knows or would add, else (no git here) what .gitignore leaves."""
    listed = _listed_by_git()
    found = (TOP / name for name in listed) if listed is not None else _walked(TOP, _ignored_folders())
    return sorted(path for path in found if path.is_file())


def python_files(*folders: str) -> list[Path]:
    """The Python files below these top-level folders."""
    wanted = [path for path in files() if path.suffix == ".py"]
    return [path for path in wanted if path.relative_to(TOP).parts[0] in folders]


def shown(path: Path) -> str:
    """The path as a person in the project's folder would type it."""
    return path.relative_to(TOP).as_posix()


def tree(path: Path) -> ast.Module:
    """The parsed source."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _listed_by_git() -> list[str] | None:
    if not (TOP / ".git").exists():
        return None
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=TOP,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):  # not installed, or the folder is someone else's
        return None
    return [name for name in listed.stdout.decode().split("\0") if name]


def _ignored_folders() -> set[str]:
    lines = (TOP / ".gitignore").read_text(encoding="utf-8").split()
    return {line.rstrip("/") for line in lines if line.endswith("/")} | {".git"}


def _walked(folder: Path, ignored: set[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(path.match(pattern) for pattern in ignored):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walked(path, ignored)
        else:
            yield path
