"""`make` keeps its promises, and what it installs is pinned to the byte."""

import re
import tomllib

import pytest

from tests.support.repository import TOP

TARGETS = ("setup", "run", "test", "check", "test-pages", "simulate", "bench", "learn")
LOCKS = {
    "requirements.lock": ["project"],
    "requirements-dev.lock": ["project", "dev"],
    "requirements-learn.lock": ["project", "learn"],
}

PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[\w,-]+\])?==(?P<version>[^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def requirements(lock: str) -> list[str]:
    """The requirements in a lock file, each with its hashes on one line."""
    text = (TOP / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]


def plain(name: str) -> str:
    """A package's name as all its spellings agree (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lines: list[str]) -> dict[str, str]:
    found = (PINNED.match(line) for line in lines)
    return {plain(match["name"]): match["version"] for match in found if match}


def asked_for(groups: list[str]) -> list[str]:
    """What pyproject.toml asks for: the project's own dependencies and those of the named groups."""
    declared = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    asked: list[str] = []
    for group in groups:
        asked += (
            declared["project"]["dependencies"]
            if group == "project"
            else declared["dependency-groups"][group]
        )
    return asked


@pytest.mark.parametrize("target", TARGETS)
def test_make_has_the_target(target: str) -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"add the target {target} to the Makefile"
    phony = " ".join(re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)).split()
    assert target in phony, (
        f"add {target} to .PHONY in the Makefile, else a file of that name switches it off"
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_and_hashed(lock: str) -> None:
    loose = [line.split()[0] for line in requirements(lock) if not (PINNED.match(line) and HASH.search(line))]
    assert loose == [], f"{lock}: no exact version or no hash for {', '.join(loose)}; run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_place(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")
    places = [
        line
        for line in text.split("\n")
        if re.search(r"://|\s@\s|^\s*(-i|-f|--[a-z-]+-?(url|links|host))\b", line)
    ]
    assert places == [], f"{lock}: run `make lock` without index options; remove {places}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    locked = pins(requirements(lock))
    asked = asked_for(LOCKS[lock])
    missing = [name for name in map(_name, asked) if name not in locked]
    other = [
        f"{name} {locked[name]}"
        for name, version in pins(asked).items()
        if locked.get(name, version) != version
    ]
    assert (missing, other) == ([], []), f"{lock} is older than pyproject.toml: run `make lock`"


def test_the_locks_agree() -> None:
    run, *others = (pins(requirements(lock)) for lock in LOCKS)
    differ = [name for name, version in run.items() for other in others if other.get(name) != version]
    assert differ == [], f"the lock files differ in {', '.join(differ)}: run `make lock`"


def _name(requirement: str) -> str:
    return plain(re.split(r"[\[=<>!~; ]", requirement, maxsplit=1)[0])
