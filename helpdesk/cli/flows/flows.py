"""`helpdesk flows`: checking, listing, drawing, printing, signing and translating the scripts."""

import json
from pathlib import Path

import click

from helpdesk.cli.flows.flow_costs import costs_told
from helpdesk.cli.flows.flow_signing import print_command, sign_command
from helpdesk.cli.flows.flow_translations import export_command, import_command, translated_command
from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.drawing.draw import draw, draw_sheets
from helpdesk.conversation.script.languages import lacking
from helpdesk.conversation.script.listing import flows_by_intent
from helpdesk.conversation.script.load import FLOWS, load
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script
from helpdesk.conversation.script.nodes import ScriptError


class NotPossible(click.ClickException):
    """Wrong use, or something that cannot be done."""

    exit_code = 2


MOST_PATHS = 1_000
"""Paths of one flow that are printed: of a booking there are more than anybody could read."""

_folder = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FLOWS,
    help="The folder of the flows, if not the one that is used.",
)


@click.group()
def flows() -> None:
    """The scripts that residents are spoken to with."""


@flows.command("check")
@click.option("--costs", is_flag=True, help="Print what whole conversations cost, each way.")
@click.option(
    "--all-paths",
    "paths",
    type=click.IntRange(min=1),
    is_flag=False,
    flag_value=MOST_PATHS,
    metavar="[MOST]",
    help=f"With --costs: every path of each flow on a line; of a flow with more than MOST ({MOST_PATHS:,}) the first.",
)
@click.option("--json", "as_json", is_flag=True, help="With --costs: the same as one JSON object.")
@click.option("--language", default=BASE_LANGUAGE, show_default=True, help="With --costs: of which language.")
@_folder
def check_command(folder: Path, costs: bool, paths: int | None, as_json: bool, language: str) -> None:
    """Refuse what may not be spoken: one line "file:line: why" for each fault, all at once.

    With --costs, when nothing is at fault: texts in, messages and segments out of the cheapest and the dearest way through
    each flow, and of whole conversations against their budgets; exit 1 where one is over.
    """
    if (as_json or paths) and not costs:
        raise click.UsageError(f"{'--json' if as_json else '--all-paths'} goes with --costs")
    faults = check_folder(folder)
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in the flows", err=True)
        raise click.exceptions.Exit(1)
    script = load(folder)
    if costs:
        if language not in script.languages:
            raise NotPossible(
                f"the language '{language}' is not offered; there are {', '.join(script.languages)}"
            )
        if not costs_told(script, language=language, as_json=as_json, ways=paths or 0):
            raise click.ClickException("a conversation costs more than its budget")
        return
    texts = sum(len(texts.slots) for flow in script.flows.values() for texts in flow.texts.values())
    click.echo(
        f"{len(script.flows)} flows, {texts} texts, languages {', '.join(script.languages)}: no faults"
    )
    for language in [code for code in script.overlays if code not in script.languages]:
        missing = lacking(language, script.overlays, script.flows, script.phrases)
        click.echo(f"{language} is not offered yet: {len(missing)} texts to write, first {missing[0]}")


@flows.command("list")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@_folder
def list_command(as_json: bool, folder: Path) -> None:
    """Which flow serves which intent."""
    served = flows_by_intent(_loaded(folder))
    if as_json:
        click.echo(json.dumps(served, indent=2))
        return
    for intent, flow in served.items():
        click.echo(f"{intent:<20} {flow}")


@flows.command("draw")
@click.argument("flow")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="An SVG file.")
@click.option(
    "--sheets", is_flag=True, help="On sheets of A4, if it is too large for one: FILE-1.svg, FILE-2.svg, …"
)
@_folder
def draw_command(flow: str, out: Path, sheets: bool, folder: Path) -> None:
    """Draw one flow: a box for each step, an arrow for each exit."""
    script = _loaded(folder)
    if flow not in script.flows:
        raise NotPossible(f"there is no flow '{flow}'; there are {', '.join(sorted(script.flows))}")
    drawn = draw_sheets(script, flow) if sheets else [draw(script, flow)]
    for number, sheet in enumerate(drawn, start=1):
        file = out if len(drawn) == 1 else out.with_stem(f"{out.stem}-{number}")
        try:
            file.write_text(sheet, encoding="utf-8")
        except OSError as error:
            raise NotPossible(f"{file} cannot be written: {error.strerror}") from error
        if sheets:
            click.echo(file)


flows.add_command(print_command)
flows.add_command(sign_command)
flows.add_command(export_command)
flows.add_command(import_command)
flows.add_command(translated_command)


def _loaded(folder: Path) -> Script:
    try:
        return load(folder)
    except ScriptError as error:
        raise NotPossible(f"the flows cannot be read:\n{error}") from error
