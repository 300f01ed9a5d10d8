"""`helpdesk chat`: a phone in the terminal."""

from datetime import datetime
from pathlib import Path

import click

from helpdesk.chat.phone import Phone
from helpdesk.chat.picture import picture
from helpdesk.chat.player import DEFAULT_PHONE, difference, play
from helpdesk.chat.script import ChatScriptError
from helpdesk.cli.store import configured_runtime
from helpdesk.clock import local
from helpdesk.text.segments import measure


@click.command()
@click.option("--phone", "number", default=DEFAULT_PHONE, show_default=True, help="the number that texts")
@click.option("--mode", type=click.Choice(["sms", "ussd"]), default="sms", show_default=True)
@click.option(
    "--script", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="play this conversation"
)
@click.option("--record", is_flag=True, help="with --script: write what happened into the file")
@click.option(
    "--picture",
    "svg",
    type=click.Path(dir_okay=False, path_type=Path),
    help="with --script: draw it to this SVG",
)
def chat(number: str, mode: str, script: Path | None, record: bool, svg: Path | None) -> None:
    """Text with the helpdesk from the terminal, or play a conversation from a file.

    A script runs on a fresh store in memory with the sample data; a difference is printed and exits 1.
    """
    if mode == "ussd":
        raise click.UsageError("USSD is not served yet: use --mode sms")
    if script is None and (record or svg):
        raise click.UsageError("--record and --picture go with --script FILE")
    if script is not None and svg is not None:
        svg.write_text(picture(_read(script)), encoding="utf-8")
        click.echo(f"{svg}: drawn")
    elif script is not None:
        _play(script, record=record)
    else:
        _talk(number)


def _play(path: Path, *, record: bool) -> None:
    source = _read(path)
    try:
        happened = play(source)
    except ChatScriptError as error:
        raise click.ClickException(f"{path}:{error.line}: {error}") from error
    if record:
        path.write_text("\n".join(happened) + "\n", encoding="utf-8")
        click.echo(f"{path}: recorded")
        return
    differs = difference(source, happened)
    if differs:
        click.echo(differs)
        raise SystemExit(1)
    click.echo(f"{path}: as written")


def _read(script: Path) -> str:
    try:
        return script.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise click.UsageError(f"{script} is not a text in UTF-8") from None


def _talk(number: str) -> None:
    with configured_runtime(or_practice=True) as runtime:
        phone = Phone(runtime, number)
        click.echo(f"texting from {number}; an empty line looks for new messages, Ctrl-D hangs up")
        while True:
            try:
                line = input("> ")
            except (EOFError, KeyboardInterrupt):
                click.echo()
                return
            for text in phone.text(line) if line.strip() else phone.arrived():
                _show(text, runtime.clock.now())


def _show(text: str, at: datetime) -> None:
    measured = measure(text)
    head = f"{local(at):%H:%M} {measured.encoding}, {measured.characters} characters, {measured.segments} segment(s)"
    click.secho(head, dim=True)
    click.echo(
        "\n".join(f"< {line}" if not place else f"  {line}" for place, line in enumerate(text.split("\n")))
    )
