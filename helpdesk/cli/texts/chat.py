"""`helpdesk chat`: a phone in the terminal."""

from datetime import datetime
from pathlib import Path

import click

from helpdesk.chat.phone import Phone
from helpdesk.chat.picture import picture
from helpdesk.chat.player import DEFAULT_PHONE, difference, play
from helpdesk.chat.script import MODES, ChatScriptError
from helpdesk.cli.store import configured_runtime
from helpdesk.clock import local
from helpdesk.text.segments import measure, septets
from helpdesk.text.ussd_pages import PAGE


@click.command()
@click.option("--phone", "number", default=DEFAULT_PHONE, show_default=True, help="the number that texts")
@click.option(
    "--mode", type=click.Choice(MODES), default="sms", show_default=True, help="whether it texts or dials"
)
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
    """Text with the helpdesk from the terminal, or dial it, or play a conversation from a file.

    A script runs on a fresh store in memory with the sample data; a difference is printed and exits 1.
    """
    if script is None and (record or svg):
        raise click.UsageError("--record and --picture go with --script FILE")
    if script is not None and svg is not None:
        svg.write_text(picture(_read(script)), encoding="utf-8")
        click.echo(f"{svg}: drawn")
    elif script is not None:
        _play(script, mode, record=record)
    elif mode == "ussd":
        _dial(number)
    else:
        _talk(number)


def _play(path: Path, mode: str, *, record: bool) -> None:
    source = _read(path)
    try:
        happened = play(source, mode=mode)
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


def _dial(number: str) -> None:
    with configured_runtime(or_practice=True) as runtime:
        phone = Phone(runtime, number)
        click.echo(f"dialling from {number}, such as *123#; an empty line looks for texts, Ctrl-D hangs up")
        while True:
            try:
                line = input("> " if phone.dialler.page.goes_on else "dial> ")
            except (EOFError, KeyboardInterrupt):
                click.echo()
                return
            page, *texts = phone.dial(line) if line.strip() else ["", *phone.arrived()]
            if page:
                ends = "" if phone.dialler.page.goes_on else ", the session is over"
                click.secho(f"page of {septets(page)} of {PAGE} characters{ends}", dim=True)
                _print(page)
            for text in texts:
                _show(text, runtime.clock.now())


def _show(text: str, at: datetime) -> None:
    measured = measure(text)
    head = f"{local(at):%H:%M} {measured.encoding}, {measured.characters} characters, {measured.segments} segment(s)"
    click.secho(head, dim=True)
    _print(text)


def _print(text: str) -> None:
    click.echo(
        "\n".join(f"< {line}" if not place else f"  {line}" for place, line in enumerate(text.split("\n")))
    )
