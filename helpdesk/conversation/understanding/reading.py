"""What a text says, all of it: the topic and how sure that is, the people, the village, the day.

One reading for the live path and for `helpdesk understand`. It never guesses: what is in doubt is None, and a topic
that does not lead clearly is not sure, so that whoever wrote is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from helpdesk.conversation.understanding.topics.deciding import (
    NOTHING,
    ONLY_A_CENTRE,
    ONLY_A_NAME_WRONG,
    ONLY_A_VILLAGE,
    ONLY_NAMES,
    Decision,
    certain,
    decide,
)
from helpdesk.conversation.understanding.topics.hearing import (
    Word,
    accented_words,
    hear,
    vocabulary,
    words_of,
)
from helpdesk.conversation.understanding.topics.learned.features import Views, features
from helpdesk.conversation.understanding.topics.learned.model import model
from helpdesk.conversation.understanding.topics.spellings import ENGLISH, ENGLISH_NAMES, FILLERS, NEUTRAL
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import Place
from helpdesk.places.spotting import Spotted, index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.days.spoken_dates import When, find_when
from helpdesk.text.days.vague_days import first_day_said, is_vague
from helpdesk.text.folding import matching_key, typographic
from helpdesk.text.leaked_typing import decode_leaks
from helpdesk.text.people.name_words import MIDDLE_NAMES
from helpdesk.text.people.names_in_sentences import NamedPerson, find_people
from helpdesk.text.people.party import party_of
from helpdesk.text.people.phones_beside_names import phones_of
from helpdesk.text.people.told_beside_names import without_senders
from helpdesk.text.phone_numbers import numbers_in
from helpdesk.text.tokens import Token, tokens_of
from helpdesk.text.years.ages import born_by_age

LONGEST = 1600
"""Characters that are read: the longest text that providers carry."""

SATURDAY = 5

Day = date
"""The same, where `date` is the name of a field."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. `confidence` from 0 to 1; `sure`: the topic is acted on without asking which is meant.

    `likeliest`: the topics that she is asked about where it is not sure, the likeliest first. `phones`: names and the
    numbers that stand beside them, E.164.
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
    phones: tuple[tuple[str, str], ...] = ()
    # A day is said that cannot be found in the calendar: lunar, impossible, or no more than a week or a month.
    unclear_day: bool = False
    # When somebody was born who is spoken of by an age, and not named: "cháu 5 tuổi".
    born: int | None = None
    # The first day of the week or the month that is said, where no day of it is.
    since: Day | None = None

    @property
    def village(self) -> Place | None:
        """The one village spoken of; a commune's centre is none."""
        return self.place if self.place is not None and self.place.kind is PlaceKind.VILLAGE else None

    @property
    def asks_when(self) -> bool:
        """Whether a day belongs to its topic: "mồng 5 được không" where a day is chosen."""
        return self.intent in ("book", "hours", "visit_when")


@dataclass(frozen=True, slots=True)
class _Facts:
    people: tuple[NamedPerson, ...]
    party: int
    spotted: Spotted
    when: When
    taken: set[int]
    # What stands in place of those tokens for phrases that speak of them.
    marks: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Taken:
    """A text taken apart: as it was meant to be typed, its tokens and words, the facts in it, and whose phone numbers are."""

    plain: str
    tokens: Sequence[Token]
    words: list[Word]
    facts: _Facts
    phones: tuple[tuple[str, str], ...]


def read(text: str, *, today: date, places: Sequence[Place]) -> Reading:
    """Read a text of at most LONGEST characters as of a day in the commune, among these places. Never raises."""
    taken = _take_apart(text, today, places)
    facts = taken.facts
    decision = _decision(taken)
    none_said = facts.when.day is None and not facts.when.no_such_day
    since = first_day_said(taken.plain, today=today) if none_said else None
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
        taken.phones,
        facts.when.day is None and (facts.when.no_such_day or is_vague(taken.plain)) and since is None,
        born_by_age(taken.tokens, taken=facts.taken, this_year=today.year),
        since,
    )


def traits(text: str, *, today: date, places: Sequence[Place]) -> Views:
    """What the learned weights look at in a text: see `learned.features`."""
    words = _take_apart(text, today, places).words
    return _traits(words, [one.idea for one in hear(words)])


def cut_at_people(text: str, *, today: date, places: Sequence[Place]) -> list[str]:
    """The text cut where the name of each person begins; the first part is what stands before all of them."""
    taken = _take_apart(text, today, places)
    tokens = taken.tokens
    cuts = [0, *(tokens[person.start].start for person in taken.facts.people), len(taken.plain)]
    return [taken.plain[start:end] for start, end in pairwise(cuts)]


def _take_apart(text: str, today: date, places: Sequence[Place]) -> _Taken:
    index = index_of(places)
    plain = without_senders(typographic(typed_out(text[:LONGEST], index.syllables)))
    if "(" in plain:
        plain = _KIN_IN_BRACKETS.sub(" ", plain)
    tokens = tokens_of(plain)
    numbers = _in_phone_numbers(plain, tokens)
    first = find_when(tokens, today=today, taken=numbers)
    spotted = spot_place(tokens, index, taken=_surely_dates(tokens, first) | numbers)
    facts = _facts(tokens, today, first, spotted, numbers=numbers, common=vocabulary().keys)
    named = [(person.name, tokens[person.end - 1].end) for person in facts.people] if numbers else ()
    phones = tuple(phones_of(plain, named)) if named else ()
    return _Taken(plain, tokens, words_of(tokens, taken=facts.taken, marks=facts.marks), facts, phones)


_KIN_IN_BRACKETS = re.compile(
    r"\(\s*(?:vợ|vo|chồng|chong|con|cháu|chau|cha|bố|bo|mẹ|me|ông|ong|bà|ba|anh|chị|chi|em|wife|husband|son|daughter|mother|father)"
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


_NO_LEAKS = ENGLISH | ENGLISH_NAMES


def typed_out(text: str, syllables: frozenset[str] = frozenset()) -> str:
    """The text with keystrokes of Telex and VNI decoded; `syllables`: further words, of places, that they may mean."""
    return decode_leaks(text, known=_leaks_known(syllables), english=_NO_LEAKS)


@cache
def _leaks_known(syllables: frozenset[str]) -> frozenset[str]:
    """Words, with their accents, that a single leaked word may mean: those of the lexicon and of places."""
    return accented_words() | syllables


def _surely_dates(tokens: Sequence[Token], first: When) -> set[int]:
    """Tokens that are no part of a name of a place, because a date or an hour is written there."""
    return {near for near in first.at if tokens[near].key not in ("mai", "maii", "mot", "kia", "sang")}


def _facts(
    tokens: Sequence[Token],
    today: date,
    first: When,
    spotted: Spotted,
    *,
    numbers: set[int],
    common: frozenset[str],
) -> _Facts:
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
    return _Facts(tuple(people), party, spotted, when, used, marks)


def _digits_of(tokens: Sequence[Token], dates: set[int]) -> set[int]:
    """Of the tokens of dates, those that cannot be part of a name: Mai, Sáng and Tư are names as well."""
    behind_middle = {at for at in dates if at and tokens[at - 1].key in MIDDLE_NAMES}
    return {at for at in dates - behind_middle if tokens[at].is_number or at + 1 in dates}


def _decision(taken: _Taken) -> Decision:
    word = any_word(matching_key(taken.plain))
    if word is not None:
        return certain(_as_intent(word))
    keys = [word.key for word in taken.words]
    if _cancels_by_name(taken) or keys in (["huy", "<when>"], ["huy", "<weekend>"]):
        return certain("cancel")
    ideas = [one.idea for one in hear(taken.words)]
    two_listed = keys[:2] == ["huy", "<name>"] and taken.words[1].parted  # "Huy, Hồ Thị B": two who come
    undoes = not UNDOING.isdisjoint(ideas) and not two_listed
    if not undoes and (_can_only_book(taken.facts) or _only_puts_down(taken)):
        return certain("book")
    if taken.facts.people and not undoes and not any(_has_meaning(word.key) for word in taken.words):
        return ONLY_NAMES
    if not taken.facts.taken and _is_a_scrap([word.key for word in taken.words], ideas):
        return NOTHING
    if _WHERE_SHE_IS.issuperset(keys):
        only = _of_its_place(taken.facts.spotted)
        if only is not None:
            return only
    either = any(word.key in _OR for word in taken.words)
    telling = sum(_has_meaning(word.key) for word in taken.words)
    about = telling <= ABOUT and not ABOUT_WHICH.isdisjoint(ideas)
    decision = decide(model().likelihoods(_traits(taken.words, ideas)), either=either, about=about)
    if (
        keys
        and all(key in _OF_A_WRONG_NAME or _says_nothing(key) for key in keys)
        and "ten" in keys
        and telling
        and not _WRONG.isdisjoint(keys)
    ):
        return ONLY_A_NAME_WRONG
    said_more = any(_has_meaning(key) and key not in _OF_A_CENTRE for key in keys)
    dated = taken.facts.when.day is not None and not decision.likeliest
    if decision.sure or (said_more and not dated):
        return decision
    return _of_its_place(taken.facts.spotted) or decision


_OF_A_WRONG_NAME = frozenset({"sua", "doi", "sai", "viet", "ghi", "nham", "ten", "ho", "lai"})
_WRONG = frozenset({"sua", "doi", "sai", "nham", "lai"})
_OF_A_CENTRE = frozenset(
    {"trung", "tam", "tt", "ubnd", "uy", "tru", "center", "centre", "commune", "village"}
)


_WHERE_SHE_IS = frozenset({"<place>", "<when>", "<weekend>"}) | frozenset(
    " ".join(
        ("toi tui em e con chau minh nha o ban thon xa la nguoi day ni nay da a", "in from i am live")
    ).split()
)
"""Words of a text that says no more than where somebody lives, and a day perhaps."""


def _of_its_place(spotted: Spotted) -> Decision | None:
    """What a text is about that names a place and says nothing else, but a day perhaps; None where it names none."""
    if not spotted.candidates:
        return None
    centre = spotted.candidates[0].kind is PlaceKind.CENTRE
    return ONLY_A_CENTRE if centre else ONLY_A_VILLAGE


def _is_a_scrap(keys: Sequence[str], ideas: Sequence[str]) -> bool:
    """Whether there is too little to go by: a syllable of two letters, or one word that means nothing here."""
    if len(keys) == 1 and len(keys[0]) <= 2:
        return True
    return not ideas and sum(_has_meaning(key) for key in keys) <= 1


_OR = frozenset({"hoac", "hay"})

ABOUT, ABOUT_WHICH = 1, frozenset({"sim", "card", "account", "password"})
"""Telling words of a text that names no more than a thing that several topics are about: "muốn hỏi về sim"."""

UNDOING = frozenset({"cancel", "huy_alone", "change_day", "not_coming", "erase", "wrong"})
"""Ideas with which a text that names somebody, and a day, is no booking."""

_TO_CANCEL = re.compile(r"\b(?:huy bo|huy|cancel|(?:bo|gach|rut) ten)\b")
LONGEST_CANCELLING = 16
"""Words of a text that says no more than who is cancelled."""

_AROUND_CANCELLING = frozenset(
    " ".join(
        (
            "da xin toi tui em con chau minh muon can nho cho chi rieng moi mot giup gium ho lich hen dat ten ong ba anh chi co chu",
            "bac me vo chong thoi nhe a nha di voi va khong nua dum of for only please the booking toi trai gai <name> <when>",
        )
    ).split()
)


def _cancels_by_name(taken: _Taken) -> bool:
    """Whether nothing is said but that somebody who is named is to be cancelled: "chỉ hủy Hồ Thị B"."""
    if not taken.facts.people or len(taken.words) > LONGEST_CANCELLING:
        return False
    keys = [word.key for word in taken.words]
    listed = any(word.key == "<name>" and word.parted for word in taken.words)
    before, name, after = " ".join(keys).partition("<name>")
    if before == "huy " and listed:
        return False  # "Huy, Hồ Thị B": two who come
    said = _TO_CANCEL.search(before)
    around = f"{before[: said.start()]} {before[said.end() :]} {after}" if said and name else ""
    return bool(around) and all(key in _AROUND_CANCELLING for key in around.split())


def _can_only_book(facts: _Facts) -> bool:
    """Whether somebody is named with a birth year, and a village or a day: nobody writes that for anything else."""
    years = any(person.birth_year is not None for person in facts.people)
    return years and (facts.spotted.place is not None or facts.when.day is not None)


_TO_PUT_DOWN = frozenset({"dang", "ky", "dat", "giu", "ghi", "lich", "hen", "suat", "muc", "dinh", "danh"})


def _only_puts_down(taken: _Taken) -> bool:
    """Whether nothing is said but that people with their birth years are to be put down: "dk Ho Van A 1985, Mai 1990"."""
    years = any(person.birth_year is not None for person in taken.facts.people)
    keys = {word.key for word in taken.words if _has_meaning(word.key)}
    return years and bool(keys) and keys <= _TO_PUT_DOWN


def _as_intent(word: str) -> str:
    return {"back": "menu", "accents": "language"}.get(word, word)


def _traits(words: Sequence[Word], ideas: Sequence[str]) -> Views:
    return features([word.key for word in words], ideas, [_says_nothing(word.key) for word in words])


def _says_nothing(key: str) -> bool:
    return key in FILLERS or key in NEUTRAL


def _has_meaning(key: str) -> bool:
    return len(key) > 1 and key[0] != "<" and not key.isdecimal() and not _says_nothing(key)
