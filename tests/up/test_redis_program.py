"""Which server program `helpdesk up` starts."""

from pathlib import Path

import pytest

from helpdesk.up.redis_program import RedisProgramMissing, find_program, first_usable, program_version


def program(folder: Path, *, name: str = "redis-server", says: str) -> Path:
    """A stand-in for an installed server that only tells its version."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def test_an_installed_server_that_is_new_enough_is_preferred(tmp_path: Path) -> None:
    installed = program(tmp_path, says="Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64")
    assert find_program(str(tmp_path)) == installed


def test_valkey_counts_as_an_installed_server(tmp_path: Path) -> None:
    installed = program(tmp_path, name="valkey-server", says="Valkey server v=8.1.4 sha=00000000:0 bits=64")
    assert find_program(str(tmp_path)) == installed


@pytest.mark.parametrize("says", ["Redis server v=6.0.16 sha=00000000:0", "Redis server v=5.0.3", "hello"])
def test_an_old_or_unknown_server_gives_way_to_the_one_that_pip_brought(tmp_path: Path, says: str) -> None:
    installed = program(tmp_path, says=says)
    found = find_program(str(tmp_path))
    assert found != installed
    assert program_version(found) == (9, 1)


def test_without_any_server_one_line_says_what_to_install() -> None:
    with pytest.raises(RedisProgramMissing) as refused:
        first_usable([])
    assert str(refused.value) == (
        "no Redis server found: install redis-server or valkey-server, version 6.2 or newer"
        " (on Debian: apt install redis-server), or name a running one in HELPDESK_REDIS_URL"
    )


def test_a_file_that_cannot_be_run_has_no_version(tmp_path: Path) -> None:
    (tmp_path / "redis-server").write_text("not a program")
    assert program_version(tmp_path / "redis-server") is None
    assert program_version(tmp_path / "missing") is None
