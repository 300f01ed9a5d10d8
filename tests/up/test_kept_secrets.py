"""A secret is made once, kept whole, and readable by its owner only."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpdesk.up.faults import CannotStart
from helpdesk.up.kept_secrets import secret_key


def test_a_key_is_made_once_and_stays(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) == 64
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert secret_key(tmp_path) != secret_key(tmp_path / "other")


def test_processes_that_make_it_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: secret_key(tmp_path), range(64)))
    assert keys == {(tmp_path / "secret-key").read_text().strip()}


def test_a_key_that_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_bytes(b"\xff\xfe")
    with pytest.raises(CannotStart) as refused:
        secret_key(tmp_path)
    assert str(refused.value) == (
        f"cannot keep a secret in {tmp_path}/secret-key: it is not text; mend or delete that file"
    )
