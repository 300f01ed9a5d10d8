"""Files are small, named for one idea, mirrored in the tests, and at home on any machine."""

import ast
import re
from pathlib import Path

import pytest

from tests.support.repository import TOP, files, python_files, shown, tree

LONGEST = 400
CODE = ("helpdesk", "workers", "tests", "bench")

VAGUE = re.compile(r"(\w+_)?(utils?|helpers?)(_\w+)?|common|misc|miscellaneous|stuff|base_\w+", re.ASCII)

# Written in pieces, so that this file does not name what it looks for.
REGISTRIES = re.compile(
    "|".join((r"py" + r"pi\.", r"python" + "hosted", r"npm" + r"js\.", "--(extra-)?index" + "-url"))
)
MACHINE_PATHS = re.compile(r"(?<![\w.:/])/(home|Users|root|work|mnt|opt/(wheels|pypi))/|\b[A-Z]:\\Users")


def is_vague(path: Path) -> bool:
    return any(VAGUE.fullmatch(part) for part in (*path.relative_to(TOP).parts[:-1], path.stem))


def text_of(path: Path) -> str:
    """The file's text; nothing for one that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Every place in the project's files where the pattern stands, "file:line"."""
    return [
        f"{shown(path)}:{number}"
        for path in files()
        for number, line in enumerate(text_of(path).split("\n"), start=1)
        if pattern.search(line)
    ]


def has_code(path: Path) -> bool:
    """Whether a Python file holds more than a docstring."""
    body = tree(path).body
    return any(not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) for node in body)


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    lengths = {shown(path): len(text_of(path).splitlines()) for path in python_files(*CODE)}
    long = [f"{name} ({length} lines)" for name, length in lengths.items() if length > LONGEST]
    assert long == [], f"split by idea before {LONGEST} lines: {', '.join(long)}"


def test_every_file_and_folder_is_named_for_what_it_holds() -> None:
    vague = [shown(path) for path in python_files(*CODE) if is_vague(path)]
    assert vague == [], f"these names say nothing; name each for its one idea: {', '.join(vague)}"


@pytest.mark.parametrize(
    "name", ["utils.py", "string_helpers.py", "common/x.py", "base_channel.py", "misc.py"]
)
def test_a_vague_name_is_seen(name: str) -> None:
    assert is_vague(TOP / "helpdesk" / name)


@pytest.mark.parametrize("name", ["store/base.py", "places/communes.py", "text/folding.py", "database.py"])
def test_a_plain_name_is_let_be(name: str) -> None:
    assert not is_vague(TOP / "helpdesk" / name)


def test_no_file_names_a_package_registry() -> None:
    found = lines_with(REGISTRIES)
    assert found == [], f"a registry is the machine's business (pip's own configuration): {', '.join(found)}"


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = lines_with(MACHINE_PATHS)
    assert found == [], f"make these paths relative, or take them from Settings: {', '.join(found)}"


@pytest.mark.parametrize("place", ["home", "Users", "root", "opt/wheels"])
@pytest.mark.parametrize("before", ["", "see ", "FILE=", "'"])
def test_a_path_of_one_machine_is_seen(before: str, place: str) -> None:
    assert MACHINE_PATHS.search(f"{before}/{place}/lan")


@pytest.mark.parametrize(
    "path", ["/usr/bin/env", "/var/lib/postgresql", "/desk/home/x", "https://a.vn/home/x"]
)
def test_a_path_of_any_machine_is_let_be(path: str) -> None:
    assert not MACHINE_PATHS.search(path)


def test_every_room_has_its_room_in_the_tests() -> None:
    rooms = {
        path.relative_to(TOP).parts[1]
        for path in python_files("helpdesk")
        if len(path.relative_to(TOP).parts) > 2 and has_code(path)
    }
    tested = {
        path.relative_to(TOP).parts[1] for path in python_files("tests") if path.stem.startswith("test_")
    }
    bare = sorted(rooms - tested)
    assert bare == [], (
        f"add {', '.join(f'tests/{room}/test_….py' for room in bare)}: each room is tested in its own"
    )
