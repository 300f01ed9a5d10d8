"""The flows that are shipped: without a fault, in two languages, and with longest values that are the longest."""

from datetime import date, time, timedelta
from itertools import product

import pytest

from helpdesk.booking.changes import MAX_PARTY
from helpdesk.conversation.actions.her_place.changing import SHOWN_DUE
from helpdesk.conversation.actions.questions.bring import bring_fact
from helpdesk.conversation.rendering.values import PEOPLE_ROOM, PERSON_ROOM, phrase, speak
from helpdesk.conversation.script.checking.check import check_folder
from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.script.languages import lacking
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import FACT_PREFIX, placeholders
from helpdesk.conversation.script.wordings import wordings
from helpdesk.conversation.understanding.topics.learned.model import model
from helpdesk.conversation.understanding.words import STRONG, WEAK
from helpdesk.places.sample import without_database
from helpdesk.text.folding import fold

SCRIPT = load()
YEAR = [date(2027, 1, 1) + timedelta(days=day) for day in range(365)]
HALF_HOURS = [time(hour, minute) for hour in range(6, 19) for minute in (0, 30)]
LONG_NAME = "Nguyễn Thị Phương Thảo Vân Anh"


def test_they_have_no_fault() -> None:
    assert check_folder() == []


def test_vietnamese_and_english_are_offered() -> None:
    assert SCRIPT.languages == ("vi", "en")


def test_bru_and_chut_have_a_place_for_their_words_and_are_not_offered() -> None:
    assert {code: dict(SCRIPT.overlays[code]) for code in ("bru", "scb")} == {"bru": {}, "scb": {}}
    for code in ("bru", "scb"):
        assert len(lacking(code, SCRIPT.overlays, SCRIPT.flows, SCRIPT.phrases)) > 100


def test_every_intent_has_a_flow() -> None:
    assert {intent for intent in INTENTS if SCRIPT.flow_for(intent) is None} == set()


def test_every_fact_that_a_commune_may_give_is_told_in_every_language() -> None:
    facts = {name for name in SCRIPT.placeholders if name.startswith(FACT_PREFIX)}
    for language in SCRIPT.languages:
        said = [wording.words for wording in wordings(SCRIPT) if wording.language == language]
        assert {name for words in said for name in placeholders(words)} & facts == facts


def test_an_answer_to_a_question_disturbs_nothing_that_is_being_asked() -> None:
    """All that only tells is an aside; what begins something of its own is not."""
    own = {
        "book",
        "my_booking",
        "reschedule",
        "cancel",
        "human",
        "callback",
        "opt_out",
        "opt_in",
        "erase",
        "language",
    }
    own |= {"menu", "unknown", "steps", "visit_when"}
    served = {SCRIPT.flow_for(intent) or "" for intent in INTENTS}
    assert {name for name in served if not SCRIPT.structure.flows[name].aside} == own


def test_every_command_and_topic_that_is_understood_has_a_flow() -> None:
    understood = {*STRONG.values(), *WEAK.values(), *model().topics} - {"back"}
    assert {intent for intent in understood if SCRIPT.flow_for(intent) is None} == set()


def longest(name: str, language: str) -> int:
    values = SCRIPT.placeholders[name].longest
    return len(fold(values.get(language, values["vi"])))


def spoken(value: object, language: str) -> int:
    return len(fold(speak(value, language, SCRIPT.phrases)))


@pytest.mark.parametrize("language", SCRIPT.languages)
class TestNothingSpokenIsLongerThanItsLongestValue:
    def test_dates(self, language: str) -> None:
        most = max(spoken({"date": day.isoformat()}, language) for day in YEAR)
        assert most == longest("when", language) == longest("erase_by", language)

    def test_hours(self, language: str) -> None:
        most = max(
            spoken({"hours": [start.isoformat(), end.isoformat()]}, language)
            for start in HALF_HOURS
            for end in HALF_HOURS
            if end > start
        )
        assert most == longest("hours", language)

    def test_places(self, language: str) -> None:
        named = [
            {"place": [place.kind.value, place.commune if place.kind.value == "centre" else place.name]}
            for place in without_database()
        ]
        assert max(spoken(value, language) for value in named) <= longest("place", language)

    def test_what_can_be_done_that_day(self, language: str) -> None:
        for promise in ("finishes", "does_not_finish"):
            assert spoken({"phrase": promise}, language) <= longest("level2", language)
            assert spoken({"phrase": f"{promise}_sentence"}, language) <= longest("level2_sentence", language)

    def test_people(self, language: str) -> None:
        parties = [[[LONG_NAME, 1985]] * party for party in range(1, MAX_PARTY + 1)]
        most = max(spoken({"people": party}, language) for party in parties)
        assert most <= PEOPLE_ROOM == longest("people", language) == longest("named", language)

    def test_one_person_and_everyone(self, language: str) -> None:
        assert longest("who", language) == PERSON_ROOM
        assert spoken({"person": [LONG_NAME, 1985]}, language) <= PERSON_ROOM
        assert spoken({"phrase": "everyone", "count": MAX_PARTY}, language) <= PERSON_ROOM

    def test_a_summary_of_many_bookings(self, language: str) -> None:
        place = {"place": ["centre", "Thượng Trạch"]}
        days = [{"date": day.isoformat()} for day in YEAR]
        longest_day = max(days, key=lambda day: spoken(day, language))
        many = {"list": [[longest_day, place, "(12345)"]] * SHOWN_DUE, "more": 20 - SHOWN_DUE}
        assert spoken(many, language) == longest("summary", language)

    def test_what_to_bring(self, language: str) -> None:
        adults = product(("card", "papers"), ("phone", "sim_first"), ("", "with_parent"))
        children = product(("child_card", "child_papers"), ("with_parent",), ("parent_phone",))
        lists = [tuple(item for item in items if item) for items in (*adults, *children)]
        most = max(spoken(bring_fact(items)["bring"], language) for items in lists)
        assert most == longest("bring", language)

    def test_what_came_of_somebody(self, language: str) -> None:
        said = [name for name in SCRIPT.phrases if name.startswith("outcome_")]
        most = max(spoken({"phrase": name}, language) for name in said)
        assert most == longest("outcome", language)
        assert longest("missed", language) == longest("taken", language) == longest("when", language)


def test_every_phrase_is_in_every_language_that_is_offered() -> None:
    for name in SCRIPT.phrases:
        values = {
            "name": "a",
            "names": "a",
            "numbers": "1",
            "codes": "1",
            "list": "a",
            "count": 1,
            "when": "a",
        }
        said = {language: phrase(SCRIPT.phrases, name, language, **values) for language in SCRIPT.languages}
        assert len(set(said.values())) == len(SCRIPT.languages)
