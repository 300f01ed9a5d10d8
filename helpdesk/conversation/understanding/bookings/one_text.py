"""What one text says towards a booking, and how it joins what was said before it: nothing understood is asked again."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.reading import Reading
from helpdesk.text.folding import matching_key
from helpdesk.text.people.half_names import is_half_a_name

PLACE, OPENING, PEOPLE, PERSONS, DAY, PART, ADDING = (
    *("place_id", "opening_id", "people", "persons", "day", "part_of_day", "adding"),
)
"""Answers of the flow `book`: a place's id, or several where it is not clear which; an opening's id; names with birth
years; how many were spoken of, named or not; an ISO date; "morning" or "afternoon"; whether names came in several texts."""

PHONES = "phones"
"""Among the answers of a booking: [[name, number], …] for who has a phone of her own, the number in E.164
("+84912345678") and the name as it stands among PEOPLE. In one text the number stood beside the name and its year."""

BORN = "born"
"""Among them: the birth year of the one who is spoken of and not named yet, by an age: "đặt cho cháu 5 tuổi"."""

SAME_NAME = "same_name"
"""Among the facts of a booking: a name that was said twice without a birth year; she is told once that it counts once."""

RELATIONS = "relations"
"""Among them, in the same way: [[name, relation], …] for whom she said what they are to her, `booking.persons.needs`."""

BESIDE_NAMES = (PHONES, RELATIONS)
"""What is told of people beside their names."""

UNOWNED = "unowned_number"
"""Among the facts of a booking: a phone's number (E.164) of which it is not clear whose it is; she is asked once."""

UNOWNED_YEARS = "unowned_years"
"""Among them: whether birth years were said of which it is not clear whose they are; she is asked once."""

SET_ASIDE = "set_aside"
"""Among the answers of a booking that took the place of another one before that was made: whom that one was for and
where, {"people": [[name, birth year or None], …], "place_id": id}. Not there where nobody was left out."""

UNCLEAR = "unclear_day"
"""Among the facts of a booking: a day was said that cannot be found in the calendar, and she is told so once."""

SINCE = "since"
"""Among them, and among the answers of a booking that is made or moved: the ISO day with which the week or the month begins
that she spoke of, saying no day in it. Days before it are not offered, and a weekday by itself is one of that week."""

FORGET = "forget"
"""Beside facts that correct an open booking: a list of the answers of it that do not count any more."""

NAMES_A_DAY = re.compile(
    r"\b(?:thu|t) ?(?:[2-7]|hai|ba|tu|nam|sau|bay)\b(?! ?(?:tuoi|nguoi))|\bchu nhat\b|\bcn\b|\btuan (?:sau|toi|nay)\b"
    r"|\bngay [0-9]{1,2}\b|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|\b(?:ngay|sang|chieu) mai\b",
    re.IGNORECASE,
)
"""A day that is written out, in a folded text; "mai" alone is somebody's name as well."""

MOST_CANDIDATES = 4
"""Villages that are offered where one name may mean several."""

PLACE_AND_NO_MORE = 3
"""Words of a text that names a place and says nothing else: "bản Tuộc"."""

Facts = dict[str, Any]


def facts_of(reading: Reading) -> Facts:
    """What a text says of who, where and when; empty where it says nothing of it."""
    where = reading.place.id if reading.place else [place.id for place in reading.places[:MOST_CANDIDATES]]
    people = once([person.name, person.birth_year] for person in reading.people)
    # Who is named twice takes one place.
    party = reading.party - (len(reading.people) - len(people))
    if len(people) > 1 and people[-1][1] is None and people[-2][1] and is_half_a_name(people[-1][0]):
        people.pop()  # the text was cut there: one more is spoken of, and not named yet
    said = {
        PLACE: where,
        PEOPLE: people,
        PERSONS: party if party > 1 else None,
        DAY: reading.date.isoformat() if reading.date else None,
        PART: reading.part_of_day,
        PHONES: [[name, number] for name, number in reading.phones],
        UNCLEAR: reading.unclear_day,
        SINCE: reading.since.isoformat() if reading.since else None,
        SAME_NAME: said_twice((person.name, person.birth_year) for person in reading.people),
        BORN: reading.born if not people and party == 1 else None,
    }
    return {name: value for name, value in said.items() if value}


def once(people: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Each person once: of the same name and birth year, or named first without the year and then with it."""
    known: list[list[Any]] = []
    for name, year in people:
        same = [one for one in known if matching_key(one[0]) == matching_key(name)]
        if any(year in (None, one[1]) for one in same):
            continue
        unsaid = [one for one in same if one[1] is None]
        if unsaid:
            unsaid[0][1] = year
        else:
            known.append([name, year])
    return known


def said_twice(people: Iterable[tuple[str, int | None]]) -> str | None:
    """The first name that stands twice in a text with no birth year beside it: one person, or two of one name."""
    seen: set[str] = set()
    for name, year in people:
        if year is None and matching_key(name) in seen:
            return name
        seen |= {matching_key(name)} if year is None else set()
    return None


def joined(before: Mapping[str, Any], said: Mapping[str, Any]) -> Facts:
    """The answers of an open booking and what was said now. Names are added, a place or a day is replaced.

    Whoever names others together with another place begins a booking of its own; whom the open one was for is handed on
    as SET_ASIDE, so that she is told. What is to be forgotten is asked anew.
    """
    forgotten = said.get(FORGET, ())
    said = {name: value for name, value in said.items() if name != FORGET}
    names = (PLACE, OPENING, PEOPLE, PERSONS, DAY, PART, SINCE, BORN, *BESIDE_NAMES)
    kept = {name: before[name] for name in names if before.get(name) and name not in forgotten}
    elsewhere = PLACE in said and said[PLACE] != kept.get(PLACE)
    if elsewhere and PEOPLE in said and isinstance(kept.get(PLACE), int):
        left = _not_named(kept.get(PEOPLE, ()), said[PEOPLE])
        if left:
            return {**said, SET_ASIDE: {PEOPLE: left, PLACE: kept[PLACE]}}
        if PEOPLE not in kept:
            return dict(said)
    if elsewhere:
        kept.pop(OPENING, None)
    facts = {**_without_other_days(kept, said), **said}
    if kept.get(PEOPLE) and said.get(PEOPLE):
        facts[PEOPLE] = once([*kept[PEOPLE], *said[PEOPLE]])
        facts |= {ADDING: True} if len(facts[PEOPLE]) > len(kept[PEOPLE]) else {}
    for told in BESIDE_NAMES:
        if kept.get(told) and said.get(told):
            anew = {matching_key(name) for name, _ in said[told]}
            facts[told] = [one for one in kept[told] if matching_key(one[0]) not in anew] + said[told]
    if said.get(PEOPLE) and kept.get(PERSONS, 0) > said.get(PERSONS, 0):
        # Two names more are two of the nine she spoke of, and not all of them.
        facts[PERSONS] = kept[PERSONS]
    return facts


def _without_other_days(kept: Mapping[str, Any], said: Mapping[str, Any]) -> Facts:
    """What is kept of an open booking where a day, a part of the day or a week is said."""
    gone = {OPENING} if {DAY, PART, SINCE} & said.keys() else set()
    if DAY in said:
        gone |= {PART} | ({SINCE} if said[DAY] < kept.get(SINCE, "") else set())
    if SINCE in said:
        gone.add(DAY)
    return {name: value for name, value in kept.items() if name not in gone}


def _not_named(before: Iterable[Sequence[Any]], said: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Those of a booking that are not among the people named now: the same name, and no other birth year."""
    now = [(matching_key(name), year) for name, year in said]

    def named(name: str, year: int | None) -> bool:
        years = [other for key, other in now if key == matching_key(name)]
        return any(None in (year, other) or year == other for other in years)

    return [[name, year] for name, year in before if not named(name, year)]


def a_step_back(answers: Mapping[str, Any]) -> Facts:
    """The answers of a booking of which so much was said at once that no question lies behind: the day is asked again,
    then the place. Who comes stays."""
    kept = {
        name: answers[name]
        for name in (PLACE, OPENING, PEOPLE, PERSONS, DAY, *BESIDE_NAMES)
        if answers.get(name)
    }
    for again in ((OPENING, DAY), (PLACE,)):
        if kept.keys() & set(again):
            return {name: value for name, value in kept.items() if name not in again}
    return kept


def says_more(reading: Reading, expect: str) -> bool:
    """Whether a text says more than a question of this kind asks for, so that its answer alone would lose some of it."""
    somewhere = reading.place is not None or bool(reading.places)
    with_years = any(person.birth_year is not None for person in reading.people)
    match expect:
        case "place":
            wanted = reading.intent == "book" or not reading.sure
            return wanted and somewhere and bool(reading.people or reading.date)
        case "people":
            return with_years and somewhere
        case "yes_no":
            return with_years
        case _:
            return False


def says_some(reading: Reading, expect: str, *, words: int) -> bool:
    """Whether a text that does not answer a question of this kind says something towards the booking all the same."""
    # A village and no more is where she wants to go, and no question when a team comes there.
    only_a_place = reading.place is not None and words <= PLACE_AND_NO_MORE and reading.intent == "visit_when"
    if reading.intent != "book" and reading.sure and not only_a_place:
        return False
    if reading.people or reading.place is not None or reading.places:
        return True
    # "mai toi tra loi" behind the echo moves nothing; "thu 6" and "khong, thu 6" do.
    names_day = reading.intent == "book" or expect in ("place", "option") or words in (2, 3)
    return names_day and reading.date is not None
