"""What answers a question, by the kind of answer it expects: a choice, yes or no, a place, people, words of her own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.answers.replies import (
    does_it,
    goes_on,
    number_chosen,
    yes_or_no,
)
from helpdesk.conversation.understanding.answers.this_one import pointed_at
from helpdesk.conversation.understanding.asked import NOWHERE, Question
from helpdesk.conversation.understanding.bookings.home_said import without_homes
from helpdesk.conversation.understanding.bookings.one_text import (
    MOST_CANDIDATES,
    NAMES_A_DAY,
    once,
)
from helpdesk.conversation.understanding.people.persons_chosen import fitting, named_words
from helpdesk.conversation.understanding.people.who_comes import (
    DOUBTFUL,
    has_accent_of_its_own,
    is_listed,
    names_nobody,
    only_kin_with_years,
    says_how_many,
)
from helpdesk.conversation.understanding.people.years_said import names_a_year_only
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.topics.vocabulary import accented_words, vocabulary
from helpdesk.conversation.understanding.words import (
    NAMES_TOO,
    any_word,
    at_a_loss,
    bare,
    centre_said,
)
from helpdesk.places.communes import Place
from helpdesk.places.matching import Match, match_place
from helpdesk.places.spotting import index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.people.name_words import SURNAMES
from helpdesk.text.people.names_in_sentences import NamedPerson
from helpdesk.text.people.people_names import SpokenPerson, parse_people
from helpdesk.text.people.sentences_not_names import NOBODY_NAMED, is_sentence
from helpdesk.text.tokens import tokens_of


def _topic(text: str) -> str | None:
    """The topic that a text is surely about; None also where it names people and asks for nothing else."""
    reading = read(text, today=NOWHERE.today, places=())
    return reading.intent if reading.sure and not reading.people else None


def _cancels(text: str) -> bool:
    """Whether somebody is named who does not come: "huy ho van a"."""
    reading = read(text, today=NOWHERE.today, places=())
    return reading.sure and reading.intent == "cancel"


def _choice(text: str, key: str, question: Question) -> Heard | None:
    number = number_chosen(text, key)
    if number is not None and 1 <= number <= len(question.ask.choices):
        return Heard("choice", number - 1)
    begun = [
        at for at, label in enumerate(question.labels) if matching_key(label).startswith(f"{bare(key)} ")
    ]
    if len(begun) == 1 and question.ask.expect == "choice" and any_word(key) is None:
        return Heard("choice", begun[0])
    # Where there is only one way on, whoever says "go on" takes it; what else she writes may be her question.
    only_way = len(question.ask.choices) == 1
    if only_way and (yes_or_no(text) or (goes_on(key) and question.ask.expect == "choice")):
        return Heard("choice", 0)
    return None


def _yes_no(text: str, key: str, question: Question) -> Heard | None:
    said = (
        True
        if any(does_it(key, label) for label in question.labels[:1])
        else yes_or_no(text, question.labels)
    )
    if said is not None:
        return Heard("choice", 0 if said else 1)
    # "1?" asks whether it is so.
    return None if text.rstrip().endswith("?") else _choice(text, key, question)


def _option(text: str, key: str, question: Question) -> Heard | None:
    options = question.answers.get(question.ask.options or "", ())
    number = number_chosen(text, key)
    if number is None:
        pointed = pointed_at(key, options)
        return Heard("chosen", pointed) if pointed is not None else None
    return Heard("chosen", number - 1) if 1 <= number <= len(options) else None


def _place(text: str, key: str, question: Question) -> Heard | None:
    chosen = _option(text, key, question)
    if chosen is not None or not key or any_word(key):
        return chosen
    places = question.places()
    if centre_said(key):
        return _centre(places, question)
    # "39" and "o 39": a village may have no name but its number.
    match = match_place(_AT.sub("", key) if _AT.sub("", key).isdigit() else text, places)
    if match.place is None and not match.candidates and _topic(text) in (None, "book"):
        spotted = spot_place(tokens_of(text), index_of(places), taken=set())
        match = Match(spotted.place, () if spotted.place else spotted.candidates)
    if match.place is not None:
        return Heard("named", match.place.id)
    return (
        Heard("several", [place.id for place in match.candidates[:MOST_CANDIDATES]])
        if match.candidates
        else None
    )


_AT = re.compile(r"^(?:o|tai|ve|den|ban|b) ")


def _centre(places: Sequence[Place], question: Question) -> Heard | None:
    """The centre of her commune: of those that are offered, else of all there are."""
    offered = {option.get("value") for option in question.answers.get(question.ask.options or "", ())}
    centres = [place.id for place in places if place.kind is PlaceKind.CENTRE]
    near = [place for place in centres if place in offered] or centres
    if len(near) == 1:
        return Heard("named", near[0])
    return Heard("several", near[:MOST_CANDIDATES]) if near else None


def _people(text: str, key: str, question: Question) -> Heard | None:
    if names_a_year_only(key) or says_how_many(key) or (" " in key and names_nobody(set(key.split()))):
        return None
    # "toi muon huy cho" and "ok" look like names; a wish or a word has no birth year and no list in it.
    if not is_listed(text) and _is_no_name(text, key) and not has_accent_of_its_own(text, key):
        return None
    where = question.places() if question.books else ()
    said = without_homes(text, where) if where else text
    people: Sequence[SpokenPerson | NamedPerson] = parse_people(
        said, this_year=question.this_year, common=_words_of_talk()
    )
    if not people:
        people = read(text, today=date(question.this_year, 1, 1), places=where).people
    named = [
        one
        for one in people
        if isinstance(one, SpokenPerson) or one.birth_year or not is_sentence(one.name.split())
    ]
    if only_kin_with_years(named):
        return None
    if NAMES_A_DAY.search(fold(said)) and not any(map(_shows_itself, named)):
        return None  # "thứ 4 đi" is no Đi
    if not named:
        return None
    sure = all(isinstance(one, NamedPerson) or one.sure for one in named)
    outcome = "named" if sure or DOUBTFUL not in question.ask.exits else DOUBTFUL
    return Heard(outcome, once([one.name, one.birth_year] for one in named))


@cache
def _words_of_talk() -> frozenset[str]:
    """Words that questions and wishes are made of, with accents and without."""
    return vocabulary().keys | accented_words()


def _shows_itself(one: SpokenPerson | NamedPerson) -> bool:
    """Whether a birth year or a surname shows that it is somebody."""
    first, *others = one.name.split()
    return one.birth_year is not None or (bool(others) and matching_key(first) in SURNAMES)


def _is_no_name(text: str, key: str) -> bool:
    if key in NOBODY_NAMED:
        return True
    several = " " in key and (_topic(text) or _cancels(text) or names_nobody(set(key.split())))
    said = several or at_a_loss(key) or yes_or_no(text) is not None
    return bool(said) or (any_word(key) is not None and key not in NAMES_TOO)


YEAR_DIGITS = 4
"""Of a birth year, by which one of two with the same name is told from the other."""


def _person(text: str, key: str, question: Question) -> Heard | None:
    said = named_words(key)
    options = question.answers.get(question.ask.options or "", ())
    found = fitting(said, [matching_key(str(option.get("name", ""))) for option in options])
    # Names before numerals: Hai, Ba and Nam are neighbours; where two of them are on the list, we ask.
    a_year = len(said) == 1 and len(min(said)) == YEAR_DIGITS
    if found and (a_year or not all(word.isdigit() for word in said)):
        return Heard("chosen", found[0]) if len(found) == 1 else None
    return _option(text, key, question)


def _free_text(text: str, key: str, question: Question) -> Heard | None:
    chosen = _choice(text, key, question)
    if chosen is not None or len(key) <= 3 or any_word(key):
        return chosen
    return Heard("said", text.strip())


@dataclass(frozen=True, slots=True)
class Expectation:
    """A kind of answer: how it is read, and the outcomes a question of this kind must have exits for."""

    read: Callable[[str, str, Question], Heard | None]
    outcomes: frozenset[str] = field(default_factory=frozenset)


EXPECTATIONS: dict[str, Expectation] = {
    "choice": Expectation(_choice),
    "yes_no": Expectation(_yes_no),
    "option": Expectation(_option, frozenset({"chosen"})),
    "place": Expectation(_place, frozenset({"chosen", "named", "several"})),
    "people": Expectation(_people, frozenset({"named"})),
    "person": Expectation(_person, frozenset({"chosen"})),
    "question": Expectation(_free_text, frozenset({"said"})),
}
"""Every word that may stand behind `expect:` in a flow."""
