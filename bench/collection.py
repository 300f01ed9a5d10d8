"""The collection of what residents send, and how a reading of one text is held against what is right.

Kept in tests/conversation/understanding/collection; README.md there says what a line holds.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from tests.support.repository import TOP

FOLDER = TOP / "tests" / "conversation" / "understanding" / "collection"

TODAY = date(2026, 12, 1)
"""A Tuesday: the day on which every text arrives whose line names no other."""

FIELDS = ("people", "party", "village", "date", "part_of_day")

Verdict = Literal["right", "asked", "wrong"]


@dataclass(frozen=True)
class Line:
    """One text with what is right; `fields` holds only what the line says, as `helpdesk understand` prints it."""

    text: str
    style: str
    intents: tuple[str, ...]
    may_ask: bool
    today: date
    fields: Mapping[str, Any]

    @property
    def is_booking(self) -> bool:
        """Whether it is a booking by one text, of which every part is judged."""
        return "book" in self.intents and "party" in self.fields


@dataclass(frozen=True)
class Said:
    """A reading of one text: the fields of `helpdesk understand`."""

    intent: str
    sure: bool
    fields: Mapping[str, Any]

    @property
    def acts(self) -> bool:
        """Whether the resident is answered at once; "unknown" asks her what she means, however sure."""
        return self.sure and self.intent != "unknown"


@dataclass
class Count:
    """How many texts of one kind were answered rightly, asked about, or answered wrongly."""

    right: int = 0
    asked: int = 0
    wrong: int = 0

    @property
    def texts(self) -> int:
        """All that were counted."""
        return self.right + self.asked + self.wrong

    def add(self, verdict: Verdict) -> None:
        """Count one text."""
        setattr(self, verdict, getattr(self, verdict) + 1)


@dataclass
class Bookings:
    """Of bookings by one text: understood in every part; and those of which a part was taken for another."""

    texts: int = 0
    exact: int = 0
    wrong_date: int = 0
    wrong_village: int = 0
    wrong_date_or_village: int = 0
    wrong_people: int = 0


@dataclass
class Figures:
    """One part of the collection, measured. `failed` names each line that was not right, for the tuning part."""

    topics: Count = field(default_factory=Count)
    unknown: Count = field(default_factory=Count)
    bookings: Bookings = field(default_factory=Bookings)
    styles: dict[str, Count] = field(default_factory=dict)
    failed: list[tuple[Line, Said, str]] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """The shares that have aims, from 0 to 1."""
        bookings = self.bookings.texts or 1
        return {
            "wrong": (self.topics.wrong + self.unknown.wrong)
            / ((self.topics.texts + self.unknown.texts) or 1),
            "right at once": self.topics.right / (self.topics.texts or 1),
            "unknown recognised": self.unknown.right / (self.unknown.texts or 1),
            "bookings exact": self.bookings.exact / bookings,
            "wrong date or village": self.bookings.wrong_date_or_village / bookings,
        }


AIMS: Mapping[str, tuple[Literal["at most", "at least"], float]] = {
    "wrong": ("at most", 0.01),
    "right at once": ("at least", 0.92),
    "unknown recognised": ("at least", 0.90),
    "bookings exact": ("at least", 0.85),
    "wrong date or village": ("at most", 0.03),
}


def reached(share: float, aim: tuple[str, float]) -> bool:
    """Whether a share is on the right side of its aim."""
    return share <= aim[1] if aim[0] == "at most" else share >= aim[1]


def read_part(name: str) -> list[Line]:
    """The lines of one part: a file of the collection without its ending, e.g. "tuning" or "held_back"."""
    return [_line(row) for row in rows(name)]


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one file as they were written."""
    written = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in written]


def _line(row: dict[str, Any]) -> Line:
    intent = row["intent"]
    return Line(
        text=row["text"],
        style=row["style"],
        intents=(intent,) if isinstance(intent, str) else tuple(intent),
        may_ask=row.get("may_ask", False),
        today=date.fromisoformat(row["today"]) if "today" in row else TODAY,
        fields={name: row[name] for name in FIELDS if name in row},
    )


def verdict(line: Line, said: Said) -> Verdict:
    """Right, asked or wrong, as to the topic alone."""
    if line.intents == ("unknown",):
        return "right" if said.intent == "unknown" else "wrong" if said.acts else "asked"
    if not said.acts:
        return "right" if line.may_ask else "asked"
    return "right" if said.intent in line.intents else "wrong"


def misread(line: Line, said: Said) -> dict[str, bool]:
    """The parts that are not as the text says; True for what was taken for another, False for what was missed."""
    parts = {}
    for name, meant in line.fields.items():
        got = said.fields[name]
        if _comparable(got) != _comparable(meant):
            parts[name] = name in ("people", "party") or got is not None
    return parts


def _comparable(value: Any) -> Any:
    """People whatever the case in which their names were written; accents must be those that were typed."""
    if not isinstance(value, list):
        return value
    return [(unicodedata.normalize("NFC", one["name"]).casefold(), one["birth_year"]) for one in value]


def judge(read: Iterable[tuple[Line, Said]]) -> Figures:
    """Hold readings against what is right."""
    figures = Figures()
    for line, said in read:
        found = verdict(line, said)
        parts = misread(line, said)
        (figures.unknown if line.intents == ("unknown",) else figures.topics).add(found)
        figures.styles.setdefault(line.style, Count()).add(found)
        if line.is_booking:
            _count_booking(figures.bookings, found, parts)
        if found != "right" or parts:
            figures.failed.append((line, said, ", ".join([found, *parts])))
    return figures


def _count_booking(bookings: Bookings, found: Verdict, parts: dict[str, bool]) -> None:
    date_is_wrong, village_is_wrong = parts.get("date", False), parts.get("village", False)
    bookings.texts += 1
    bookings.exact += found == "right" and not parts
    bookings.wrong_date += date_is_wrong
    bookings.wrong_village += village_is_wrong
    bookings.wrong_date_or_village += date_is_wrong or village_is_wrong
    bookings.wrong_people += parts.get("people", False) or parts.get("party", False)
