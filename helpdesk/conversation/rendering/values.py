"""Values that actions leave in answers, and how each is spoken in a language.

Answers are JSON, and texts are rendered in the language of the moment, so a value says what it is:
{"date": "2026-12-02"}, {"time": "07:30"}, {"hours": ["07:30", "11:00"]}, {"place": ["village", "Cà Roòng 1"]},
{"people": [["Hồ Văn A", 1985], …], "phones": ["0912345678", None, …]}, {"person": ["Hồ Văn A", 1985]}, {"phrase": "finishes", …},
{"list": [[value, …], …], "more": 2}; anything else as it is.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from helpdesk.conversation.script.model import BASE_LANGUAGE, fill
from helpdesk.text.days import english_dates, vietnamese_dates

PEOPLE_ROOM = 50
"""Characters that the names of a booking may take in one text; beyond that they are counted."""
PERSON_ROOM = 28
"""Characters that one person may take in a list to choose from."""

PHONE_END = 3
"""Digits by which a number that was written just now is known again where there is no room for all of it."""

Phrases = Mapping[str, Mapping[str, str]]


def speak(value: Any, language: str, phrases: Phrases) -> str:
    """The words for a value."""
    if not isinstance(value, dict):
        return str(value)
    match value:
        case {"date": _} | {"hours": [_, _]} | {"time": _}:
            return _moment(value, english=language == "en")
        case {"place": ["village", name]} if name.lower().startswith("bản "):
            return str(name)  # "Bản 39" says what it is
        case {"place": [kind, name]}:
            return phrase(phrases, f"{kind}_name", language, name=name)
        case {"people": people, **rest}:
            return _people(people, rest.get("phones") or [], language, phrases)
        case {"person": [name, year]}:
            return _person(name, year)
        case {"list": items, **rest}:
            words = ", ".join(" ".join(speak(part, language, phrases) for part in item) for item in items)
            more = rest.get("more", 0)
            return phrase(phrases, "and_more_bookings", language, list=words, count=more) if more else words
        case {"phrase": name, **values}:
            return phrase(phrases, name, language, **values)
        case _:
            raise ValueError(f"a value of unknown kind: {sorted(value)}")


def _moment(value: Mapping[str, Any], *, english: bool) -> str:
    """A date, the hours of an opening, or an hour."""
    match value:
        case {"date": iso}:
            day = date.fromisoformat(iso)
            return english_dates.spoken_date(day) if english else vietnamese_dates.spoken_date(day)
        case {"hours": [start, end]}:
            hours = time.fromisoformat(start), time.fromisoformat(end)
            return english_dates.spoken_hours(*hours) if english else vietnamese_dates.spoken_hours(*hours)
        case _:
            at = time.fromisoformat(value["time"])
            return english_dates.spoken_time(at) if english else vietnamese_dates.spoken_time(at)


def phrase(phrases: Phrases, name: str, language: str, /, **values: Any) -> str:
    """A phrase in `language`, or in the base language where it has none."""
    words = phrases[name].get(language) or phrases[name][BASE_LANGUAGE]
    return fill(words, {key: str(value) for key, value in values.items()})


def _person(name: str, year: int | None) -> str:
    """The name with its year where there is room, else as much of the name as there is room for."""
    named = f"{name} {year}" if year else name
    return named if len(named) <= PERSON_ROOM else name[:PERSON_ROOM].rstrip()


def _people(
    people: Sequence[tuple[str, int | None]], phones: Sequence[str | None], language: str, phrases: Phrases
) -> str:
    """All names with years where there is room, else the names, else the first and how many more.

    Behind a name her own phone, or the end of its number, as far as there is room.
    """
    named = [f"{name} {year}" if year else name for name, year in people]
    names = [name for name, _ in people]
    behind = [*phones, *[None] * (len(people) - len(phones))]
    full = [f" ({number})" if number else "" for number in behind]
    ends = [f" (..{number[-PHONE_END:]})" if number else "" for number in behind]
    none = [""] * len(people)
    for words, numbers in ((named, full), (named, ends), (names, ends), (named, none), (names, none)):
        wording = ", ".join(word + number for word, number in zip(words, numbers, strict=True))
        if len(wording) <= PEOPLE_ROOM:
            return wording
    first = str(people[0][0])[: PEOPLE_ROOM - 20]
    if len(people) == 1:
        return first
    return phrase(phrases, "and_more", language, names=first, count=len(people) - 1)
