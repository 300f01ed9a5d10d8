"""The one way from a text to what it means, for every channel; what was just asked is part of the input."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.answers.expectations import EXPECTATIONS
from helpdesk.conversation.understanding.answers.replies import (
    number_chosen,
    says_dont,
)
from helpdesk.conversation.understanding.answers.this_one import TAKE_IT, takes_this_one
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH, way_said
from helpdesk.conversation.understanding.asked import NOWHERE, Here, Question, Understood
from helpdesk.conversation.understanding.bookings.codes_said import code_in, code_wish
from helpdesk.conversation.understanding.bookings.corrections import more_people, said_of_people
from helpdesk.conversation.understanding.bookings.home_said import beside_what_is_chosen
from helpdesk.conversation.understanding.bookings.one_text import (
    BORN,
    DAY,
    FORGET,
    NAMES_A_DAY,
    OPENING,
    PART,
    PEOPLE,
    PERSONS,
    PHONES,
    PLACE,
    SINCE,
    UNCLEAR,
    facts_of,
    says_more,
    says_some,
)
from helpdesk.conversation.understanding.bookings.village_put_right import not_there_but, rather_there
from helpdesk.conversation.understanding.people.called_huy import called_huy
from helpdesk.conversation.understanding.people.names_listed import (
    FEWEST,
    listed_with_years,
    names_listed,
    numbered_name,
    twice_in,
)
from helpdesk.conversation.understanding.people.plainly_named import plainly_named
from helpdesk.conversation.understanding.people.who_comes import DOUBTFUL
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.topics.several_questions import questions_in
from helpdesk.conversation.understanding.typed_out import typed_out
from helpdesk.conversation.understanding.words import (
    WEAK,
    any_word,
    strong_word,
)
from helpdesk.places.matching import match_place
from helpdesk.text.days.spoken_dates import day_refused
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.people.kin_words import is_kin
from helpdesk.text.people.people_names import parse_people
from helpdesk.text.people.phones_beside_names import phones_in_list
from helpdesk.text.tokens import tokens_of
from helpdesk.text.years.spelled_years import years_in_digits

__all__ = ["CODE_SAID", "DAY_SAID", "NOWHERE", "OF_A_BOOKING", "PART_SAID", "PEOPLE_SAID"]
__all__ += ["Here", "Question", "Understood", "understand"]

CODE_SAID, PEOPLE_SAID, DAY_SAID, PART_SAID = "code_said", "people_said", "day_said", "part_said"
"""Facts of a wish about a booking there is: its code, names with birth years, the ISO day to which it is to be moved, and
the part of day, "morning" or "afternoon"."""

OF_A_BOOKING = frozenset({"cancel", "reschedule", "my_booking"})


def understand(text: str, question: Question | None, here: Here = NOWHERE) -> Understood:
    """What `text` means, said `here`.

    1. A choice written out is that choice. 2. A strong word is a command whatever was asked. 3. What fits the
    question answers it. 4. A word or one clear topic is an intent. 5. Otherwise nothing, or a doubt: the
    caller asks, it does not guess.
    """
    text = years_in_digits(typed_out(text))
    key = matching_key(text)
    plainly = _plainly(text, key, question) if question is not None else None
    if plainly is not None:
        return Understood(answer=plainly)
    named = _named(text, key, question, here)
    if named is not None:
        return named
    way = way_said(text, key)
    if way is not None:
        return Understood(intent=REACH, facts=way)
    intent = strong_word(key)
    if intent:
        return Understood(intent=intent)
    of_code = code_wish(key)
    if of_code and " " in key:
        return Understood(intent=of_code[0], facts={CODE_SAID: of_code[1]})
    if question is not None:
        if _says_more(text, key, question, here):
            facts = _with_all_listed(text, key, question, _read(text, here))
            if question.ask.expect == "people":
                facts = beside_what_is_chosen(text, facts, question.answers, question.places())
            return Understood(intent="book", facts=facts)
        answer = EXPECTATIONS[question.ask.expect].read(text, key, question)
        if answer is not None:
            return _with_phones(text, answer, question)
    return _wish(text, key, question, here)


IN_THE_MIDDLE = Understood()
""" "Tôi muốn đặt chỗ" in the middle of a booking: she is asked once more, and nothing begins anew. The word DAT alone does."""


def _plainly(text: str, key: str, question: Question) -> Heard | None:
    """What answers the question whatever words that work at any moment are in it."""
    asks = question.ask.expect
    labels = [matching_key(label) for label in question.labels]
    # "Đừng hủy" is no "hủy", where that is the other choice.
    if asks == "yes_no" and says_dont(text) and not set(labels[1:2]) & set(key.split()):
        return Heard("choice", 1)
    if asks == "yes_no" and labels[:1] and labels[0] in TAKE_IT and takes_this_one(key):
        return Heard("choice", 0)
    # The word that opened a yes-or-no question does not answer it: a phone that sends a text twice must not
    # cancel or erase with the second.
    opened_it = asks == "yes_no" and strong_word(key) is not None
    if key and labels.count(key) == 1 and not opened_it:
        return Heard("choice", labels.index(key))
    called = called_huy(text, key, question.ask.exits) if asks == "people" else None
    return Heard(called, [["Huy", None]]) if called is not None else None


def _wish(text: str, key: str, question: Question | None, here: Here) -> Understood:
    of_code = code_wish(key)
    if of_code:
        return Understood(intent=of_code[0], facts={CODE_SAID: of_code[1]})
    word = any_word(key)
    if word == "book" and key not in WEAK and question is not None and question.books:
        return IN_THE_MIDDLE
    if word:
        return Understood(intent=word)
    reading = _read(text, here)
    if question is not None and question.books:
        if day_refused(text, today=here.today):
            reading = replace(reading, date=None)
        of_booking = _of_booking(text, key, question, reading)
        if of_booking is not None:
            return of_booking
    asked = () if reading.sure else questions_in(text, today=here.today, places=here.places())
    return Understood(doubt=asked, facts=facts_of(reading)) if asked else _topic_of(reading, key)


def _read(text: str, here: Here) -> Reading:
    return read(text, today=here.today, places=here.places())


def _with_phones(text: str, answer: Heard, question: Question) -> Understood:
    """An answer, with the phone numbers of their own that stand beside people who were asked for, and one name that
    stands twice."""
    people = question.ask.expect == "people"
    phones = [[*one] for one in phones_in_list(text, this_year=question.this_year)] if people else []
    beside: dict[str, Any] = ({PHONES: phones} if phones else {}) | (
        twice_in(text, question) if people else {}
    )
    if people and question.books and (spoken_of := _spoken_of(text, question)) > len(answer.value):
        beside |= {PERSONS: spoken_of}
    if beside and question.books and answer.outcome != DOUBTFUL:
        return Understood(intent="book", facts={PEOPLE: answer.value, **beside})
    return Understood(answer=replace(answer, facts={PHONES: phones}) if phones else answer)


def _spoken_of(text: str, question: Question) -> int:
    """How many an answer with names speaks of, where some have none: "Ho Van A 1985, me toi 1950", "... va 2 nguoi nua"."""
    if not any(is_kin(token.written) or token.key in ("nguoi", "dua") for token in tokens_of(text)):
        return 0
    return read(text, today=date(question.this_year, 1, 1), places=question.places()).party


def _named(text: str, key: str, question: Question | None, here: Here) -> Understood | None:
    """Names, and nothing beside them: who comes, or who of a list is meant. They answer no other question."""
    # "Chỉ Hồ Thị Cố thôi" names nobody called Thôi, and "quên năm sinh 1985" nobody called Quên Năm.
    named = question.answers if question is not None and question.books else {}
    if facts := said_of_people(text, named, this_year=here.today.year):
        return Understood(intent="book", facts=facts)
    if question is not None and question.books and (village := not_there_but(text, question.places)):
        return Understood(intent="book", facts={PLACE: village.id})
    people = plainly_named(text, this_year=here.today.year, places=here.places)
    if not people:
        return None
    if question is not None and question.ask.expect in ("people", "person", "place", "question"):
        heard = Heard("named", people) if question.ask.expect == "people" else None
        answer = heard or EXPECTATIONS[question.ask.expect].read(text, key, question)
        if answer is not None:
            return _with_phones(text, answer, question)
    if question is not None and question.books:
        return Understood(intent="book", facts={PEOPLE: people, **twice_in(text, question)})
    return Understood(doubt=("book",), facts={PEOPLE: people})


_PUT_RIGHT = re.compile(
    r"^(?:(?:a|oi|da|u|khong|ko|khong phai|thoi|nham|lon|no|not that|sorry) )+(?:(?:doi|sang|qua|ve|o|tai) )*"
)


def _with_all_listed(text: str, key: str, question: Question, reading: Reading) -> Mapping[str, Any]:
    """What is said of a booking, with everybody in a list of names and years: behind "Hồ Thị B 1990" stands "Tư 1970"."""
    facts, listed = facts_of(reading), listed_with_years(text, key, question)
    listed = listed or names_listed(text, this_year=question.this_year)
    return {**facts, PEOPLE: listed} if len(listed) > len(facts.get(PEOPLE, ())) else facts


def _of_booking(text: str, key: str, question: Question, reading: Reading) -> Understood | None:
    """What a text that does not answer the question says towards the booking that is open."""
    expect = question.ask.expect
    # Behind the echo "Mai 1990, Thu 1991" are two more, as they are where names are asked for.
    listed = [] if reading.sure else listed_with_years(text, key, question)
    if not listed and len(reading.people) < FEWEST and not (reading.sure and reading.intent != "book"):
        listed = names_listed(text, this_year=question.this_year)
    listed = listed or numbered_name(text, question)
    if listed:
        return Understood(intent="book", facts={PEOPLE: listed})
    elsewhere = _PUT_RIGHT.sub("", key)
    if elsewhere != key and (place := match_place(elsewhere, question.places()).place) is not None:
        return Understood(intent="book", facts={PLACE: place.id})
    facts = facts_of(reading)
    if more_people(key) is not None and not reading.people:
        return IN_THE_MIDDLE
    if expect == "people" and facts.keys() == {BORN} and not reading.sure:
        return Understood(intent="book", facts=facts)  # "mẹ tôi 75 tuổi": how she is called is still to come
    if facts.keys() == {PERSONS} and not reading.sure:
        # "5 người": their names are still to come.
        return Understood(intent="book", facts=facts)
    if (reading.unclear_day or reading.since) and (reading.asks_when or not reading.sure):
        return Understood(intent="book", facts={**facts, FORGET: [OPENING, DAY, PART]})
    if says_some(reading, expect, words=len(key.split())) or rather_there(text, reading, question.places()):
        return Understood(intent="book", facts=facts)
    return IN_THE_MIDDLE if reading.sure and reading.intent == "book" and not facts else None


def _topic_of(reading: Reading, key: str) -> Understood:
    facts = facts_of(reading)
    if not reading.sure:
        return Understood(doubt=reading.likeliest, facts=facts)
    return Understood(intent=reading.intent, facts=_about(reading.intent, facts, key))


def _about(intent: str, facts: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What of the facts a topic is begun with: a booking with all, where a team comes with the place, or with those
    that a name fits, what concerns a booking there is with the people, the code and the day that were named."""
    if intent in OF_A_BOOKING:
        said = {PEOPLE_SAID: facts.get(PEOPLE), CODE_SAID: code_in(key)}
        if intent == "reschedule":
            said |= {DAY_SAID: facts.get(DAY), PART_SAID: facts.get(PART)}
            said |= {name: facts.get(name) for name in (UNCLEAR, SINCE)}
        return {name: value for name, value in said.items() if value}
    return facts if intent in ("book", "visit_when") else {}


def _says_more(text: str, key: str, question: Question, here: Here) -> bool:
    asks = question.ask.expect
    if not question.books or number_chosen(text, key) is not None or any_word(key) or " " not in key:
        return False
    if asks not in ("place", "people", "yes_no"):
        return False
    reading = _read(text, here)
    return says_more(reading, asks) or (asks == "people" and _names_a_day_too(text, reading, question))


def _names_a_day_too(text: str, reading: Reading, question: Question) -> bool:
    """Whether a day stands beside names, so that it is no part of them: "ho thi mai thu hai"."""
    without_day = NAMES_A_DAY.sub(",", fold(text))
    others = len(parse_people(without_day, this_year=question.this_year))
    return reading.date is not None and without_day != fold(text) and 0 < others <= len(reading.people)
