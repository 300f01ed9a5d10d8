"""What a text says, all of it: the topic and how sure that is, the people, the village, the day.

One reading for the live path and for `helpdesk understand`. It never guesses: what is in doubt is None, and a topic
that does not lead clearly is not sure, so that whoever wrote is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from helpdesk.conversation.understanding.deciding import UNKNOWN, Decision, certain, decide
from helpdesk.conversation.understanding.hearing import (
    Heard,
    Word,
    accented_words,
    hear,
    vocabulary,
    words_of,
)
from helpdesk.conversation.understanding.likeness import likenesses, traits
from helpdesk.conversation.understanding.scoring import scores
from helpdesk.conversation.understanding.spellings import ENGLISH, FILLERS, NEUTRAL
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import Place
from helpdesk.places.spotting import Spotted, index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key
from helpdesk.text.leaked_typing import decode_leaks
from helpdesk.text.names_in_sentences import NamedPerson, find_people
from helpdesk.text.party import party_of
from helpdesk.text.spoken_dates import When, births_in, find_when
from helpdesk.text.tokens import Token, tokens_of

MOST_STRANGE = 0.34
"""The part of the words with a meaning of their own that may be unknown to us, or it is not for us."""

MOST_STRANGE_AMONG_OURS = 0.5
"""The same where it names something that is ours: the card, the SIM, the identification."""

LONGEST = 1600
"""Characters that are read: the longest text that providers carry."""

NOT_OURS = 11.0
"""The weight from which a text is another's business even where it names what is ours: a bank card, a SIM to buy."""

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. `confidence` from 0 to 1; `sure`: the topic is acted on without asking which is meant.

    `likeliest`: the topics that she is asked about where it is not sure, the likeliest first.
    """

    intent: str
    confidence: float
    sure: bool
    people: tuple[NamedPerson, ...]
    party: int
    place: Place | None
    places: tuple[Place, ...]
    date: date | None
    part_of_day: str | None
    likeliest: tuple[str, ...]

    @property
    def village(self) -> Place | None:
        """The one village spoken of; a commune's centre is none."""
        return self.place if self.place is not None and self.place.kind is PlaceKind.VILLAGE else None


@dataclass(frozen=True, slots=True)
class _Facts:
    people: tuple[NamedPerson, ...]
    party: int
    spotted: Spotted
    when: When
    taken: set[int]
    # What stands in place of those tokens for phrases that speak of them.
    marks: dict[int, str]


def read(text: str, *, today: date, places: Sequence[Place]) -> Reading:
    """Read a text of at most LONGEST characters as of a day in the commune, among these places. Never raises."""
    index = index_of(places)
    known = vocabulary()
    plain = typed_out(text[:LONGEST], index.syllables)
    tokens = tokens_of(plain)
    facts = _facts(tokens, today, spot_place(tokens, index, taken=_surely_dates(tokens, today)), known.keys)
    words = words_of(tokens, taken=facts.taken, marks=facts.marks)
    decision = _decision(matching_key(plain), words, facts)
    return Reading(
        decision.topic,
        decision.confidence,
        decision.sure,
        facts.people,
        facts.party,
        facts.spotted.place,
        facts.spotted.candidates,
        facts.when.day,
        facts.when.part_of_day,
        decision.likeliest,
    )


def typed_out(text: str, syllables: frozenset[str] = frozenset()) -> str:
    """The text with keystrokes of Telex and VNI decoded; `syllables`: further words, of places, that they may mean."""
    return decode_leaks(text, known=_leaks_known(syllables), english=ENGLISH)


@cache
def _leaks_known(syllables: frozenset[str]) -> frozenset[str]:
    """Words, with their accents, that a single leaked word may mean: those of the lexicon and of places."""
    return accented_words() | syllables


def _surely_dates(tokens: Sequence[Token], today: date) -> set[int]:
    """Tokens that are no part of a name of a place, because a date or an hour is written there."""
    at = find_when(tokens, today=today, taken=set()).at
    return {near for near in at if tokens[near].key not in ("mai", "mot", "kia", "sang")}


def _facts(tokens: Sequence[Token], today: date, spotted: Spotted, common: frozenset[str]) -> _Facts:
    taken = set(spotted.at)
    births = births_in(tokens, today=today)
    dates = find_when(tokens, today=today, taken=taken).at
    people = find_people(
        tokens,
        taken=taken | _digits_of(tokens, dates),
        births=births,
        this_year=today.year,
        common=common,
    )
    named = {at for person in people for at in range(person.start, person.end)}
    when = find_when(tokens, today=today, taken=taken | named)
    used = taken | named | when.at | births.keys()
    party = party_of(
        tokens, named=[(person.start, person.end) for person in people], taken=taken | when.at | births.keys()
    )
    said = "<weekend>" if when.day is not None and when.day.weekday() >= SATURDAY else "<when>"
    marks = dict.fromkeys(when.at, said) | dict.fromkeys(taken, "<place>") | dict.fromkeys(named, "<name>")
    return _Facts(tuple(people), party, spotted, when, used, marks)


def _digits_of(tokens: Sequence[Token], dates: set[int]) -> set[int]:
    """Of the tokens of dates, those that cannot be part of a name: Mai, Sáng and Tư are names as well."""
    return {at for at in dates if tokens[at].is_number or at + 1 in dates}


def _decision(key: str, words: Sequence[Word], facts: _Facts) -> Decision:
    word = any_word(key)
    if word is not None:
        return certain(_as_intent(word))
    if not any(word.key.isalpha() for word in words) and not facts.taken:
        return decide({}, {}, ours=True, either=False)
    heard = hear(words)
    weights = scores(heard)
    _weigh_booking(weights, facts)
    ours = any(one.idea in _OURS for one in heard)
    if ours and weights.get(UNKNOWN, 0.0) < NOT_OURS:
        weights.pop(UNKNOWN, None)
    either = any(word.key in _OR for word in words)
    understood = _is_understood(words, heard, ours=ours)
    return decide(weights, likenesses(traits(words, heard)), ours=understood, either=either)


def _weigh_booking(found: dict[str, float], facts: _Facts) -> None:
    """Names, a place and a day beside the word for booking make it certain; even without it names and one more do."""
    details = (
        bool(facts.people) + bool(facts.spotted.candidates) + (facts.when.day is not None) + (facts.party > 1)
    )
    years = any(person.birth_year is not None for person in facts.people)
    if "book" in found and details:
        found["book"] += 1.5 + details + bool(facts.people)
    elif facts.people and (bool(facts.spotted.candidates) or (years and facts.when.day is not None)):
        found["book"] = 9.0
    elif years or details > 1:
        found.setdefault("book", 4.0)


def _as_intent(word: str) -> str:
    return {"back": "menu", "accents": "language"}.get(word, word)


_OURS = frozenset(
    " ".join(("eid card sim smartphone basic_phone passcode otp account booked own_name activate",)).split()
)


def _is_understood(words: Sequence[Word], heard: Sequence[Heard], *, ours: bool) -> bool:
    """Whether enough of it is understood: "mang gì" among words that nobody here knows is not our question."""
    said = {at for one in heard for at in range(one.start, one.end)}
    content = [at for at, word in enumerate(words) if _has_meaning(word)]
    known = sum(at in said for at in content)
    strange = len(content) - known
    return strange <= (MOST_STRANGE_AMONG_OURS if ours else MOST_STRANGE) * len(content)


def _has_meaning(word: Word) -> bool:
    key = word.key
    return (
        key[:1] != "<" and not key.isdecimal() and key not in FILLERS and key not in NEUTRAL and len(key) > 1
    )


_OR = frozenset({"hoac", "hay"})
