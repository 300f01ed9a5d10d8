"""A text taken apart: who, where and when are said in it, and its words with marks in their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.conversation.understanding.topics.hearing import words_of
from helpdesk.conversation.understanding.topics.vocabulary import vocabulary
from helpdesk.conversation.understanding.topics.words_spelled_out import Word
from helpdesk.conversation.understanding.typed_out import typed_out
from helpdesk.places.communes import Place
from helpdesk.places.spotting import Spotted, index_of, spot_place
from helpdesk.text.days.spoken_dates import When, find_when
from helpdesk.text.folding import typographic
from helpdesk.text.people.name_words import MIDDLE_NAMES
from helpdesk.text.people.names_in_sentences import NamedPerson, find_people
from helpdesk.text.people.party import party_of
from helpdesk.text.people.phones_beside_names import phones_of
from helpdesk.text.people.told_beside_names import without_senders
from helpdesk.text.phone_numbers import numbers_in
from helpdesk.text.tokens import Token, tokens_of

LONGEST = 1600
"""Characters that are read: the longest text that providers carry."""

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Facts:
    """Who, where and when: `taken` are the tokens that say so."""

    people: tuple[NamedPerson, ...]
    party: int
    spotted: Spotted
    when: When
    taken: set[int]
    # What stands in place of those tokens for phrases that speak of them.
    marks: dict[int, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A text taken apart: as it was meant to be typed, its tokens and words, the facts in it, and whose phone numbers are."""

    plain: str
    tokens: Sequence[Token]
    words: list[Word]
    facts: Facts
    phones: tuple[tuple[str, str], ...]


def take_apart(text: str, today: date, places: Sequence[Place]) -> Taken:
    """Read a text of at most LONGEST characters as of a day in the commune, among these places. Never raises."""
    index = index_of(places)
    plain = without_senders(typographic(typed_out(text[:LONGEST], index.syllables)))
    if "(" in plain:
        plain = _KIN_IN_BRACKETS.sub(" ", plain)
    tokens = tokens_of(plain)
    numbers = _in_phone_numbers(plain, tokens)
    first = find_when(tokens, today=today, taken=numbers)
    spotted = spot_place(tokens, index, taken=_surely_dates(tokens, first) | numbers)
    facts = _facts_of(tokens, today, first, spotted, numbers=numbers, common=vocabulary().keys)
    named = [(person.name, tokens[person.end - 1].end) for person in facts.people] if numbers else ()
    phones = tuple(phones_of(plain, named)) if named else ()
    return Taken(plain, tokens, words_of(tokens, taken=facts.taken, marks=facts.marks), facts, phones)


_KIN_IN_BRACKETS = re.compile(
    r"\(\s*(?:vợ|vo|chồng|chong|con|cháu|chau|cha|bố|bo|mẹ|me|ông|ong|bà|ba|anh|chị|chi|em|wife|husband|son|daughter|mother|father|tôi|toi|tui)"
    r"(?:\s+(?:trai|gái|gai|tôi|toi|dâu|dau|rể|re|nội|noi|ngoại|ngoai))?\s*\)",
    re.IGNORECASE,
)
"""Behind a name they say who that is, and nobody more: "Hồ Thị B 1990 (vợ)"."""


def _in_phone_numbers(plain: str, tokens: Sequence[Token]) -> set[int]:
    """The tokens of phone numbers: "0912 34 56 78" holds no birth year and no day."""
    # Most texts have none, and need not be searched for one.
    if "+" not in plain and not any(token.key.startswith(("0", "84")) for token in tokens):
        return set()
    spans = [(start, end) for _, start, end in numbers_in(plain)]
    return {
        at
        for start, end in spans
        for at, token in enumerate(tokens)
        if start <= token.start and token.end <= end
    }


def _surely_dates(tokens: Sequence[Token], first: When) -> set[int]:
    """Tokens that are no part of a name of a place, because a date or an hour is written there."""
    return {near for near in first.at if tokens[near].key not in ("mai", "maii", "mot", "kia", "sang")}


def _facts_of(
    tokens: Sequence[Token],
    today: date,
    first: When,
    spotted: Spotted,
    *,
    numbers: set[int],
    common: frozenset[str],
) -> Facts:
    """Who, where and when. `first`: the date that is read where nothing else has been found yet; `numbers`: the tokens
    of phone numbers."""
    taken = {*spotted.at, *numbers}
    before_names = find_when(tokens, today=today, taken=taken) if taken else first
    births = before_names.births
    people = find_people(
        tokens,
        taken=taken | _digits_of(tokens, before_names.at),
        births=births,
        this_year=today.year,
        common=common,
    )
    named = {at for person in people for at in range(person.start, person.end)}
    when = find_when(tokens, today=today, taken=taken | named) if named else before_names
    used = taken | named | when.at | births.keys()
    party = party_of(
        tokens, named=[(person.start, person.end) for person in people], taken=taken | when.at | births.keys()
    )
    said = "<weekend>" if when.day is not None and when.day.weekday() >= SATURDAY else "<when>"
    marks = (
        dict.fromkeys(when.at, said)
        | dict.fromkeys(spotted.at, "<place>")
        | dict.fromkeys(named, "<name>")
        | dict.fromkeys(numbers, "<phone>")
    )
    return Facts(tuple(people), party, spotted, when, used, marks)


def _digits_of(tokens: Sequence[Token], dates: set[int]) -> set[int]:
    """Of the tokens of dates, those that cannot be part of a name: Mai, Sáng and Tư are names as well."""
    behind_middle = {at for at in dates if at and tokens[at - 1].key in MIDDLE_NAMES}
    return {at for at in dates - behind_middle if tokens[at].is_number or at + 1 in dates}
