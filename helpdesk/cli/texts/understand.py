"""`helpdesk understand`: what texts mean, without a database."""

import json
import sys
from datetime import date, datetime

import click

from helpdesk.clock import SystemClock, local_date
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.places.sample import without_database


@click.command()
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="the day in the commune on which the texts came (default: today)",
)
def understand(today: datetime | None) -> None:
    """Say of each text on stdin, one per line, what it means, as a JSON line.

    Places are the sample places. Bytes that are no UTF-8 are read as unknown characters.
    """
    day = today.date() if today else local_date(SystemClock().now())
    places = tuple(without_database())
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")
        click.echo(json.dumps(fields(text, read(text, today=day, places=places)), ensure_ascii=False))


def fields(text: str, reading: Reading) -> dict[str, object]:
    """A text and its reading as they are printed."""
    people = [{"name": person.name, "birth_year": person.birth_year} for person in reading.people]
    return {
        "text": text,
        "intent": reading.intent,
        "confidence": reading.confidence,
        "sure": reading.sure,
        "people": people,
        "party": reading.party,
        "village": reading.village.name if reading.village else None,
        "date": _iso(reading.date),
        "part_of_day": reading.part_of_day,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
