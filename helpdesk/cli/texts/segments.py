"""`helpdesk segments`: what a text costs."""

import json
import sys

import click

from helpdesk.text.folding import fold
from helpdesk.text.segments import measure


@click.command()
@click.option("--fold", "folding", is_flag=True, help="fold accents away first, as for sending")
@click.option(
    "--json", "as_json", is_flag=True, help="each line is a JSON string (for texts with line breaks)"
)
def segments(folding: bool, as_json: bool) -> None:
    """Count each text on stdin, one per line, as a JSON line with encoding, characters and segments."""
    for number, line in enumerate(sys.stdin, start=1):
        text = line.rstrip("\n")
        if as_json:
            text = _decoded(text, number)
        measured = measure(fold(text) if folding else text)
        fields = {
            "encoding": measured.encoding,
            "characters": measured.characters,
            "segments": measured.segments,
        }
        click.echo(json.dumps(fields))


def _decoded(line: str, number: int) -> str:
    try:
        text = json.loads(line)
    except ValueError:
        text = None
    if not isinstance(text, str):
        raise click.UsageError(f"line {number} is not a JSON string")
    return text
