"""How a command line ends: exit codes, plain lines, and help that costs nothing."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from helpdesk.cli.main import COMMANDS, cli, run
from tests.support.whole_service import program_environment

_HELPDESK = Path(sys.executable).with_name("helpdesk")


def helpdesk(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The real program."""
    return subprocess.run(
        [_HELPDESK, *arguments],
        env=program_environment(settings),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_explains_itself(name: str) -> None:
    command = COMMANDS[name].load()
    assert isinstance(command, click.Command)
    assert command.help, f"give {name} a docstring"
    assert run([name, "--help"]) == 0


def test_help_lists_every_command_with_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:\n")[2].splitlines()
    assert [line.split(maxsplit=1) for line in listed] == [
        [name, command.help] for name, command in COMMANDS.items()
    ]


def test_help_imports_nothing_heavy() -> None:
    ask = (
        "import sys\nfrom helpdesk.cli.main import run\nrun(['--help'])\n"
        "print([name for name in ('sqlalchemy', 'flask', 'twilio', 'redis', 'rq', 'yaml') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["fly"], "No such command 'fly' (see helpdesk --help)\n"),
        (["up", "--speed", "9"], "No such option '--speed' (see helpdesk up --help)\n"),
        (["up", "--port", "0"], "Invalid value for '--port': 0 is not in the range 1<=x<=65535 (see helpdesk up --help)\n"),
        *(
            (
                ["tick", "--at", moment],
                "Invalid value for --at: write a time of this century such as 2026-12-01T11:00 (see helpdesk tick --help)\n",
            )
            for moment in ("tomorrow", "0001-01-01T00:00", "9999-12-31T23:59")
        ),
        (["db", "burn"], "No such command 'burn' (see helpdesk db --help)\n"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", line)


def test_no_command_at_all_is_answered_with_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    said, complained = capsys.readouterr()
    assert said == ""
    assert complained.startswith("Usage: helpdesk [OPTIONS] COMMAND")


@pytest.mark.parametrize("command", [["up"], ["web"], ["worker"], ["scheduler"], ["db", "upgrade"]])
def test_every_fault_in_the_settings_is_a_line_of_its_own(command: list[str], tmp_path: Path) -> None:
    said = helpdesk(
        *command,
        HELPDESK_DATA=str(tmp_path),
        HELPDESK_ENV="live",
        PORT="eighty",
        HELPDESK_REDIS_URL="redis://x:y",
        HELPDESK_BIND="x",
    )
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.splitlines() == [
        "HELPDESK_ENV is 'live': say development or production",
        "PORT is 'eighty': it must be a whole number from 1 to 65535",
        "HELPDESK_REDIS_URL has a port that is no number: redis://host:6379/0",
        "HELPDESK_BIND is 'x': it must be an address such as 127.0.0.1 or 0.0.0.0",
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_enough_is_no_fault(tmp_path: Path) -> None:
    shell = f"yes 'xin chao' | head -100000 | {_HELPDESK} segments | head -1"
    said = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=True)
    assert said.stdout == '{"encoding": "GSM-7", "characters": 8, "segments": 1}\n'
    assert said.stderr == ""


def test_the_group_knows_no_other_command() -> None:
    assert cli.list_commands(click.Context(cli)) == list(COMMANDS)


def test_a_script_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    script = tmp_path / "picture.chat"
    script.write_bytes(b"\xff\xd8\xff")
    ended = helpdesk("chat", "--script", str(script))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"{script} is not a text in UTF-8 (see helpdesk chat --help)\n"
