"""`helpdesk purge`: what is due is forgotten now, and said in one line."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from helpdesk.cli.main import run
from helpdesk.clock import SystemClock, local_date


def test_it_says_what_it_did_and_leaves_other_files_alone(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))
    monkeypatch.setenv("HELPDESK_KEEP_DAYS", "30")
    today: date = local_date(SystemClock().now())
    old, new = (f"{today - timedelta(days=days)}_ca-roong-1_0730_v1.csv" for days in (40, 20))
    outgoing = tmp_path / "outgoing"
    outgoing.mkdir()
    for name in (old, new, "notes.csv"):
        (outgoing / name).write_text("-")
    assert run(["purge"]) == 0
    done = "texts looked at 0, openings forgotten 0, contacts erased 0, list files deleted 1\n"
    assert capsys.readouterr().out == done
    assert {path.name for path in outgoing.iterdir()} == {new, "notes.csv"}
