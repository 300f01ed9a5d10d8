"""The one way from a text to what it means, for every channel; what was just asked is part of the input."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpdesk.booking.codes import is_code
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.replies import GO_ON, does_it, number_reply, says_dont, yes_or_no
from helpdesk.conversation.understanding.words import NAMES_TOO, any_word, at_a_loss, strong_word, topic
from helpdesk.places.communes import Place
from helpdesk.places.matching import match_place
from helpdesk.text.folding import matching_key
from helpdesk.text.people_names import parse_people


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the open question, the answers so far, and where places and the year can be had."""

    ask: Ask
    # The wording of its choices: whoever writes out a choice has chosen it.
    labels: Sequence[str]
    answers: Mapping[str, Any]
    places: Callable[[], Sequence[Place]]
    this_year: int


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text means: an answer to the question, or an intent, or neither."""

    answer: Heard | None = None
    intent: str | None = None
    # What the intent was said about, e.g. the code of a booking.
    facts: Mapping[str, Any] = field(default_factory=dict)


def understand(text: str, question: Question | None) -> Understood:
    """What `text` means.

    1. A choice written out is that choice. 2. A strong word is a command whatever was asked. 3. What fits the
    question answers it. 4. A word or one clear topic is an intent. 5. Otherwise nothing: the caller asks, it
    does not guess.
    """
    key = matching_key(text)
    if question is not None and question.ask.expect == "yes_no" and says_dont(text):
        return Understood(answer=Heard("choice", 1))
    if question is not None and key:
        labels = [matching_key(label) for label in question.labels]
        # The word that opened a yes-or-no question does not answer it: a phone that sends a text twice must not
        # cancel or erase with the second.
        opened_it = question.ask.expect == "yes_no" and strong_word(key) is not None
        if labels.count(key) == 1 and not opened_it:
            return Understood(answer=Heard("choice", labels.index(key)))
    intent = strong_word(key)
    if intent:
        return Understood(intent=intent)
    if question is not None:
        answer = EXPECTATIONS[question.ask.expect].read(text, key, question)
        if answer is not None:
            return Understood(answer=answer)
    if is_code(key):
        return Understood(intent="my_booking", facts={"code_said": key})
    intent = any_word(key) or topic(key)
    return Understood(intent=intent) if intent else Understood()


def _choice(_text: str, key: str, question: Question) -> Heard | None:
    number = number_reply(key)
    if number is not None and 1 <= number <= len(question.ask.choices):
        return Heard("choice", number - 1)
    # Where there is only one way on, whoever says "go on" takes it; what else she writes may be her question.
    only_way = len(question.ask.choices) == 1
    if only_way and (yes_or_no(key) or (key in GO_ON and question.ask.expect == "choice")):
        return Heard("choice", 0)
    return None


def _yes_no(text: str, key: str, question: Question) -> Heard | None:
    said = True if any(does_it(key, label) for label in question.labels[:1]) else yes_or_no(key)
    return _choice(text, key, question) if said is None else Heard("choice", 0 if said else 1)


def _option(_text: str, key: str, question: Question) -> Heard | None:
    options = question.answers.get(question.ask.options or "", ())
    number = number_reply(key)
    return Heard("chosen", number - 1) if number is not None and 1 <= number <= len(options) else None


def _place(text: str, key: str, question: Question) -> Heard | None:
    chosen = _option(text, key, question)
    if chosen is not None or not key or key.isdigit() or any_word(key):
        return chosen
    match = match_place(text, question.places())
    if match.place is not None:
        return Heard("named", match.place.id)
    return Heard("several", [place.id for place in match.candidates]) if match.candidates else None


def _people(text: str, key: str, question: Question) -> Heard | None:
    # "toi muon huy cho" and "ok" look like names; a wish or a word has no birth year and no list in it.
    listed = any(letter.isdigit() or letter in ",;\n" for letter in text)
    if not listed and _is_no_name(key) and not _has_accent_of_its_own(text, key):
        return None
    people = parse_people(text, this_year=question.this_year)
    return Heard("named", [[person.name, person.birth_year] for person in people]) if people else None


def _has_accent_of_its_own(text: str, key: str) -> bool:
    """Whether one word is written with another accent than the command it folds to: Đạt is a name, "đặt" is not."""
    said = unicodedata.normalize("NFC", text).strip().casefold()
    return key == "dat" and said not in ("dat", "đat", "đặt", "dặt")


def _is_no_name(key: str) -> bool:
    said = topic(key) or at_a_loss(key) or yes_or_no(key) is not None
    return bool(said) or (any_word(key) is not None and key not in NAMES_TOO)


def _person(text: str, key: str, question: Question) -> Heard | None:
    said = set(key.split()) - {"nguoi"}
    # Whole words only: "no" is not Nom, and somebody would lose her place.
    options = question.answers.get(question.ask.options or "", ())
    names = [set(matching_key(str(option.get("name", ""))).split()) for option in options]
    fitting = [place for place, name in enumerate(names) if said <= name]
    # Names before numerals: Hai, Ba and Nam are neighbours; where two of them are on the list, we ask.
    if fitting and not all(word.isdigit() for word in said):
        return Heard("chosen", fitting[0]) if len(fitting) == 1 else None
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
