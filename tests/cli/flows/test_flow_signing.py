"""helpdesk/cli/flows/flow_signing.py: what is signed on paper is written down, by the mark that was printed."""

import re
from pathlib import Path

import pytest

from helpdesk.cli.main import run
from tests.support.small_flows import flow_file, small_flows

Said = pytest.CaptureFixture[str]
SAY = 'told:\n  say: "Vì thế."\n  to: end told'


@pytest.fixture(autouse=True)
def store(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("HELPDESK_DATA", str(tmp_path))


def flows(folder: Path, *arguments: str) -> int:
    return run(["flows", *arguments, "--folder", str(folder)])


def test_a_page_is_signed_by_its_mark_until_its_texts_change(tmp_path: Path, capsys: Said) -> None:
    folder = small_flows(tmp_path, why=flow_file(SAY))
    flows(folder, "print")
    page = capsys.readouterr().out.split("\f")[-2]
    found = re.search(r"Dấu của bản này: (\w+) +đã ký 0/1", page)
    assert found is not None
    assert flows(folder, "sign", "--by", "Hạnh", "--mark", found[1]) == 0
    assert capsys.readouterr().out == "texts signed by Hạnh: 1; signed before: 0\n"
    assert flows(folder, "sign", "--by", "Lực", "--mark", found[1]) == 0
    assert capsys.readouterr().out == "texts signed by Lực: 0; signed before: 1\n"
    flows(folder, "print")
    assert "Đã ký: Hạnh, " in capsys.readouterr().out.split("\f")[-2]
    changed = small_flows(tmp_path / "changed", why=flow_file(SAY.replace("thế", "vậy")))
    assert flows(changed, "sign", "--by", "Hạnh", "--mark", found[1]) == 1
    said = capsys.readouterr()
    assert said.err == f"nothing has the mark '{found[1]}': its texts have changed since it was printed\n"
    flows(changed, "print")
    assert "đã ký 0/1" in capsys.readouterr().out.split("\f")[-2]


def test_a_flow_or_everything_is_signed(tmp_path: Path, capsys: Said) -> None:
    folder = small_flows(tmp_path, why=flow_file(SAY))
    assert flows(folder, "sign", "--by", "Hạnh", "--flow", "why") == 0
    assert flows(folder, "sign", "--by", "Hạnh") == 0
    assert capsys.readouterr().out.splitlines()[1] == "texts signed by Hạnh: 9; signed before: 1"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--by", "Hạnh", "--flow", "whence"], "there is no flow 'whence' with texts; there are changed, fault, left_undone, menu, no_photos, stuck, too_many, which_topic, phrases"),
        (["--by", " "], "Invalid value for --by: say who signed (see helpdesk flows sign --help)"),
        (["--by", "Hạnh", "--language", "fr"], "there is no language 'fr'; there are vi"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_one_line(tmp_path: Path, capsys: Said, arguments: list[str], why: str) -> None:
    assert flows(small_flows(tmp_path), "sign", *arguments) == 2
    assert capsys.readouterr().err == f"{why}\n"
