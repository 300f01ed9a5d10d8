"""Values that actions leave in answers, and how each is spoken in a language.

Answers are JSON, and texts are rendered in the language of the moment, so a value says what it is:
{"date": "2026-12-02"}, {"hours": ["07:30", "11:00"]}, {"place": ["village", "Cà Roòng 1"]},
{"people": [["Hồ Văn A", 1985], …]}, {"phrase": "finishes", …}, {"list": [[value, …], …]}; anything else as it is.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from helpdesk.conversation.script.model import BASE_LANGUAGE, fill
from helpdesk.text import english_dates, vietnamese_dates

PEOPLE_ROOM = 50
"""Characters that the names of a booking may take in one text; beyond that they are counted."""

Phrases = Mapping[str, Mapping[str, str]]


def speak(value: Any, language: str, phrases: Phrases) -> str:
    """The words for a value."""
    if not isinstance(value, dict):
        return str(value)
    english = language == "en"
    match value:
        case {"date": iso}:
            day = date.fromisoformat(iso)
            return english_dates.spoken_date(day) if english else vietnamese_dates.spoken_date(day)
        case {"hours": [start, end]}:
            hours = time.fromisoformat(start), time.fromisoformat(end)
            return english_dates.spoken_hours(*hours) if english else vietnamese_dates.spoken_hours(*hours)
        case {"place": [kind, name]}:
            return phrase(phrases, f"{kind}_name", language, name=name)
        case {"people": people}:
            return _people(people, language, phrases)
        case {"list": items}:
            return ", ".join(" ".join(speak(part, language, phrases) for part in item) for item in items)
        case {"phrase": name, **values}:
            return phrase(phrases, name, language, **values)
        case _:
            raise ValueError(f"a value of unknown kind: {sorted(value)}")


def phrase(phrases: Phrases, name: str, language: str, /, **values: Any) -> str:
    """A phrase in `language`, or in the base language where it has none."""
    words = phrases[name].get(language) or phrases[name][BASE_LANGUAGE]
    return fill(words, {key: str(value) for key, value in values.items()})


def _people(people: Sequence[tuple[str, int | None]], language: str, phrases: Phrases) -> str:
    """All names with years where there is room, else the names, else the first and how many more."""
    named = [f"{name} {year}" if year else name for name, year in people]
    for wording in (", ".join(named), ", ".join(name for name, _ in people)):
        if len(wording) <= PEOPLE_ROOM:
            return wording
    first = str(people[0][0])[: PEOPLE_ROOM - 20]
    if len(people) == 1:
        return first
    return phrase(phrases, "and_more", language, names=first, count=len(people) - 1)
