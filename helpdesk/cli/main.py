"""`helpdesk`: the list of commands, and how a command ends.

Exit codes: 0 done; 1 what was asked is not so (a check failed, nothing found, a process ended by itself); 2 wrong
use or not possible. What is wrong is said on stderr, one plain line for each fault.
"""

import os
import sys
from collections.abc import Sequence

import click

from helpdesk.cli.lazy_group import Command, LazyGroup

COMMANDS = {
    "up": Command("helpdesk.cli.running.up:up", "run the whole service here, in the foreground"),
    "web": Command("helpdesk.cli.running.alone:web", "run only the web server (several machines)"),
    "worker": Command("helpdesk.cli.running.alone:worker", "run only a worker (several machines)"),
    "scheduler": Command("helpdesk.cli.running.alone:scheduler", "run only the scheduler (several machines)"),
    "db": Command("helpdesk.cli.running.db:db", "migrate the database"),
    "doctor": Command("helpdesk.cli.doctor.doctor:doctor", "say what is well and what is not"),
    "purge": Command("helpdesk.cli.running.purge:purge", "forget what need not be kept any longer"),
    "tick": Command("helpdesk.cli.running.tick:tick", "run every sweep once, as of a time"),
    "chat": Command("helpdesk.cli.texts.chat:chat", "text with the helpdesk in the terminal"),
    "list": Command("helpdesk.cli.lists:lists", "booking lists for officials"),
    "communes": Command("helpdesk.cli.communes.communes:communes", "the communes that are served"),
    "places": Command(
        "helpdesk.cli.communes.places:places", "centres and villages, from and for a spreadsheet"
    ),
    "facts": Command("helpdesk.cli.communes.facts:facts", "what only a commune knows, and who signed for it"),
    "closed-days": Command(
        "helpdesk.cli.communes.closed_days:closed_days", "days on which offices do not work"
    ),
    "office-hours": Command("helpdesk.cli.communes.openings:office_hours", "when the centres are open"),
    "openings": Command(
        "helpdesk.cli.communes.openings:openings", "what is open when, from and for a spreadsheet"
    ),
    "visits": Command(
        "helpdesk.cli.communes.visits:visits", "visits to the villages, proposed and published"
    ),
    "gateways": Command(
        "helpdesk.cli.gateways.gateways:gateways", "ways in and out, and what each may carry"
    ),
    "officials": Command("helpdesk.cli.communes.officials:officials", "officials and their roles"),
    "flows": Command("helpdesk.cli.flows.flows:flows", "check, list, draw, print and sign the scripts"),
    "understand": Command("helpdesk.cli.texts.understand:understand", "say what texts mean"),
    "segments": Command("helpdesk.cli.texts.segments:segments", "count what texts cost"),
}
"""Every command: where it stands and what it is for. In the order in which `--help` shows them."""


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="helpdesk", message="%(prog)s %(version)s")
def cli() -> None:
    """An SMS helpdesk: scripted answers and bookings for level-2 electronic identification.

    Settings come from the environment; docs/operations.md has every name.
    """


def main() -> None:
    """The entry point of the program `helpdesk`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code. What is wrong is said on stderr; our own bugs are raised."""
    try:
        code = cli.main(args=list(arguments), prog_name="helpdesk", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as wrong:
        return _say(wrong.format_message(), 2)
    except click.UsageError as wrong:
        command = wrong.ctx.command_path if wrong.ctx else "helpdesk"
        return _say(f"{wrong.format_message().rstrip('.')} (see {command} --help)", 2)
    except click.ClickException as wrong:
        return _say(wrong.format_message(), wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped", 1)
    except BrokenPipeError:
        # Whoever read our output has enough; the interpreter must not fail on the rest of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        expected = _expected(error)
        if expected is None:
            raise
        return _say(expected[0], expected[1])
    return code if isinstance(code, int) else 0


def _expected(error: Exception) -> tuple[str, int] | None:
    """The words and the exit code for a fault that is an operator's to mend; None for a bug of ours."""
    from helpdesk.settings import SettingsError
    from helpdesk.up.faults import CannotStart, ProcessEnded

    match error:
        case SettingsError():
            return "\n".join(error.faults), 2
        case CannotStart():
            return str(error), 2
        case ProcessEnded():
            return str(error), 1
        case _:
            return None


def _say(words: str, code: int) -> int:
    click.echo(words, err=True)
    return code
