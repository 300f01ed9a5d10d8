"""What a text means to whoever it is said to: her open question, what lies suspended under it, the booking she makes."""

from dataclasses import replace
from functools import cache

from helpdesk.clock import local_date
from helpdesk.conversation.calls.cannot_read import told_otherwise
from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Structure
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.day_of_a_list import day_chosen
from helpdesk.conversation.understanding.corrections import correction
from helpdesk.conversation.understanding.deciding import DEEDS
from helpdesk.conversation.understanding.mid_booking import is_busy
from helpdesk.conversation.understanding.one_text import DAY, FORGET, OPENING, PART, PEOPLE, PLACE
from helpdesk.conversation.understanding.own_words import choice_in_own_words
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.refusals import MORE, NO, NONE, refusal
from helpdesk.conversation.understanding.replies import number_reply, yes_or_no
from helpdesk.conversation.understanding.several_bookings import several_bookings
from helpdesk.conversation.understanding.understand import Here, Question, Understood, understand
from helpdesk.conversation.understanding.words import any_word, strong_word
from helpdesk.places.communes import all_places
from helpdesk.text.folding import matching_key
from helpdesk.text.whole_names import only_names

BOOKS = "book"
"""The flow that books places."""

VISITS = "visit_when"
"""The flow, and the topic, of when a team comes to a village."""

REFUSABLE = frozenset({"choice", "option", "place", "people", "person"})
"""Kinds of questions that have no "no" among their answers."""


BEHIND_ONE = 2
"""The number behind the only line of a list."""

TOPIC_AND_ELSE = 2
"""Lines of the question which topic was meant, where there was one only: that, and something else."""


def meant_by(
    scene: Scene, text: str, structure: Structure, state: State | None
) -> tuple[Understood, State | None]:
    """What the text means, and the state it speaks to.

    A reminder may lie on top of a question that she is still answering: what cannot belong to the reminder is
    held against what it suspended. A choice is never moved like that: "1" and "vang" are said to what was asked last.
    """
    here = Here(local_date(scene.now), cache(lambda: all_places(scene.db)))
    question = _question(scene, structure, state, here)
    understood = (
        told_otherwise(text)
        or _in_own_words(text, question)
        or _refused(text, question)
        or _agreed(text, question, state)
        or _busy(text, question, state)
        or understand(text, question, here)
    )
    if understood.intent == BOOKS and len(understood.facts.get(PEOPLE, ())) > 1:
        parts = several_bookings(text, today=here.today, places=here.places())
        understood = replace(understood, facts=parts) if parts is not None else understood
    if understood.answer is not None or state is None:
        return understood, state
    on_a_day = day_chosen(text, question, here) if state.flow != BOOKS else None
    if on_a_day is not None:
        return Understood(answer=on_a_day), state
    elsewhere = _other_village(text, understood, state, here)
    if elsewhere is not None:
        return elsewhere, state
    changed = _corrected(text, state, here)
    if changed is not None:
        return changed, state
    if state.below and not is_short_reply(text):
        suspended = replace(state.below[0], below=state.below[1:])
        under = understand(text, _question(scene, structure, suspended, here), here)
        if state.flow == STUCK_FLOW and under.intent == BOOKS and under.facts:
            return under, state
        deeper = under.answer
        # Names say "book", too; to who was asked for them they are the answer.
        outcomes = ("named",) if understood.intent else ("chosen", "named", "several", "said")
        if deeper is not None and deeper.outcome in outcomes and any_word(matching_key(text)) is None:
            return Understood(answer=deeper), suspended
    return understood, state


def _question(scene: Scene, structure: Structure, state: State | None, here: Here) -> Question | None:
    ask = open_question(structure, state)
    if ask is None or state is None:
        return None
    texts = scene.house.script.texts(state.flow, state.step, scene.contact.language)
    return Question(
        ask=ask,
        labels=[label.sms for label in texts.labels],
        answers=state.answers,
        # Level 2 is not tied to residence: she may name a place of any commune.
        places=here.places,
        this_year=here.today.year,
        books=state.flow == BOOKS,
    )


def _in_own_words(text: str, question: Question | None) -> Understood | None:
    """Her "chưa có" to a question of the steps that has a choice for it: no refusal, and no topic of its own."""
    key = matching_key(text)
    if question is None or strong_word(key) is not None:
        return None
    chosen = choice_in_own_words(key, question.ask)
    return None if chosen is None else Understood(answer=Heard("choice", chosen))


def _refused(text: str, question: Question | None) -> Understood | None:
    """Her "thôi" or "không phải cái nào" to a question that offers no such answer; None where a choice is written out."""
    if question is None or not _may_refuse(question.ask):
        return None
    key = matching_key(text)
    number = number_reply(key)
    if number == BEHIND_ONE and _is_list_of_one(question):
        return Understood(answer=Heard(NONE))
    if number is not None or key in [matching_key(label) for label in question.labels]:
        return None
    said = refusal(text, more=MORE in question.ask.exits)
    if said is None or (question.ask.expect == "person" and NO not in question.ask.exits):
        return None
    # Whoever names nobody books nobody.
    return Understood(answer=Heard(NO if question.ask.expect in ("people", "person") else said))


def _may_refuse(ask: Ask) -> bool:
    """Whether no answer of a question is a "no"; one that has an exit for it besides a yes and another way does not."""
    return ask.expect in REFUSABLE or (ask.expect == "yes_no" and NO in ask.exits)


def _is_list_of_one(question: Question) -> bool:
    """Whether there is one line to choose, so that "2" is whatever else there may be."""
    lines = question.answers.get(question.ask.options or "", ())
    return len(lines) == 1 and NONE in question.ask.exits


def _busy(text: str, question: Question | None, state: State | None) -> Understood | None:
    """Her "tôi bận" to a day of the booking she makes: none of those that are offered, or another one."""
    if question is None or state is None or not question.books or not is_busy(matching_key(text)):
        return None
    if NONE in question.ask.exits and question.ask.expect == "option":
        return Understood(answer=Heard(NONE))
    if state.answers.get(OPENING):
        return Understood(intent=BOOKS, facts={FORGET: [OPENING, DAY, PART]})
    return Understood()


def _other_village(text: str, understood: Understood, state: State, here: Here) -> Understood | None:
    """Another village that she names where she has read when the team comes to one: "còn bản Cha Lo"."""
    if state.flow != VISITS or understood.intent not in (None, VISITS, "where", "hours"):
        return None
    reading = read(text, today=here.today, places=here.places())
    if reading.place is None or reading.people or reading.date is not None:
        return None
    return Understood(intent=VISITS, facts={PLACE: reading.place.id})


def _agreed(text: str, question: Question | None, state: State | None) -> Understood | None:
    """Her "vâng" to the question which topic was meant: the one that was named; courtesy where there are several, or
    where none was in doubt. What is done at once, without a question of its own, she must choose by its number."""
    if question is None or state is None or state.flow != WHICH_TOPIC:
        return None
    if number_reply(matching_key(text)) is not None or yes_or_no(text) is not True:
        return None
    topics = [option["value"] for option in state.answers.get("choices", ())]
    in_doubt = state.answers.get("answers_late") is None
    if in_doubt and len(topics) == TOPIC_AND_ELSE and topics[0] not in DEEDS:
        return Understood(answer=Heard("chosen", 0))
    return Understood(answer=Heard(NO))


def _corrected(text: str, state: State, here: Here) -> Understood | None:
    """What changes the booking she is making, also where it waits under the offer of a person."""
    frames = (state, *state.below)[: 2 if state.flow == STUCK_FLOW else 1]
    making = next((frame for frame in frames if frame.flow == BOOKS), None)
    if making is None or strong_word(matching_key(text)) is not None or is_short_reply(text):
        return None
    if only_names(text):
        return None  # Y Mai comes, and not tomorrow
    reading = read(text, today=here.today, places=here.places())
    facts = correction(text, reading, making.answers, today=here.today)
    return None if facts is None else Understood(intent=BOOKS, facts=facts)


def is_short_reply(text: str) -> bool:
    """Whether a text is a number, a yes or a no."""
    key = matching_key(text)
    return number_reply(key) is not None or yes_or_no(text) is not None


def is_bare_answer(text: str) -> bool:
    """Whether a text can only be an answer: no topic is looked for in "1" and "vang"."""
    key = matching_key(text)
    return any_word(key) is None and strong_word(key) is None and is_short_reply(text)
