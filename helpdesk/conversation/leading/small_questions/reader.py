"""The reader of all small questions: the first line that fits answers, and then the open question is asked again."""

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.small_questions import (
    for_officials,
    of_cards,
    of_money,
    of_other_offices,
    of_others,
    of_phones,
    of_sims,
    of_the_account,
    of_the_app,
    of_the_day,
    of_the_way,
    of_us,
    of_what_was_told,
)
from helpdesk.conversation.leading.small_questions.asked import Asked
from helpdesk.conversation.leading.turned_aside import answers_it, tells
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.words import any_word

LONGEST = 16
"""Words of such a question; a longer text tells of something, or books."""

ASKED: tuple[Asked, ...] = (
    *of_others.ASKED,
    *for_officials.ASKED,
    *of_the_app.ASKED,
    *of_phones.ASKED,
    *of_other_offices.ASKED,
    *of_the_account.ASKED,
    *of_cards.ASKED,
    *of_sims.ASKED,
    *of_the_day.ASKED,
    *of_the_way.ASKED,
    *of_money.ASKED,
    *of_us.ASKED,
    *of_what_was_told.ASKED,
)
"""All in the order in which they are looked at; last what asks further, whatever was told."""


def small_question(said: Said) -> Onward | None:
    """The answer, where nothing else is said in the text."""
    if said.understood.answer is not None or said.wants_silence:
        return None
    if PEOPLE in said.understood.facts or len(said.key.split()) > LONGEST:
        return None
    word = any_word(said.key)
    if word is not None and not _is_told(said, word):
        return None
    # A word that is a topic by itself, "mang gì", is more exactly answered only in the light of the last answer.
    flow = next(
        (
            asked.told
            for asked in ASKED
            if asked.fits(said) and (asked.behind or (word is None and answers_it(said, asked.told)))
        ),
        None,
    )
    return None if flow is None else tells(said, flow)


def _is_told(said: Said, word: str) -> bool:
    """Whether a word that works anywhere only has something told, and changes nothing."""
    flow = said.script.structure.flows.get(said.script.flow_for(word) or "")
    return flow is not None and flow.aside
