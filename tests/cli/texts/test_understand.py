"""helpdesk understand: one JSON line for each line of any bytes, without a database."""

import json
import subprocess
import sys
from typing import Any

import pytest


def understand(given: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "helpdesk.cli.main", "understand", *options]
    code = "import sys; from helpdesk.cli.main import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "understand", *options]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def lines(given: bytes) -> list[dict[str, Any]]:
    done = understand(given, "--today", "2026-12-01")
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_is_told_whole() -> None:
    text = "DK HO VAN A 1985, HO THI B 1990 CA ROONG 1 THU 4"
    (said,) = lines(text.encode())
    assert 0 <= said.pop("confidence") <= 1
    assert said == {
        "text": text,
        "intent": "book",
        "sure": True,
        "people": [{"name": "Ho Van A", "birth_year": 1985}, {"name": "Ho Thi B", "birth_year": 1990}],
        "party": 2,
        "village": "Cà Roòng 1",
        "date": "2026-12-02",
        "part_of_day": None,
    }


def test_every_line_has_its_answer_also_empty_ones_and_bytes_that_are_no_text() -> None:
    said = lines(b"menu\n\n\xff\xfe\x00\r\n  cam on  ")
    assert [one["text"] for one in said] == ["menu", "", "\ufffd\ufffd\x00", "  cam on  "]
    assert [one["intent"] for one in said] == ["menu", "unknown", "unknown", "thanks"]


@pytest.mark.parametrize("options", [["--today", "tomorrow"], ["--no-such"], ["more"]])
def test_wrong_use_is_told_in_one_line(options: list[str]) -> None:
    done = understand(b"", *options)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
