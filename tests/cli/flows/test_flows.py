"""helpdesk/cli/flows/flows.py: checking, listing, drawing and printing from the command line."""

import json
from pathlib import Path

import pytest

from helpdesk.cli.main import run
from helpdesk.conversation.script.checking.intents import INTENTS
from tests.support.small_flows import flow_file, small_flows

SAY = 'told:\n  say: "Vì thế."\n  to: end told'
Said = pytest.CaptureFixture[str]


def flows(*arguments: object) -> int:
    return run(["flows", *map(str, arguments)])


def test_the_shipped_flows_pass_the_check(capsys: Said) -> None:
    assert flows("check") == 0
    said = capsys.readouterr()
    first, *unfinished = said.out.splitlines()
    assert first.endswith("languages vi, en: no faults")
    assert [line.split()[0] for line in unfinished] == ["bru", "scb"]
    assert said.err == ""


def test_every_fault_is_a_line_and_the_check_fails(tmp_path: Path, capsys: Said) -> None:
    folder = small_flows(tmp_path, why=flow_file('a:\n  say: "Thẻ & SIM"\n  to: b'))
    assert flows("check", "--folder", folder) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "flows/why.yaml:6: '&' is refused by brand-name gateways",
        "flows/why.yaml:7: 'to' leads to the step 'b', and this flow has none",
    ]
    assert said.err == "2 faults in the flows\n"


def test_faults_of_form_are_among_them(tmp_path: Path, capsys: Said) -> None:
    assert flows("check", "--folder", small_flows(tmp_path, why="flow: [")) == 1
    said = capsys.readouterr()
    assert said.out.startswith("flows/why.yaml:1: not YAML: ")
    assert said.err == "1 fault in the flows\n"


def test_a_language_that_is_not_finished_is_told(tmp_path: Path, capsys: Said) -> None:
    folder = small_flows(tmp_path, **{"languages/en/menu": 'menu: { ask: "Text:", choices: ["Stop"] }'})
    assert flows("check", "--folder", folder) == 0
    assert capsys.readouterr().out == (
        "8 flows, 8 texts, languages vi: no faults\nen is not offered yet: 7 texts to write, first changed.sorry\n"
    )


def test_intents_are_listed_for_people_and_for_programs(tmp_path: Path, capsys: Said) -> None:
    folder = small_flows(tmp_path, why=flow_file(SAY))
    assert flows("list", "--folder", folder) == 0
    assert {"menu": "menu", "why": "why"}.items() <= dict(
        map(str.split, capsys.readouterr().out.splitlines())
    ).items()
    assert flows("list", "--json", "--folder", folder) == 0
    served = dict.fromkeys(sorted(INTENTS), "menu") | {"why": "why"}
    assert json.loads(capsys.readouterr().out) == served


def test_a_flow_is_drawn_into_a_file(tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "why.svg"
    assert flows("draw", "why", "--out", out, "--folder", small_flows(tmp_path, why=flow_file(SAY))) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg ")
    assert capsys.readouterr().err == ""


def test_the_sheet_is_printed(tmp_path: Path, capsys: Said) -> None:
    assert flows("print", "--folder", small_flows(tmp_path, why=flow_file(SAY))) == 0
    pages = capsys.readouterr().out.split("\f")
    assert [page.splitlines()[0] for page in pages][-2:] == [
        "LỜI NHẮN ĐỂ DUYỆT: Sao (why, vi)",
        "LỜI NHẮN ĐỂ DUYỆT: Cụm từ ghép vào lời nhắn (phrases, vi)",
    ]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(
            ["draw", "whence", "--out", "x.svg"],
            "there is no flow 'whence'; there are changed, fault, left_undone, menu, no_photos, stuck, too_many, which_topic",
            id="unknown flow",
        ),
        pytest.param(
            ["draw", "menu", "--out", "nowhere/x.svg"],
            "nowhere/x.svg cannot be written: No such file or directory",
            id="a file that cannot be written",
        ),
        pytest.param(
            ["print", "--language", "fr"], "there is no language 'fr'; there are vi", id="unknown language"
        ),
        pytest.param(
            ["draw", "menu"],
            "Missing option '--out' (see helpdesk flows draw --help)",
            id="no file to draw into",
        ),
    ],
)
def test_wrong_use_is_told_in_one_line(tmp_path: Path, capsys: Said, arguments: list[str], why: str) -> None:
    assert flows(*arguments, "--folder", small_flows(tmp_path)) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{why}\n")


@pytest.mark.parametrize("command", [["list"], ["print"], ["draw", "menu", "--out", "x.svg"]])
def test_flows_that_cannot_be_read_are_told(tmp_path: Path, capsys: Said, command: list[str]) -> None:
    assert flows(*command, "--folder", small_flows(tmp_path, why="flow: why")) == 2
    assert capsys.readouterr().err == "the flows cannot be read:\nflows/why.yaml:1: a flow needs 'title'\n"


def test_costs_are_told_for_whole_conversations_and_each_flow(capsys: Said) -> None:
    assert flows("check", "--costs") == 0
    lines = capsys.readouterr().out.splitlines()
    (first,) = [line for line in lines if line.startswith("first booking by menu, one person")]
    assert first.split()[6:] == ["6", "6", "9", "8", "6", "in,", "9", "out"]
    assert any(line.startswith("cancel ") for line in lines)


def test_costs_as_json_have_the_extremes_of_every_flow(capsys: Said) -> None:
    assert flows("check", "--costs", "--json", "--language", "en") == 0
    told = json.loads(capsys.readouterr().out)
    (book,) = [flow for flow in told["flows"] if flow["flow"] == "book"]
    assert book["ways"] > 1_000_000
    assert book["cheapest"]["out"] < book["dearest"]["out"]
    assert told["conversations"][0]["out"] <= told["conversations"][0]["most_out"]


@pytest.mark.parametrize("arguments", [("--json",), ("--costs", "--language", "bru")])
def test_costs_of_what_there_is_not_are_refused(arguments: tuple[str, ...]) -> None:
    assert flows("check", *arguments) == 2


THREE_WAYS = """
asked:
  ask: "Chọn?"
  choices:
    - { say: "Một", to: end one }
    - { say: "Hai", to: end two }
    - { say: "Ba", to: flow menu }
"""


@pytest.mark.parametrize(
    ("most", "heading", "ways"),
    [
        pytest.param([], "why: all 3 ways", ["1 > end one", "2 > end two", "3 > flow menu"], id="all"),
        pytest.param(["2"], "why: the first 2 of 3 ways", ["1 > end one", "2 > end two"], id="the first"),
    ],
)
def test_every_path_of_a_flow_is_told_with_its_cost(
    tmp_path: Path, capsys: Said, most: list[str], heading: str, ways: list[str]
) -> None:
    folder = small_flows(tmp_path, why=flow_file(THREE_WAYS))
    flows("check", "--costs", "--folder", folder, "--all-paths", *most)
    lines = capsys.readouterr().out.splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith(heading))
    told = lines[at + 1 : lines.index("", at) if "" in lines[at:] else None]
    assert [line.split("   ")[-1] for line in told] == [f"asked {way}" for way in ways]


def test_all_paths_go_with_costs(tmp_path: Path, capsys: Said) -> None:
    assert flows("check", "--all-paths", "--folder", small_flows(tmp_path)) == 2
    assert "--all-paths goes with --costs" in capsys.readouterr().err
