"""What a line of the tables of small questions is, and what may have to be so for it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Said
from helpdesk.conversation.leading.turned_aside import stays_open
from helpdesk.conversation.understanding.bookings.one_text import DAY

BOOK = "book"
ANYWHERE = frozenset[str]()
"""Of a question that says all by itself, whatever was answered before."""

Condition = Callable[[Said], bool]


class Asked(NamedTuple):
    """Words that ask something, and the flow that tells it.

    `behind`: flows of which our last answer told one, or among which she was asked to choose. `where`: what else must be
    so, each a condition with a name.
    """

    told: str
    words: re.Pattern[str]
    behind: frozenset[str] = ANYWHERE
    where: tuple[Condition, ...] = ()

    def fits(self, said: Said) -> bool:
        """Whether a text asks this where it was said."""
        if self.behind and self.behind.isdisjoint(said.spoken_of):
            return False
        return self.words.search(said.key) is not None and all(is_so(said) for is_so in self.where)


_GENERAL = frozenset(
    {
        None,
        "fee",
        "where",
        "why",
        "hours",
        "child",
        "elderly_home",
        "eligibility",
        "callback",
        "no_card",
        "bring",
        "human",
    }
)
"""Topics for which such words may be taken; a clear other one is her own."""


def no_other_topic(said: Said) -> bool:
    """Whether her words speak for no topic that is clearly another one, and for no day."""
    return said.understood.intent in _GENERAL and DAY not in said.understood.facts


def no_other_wish(said: Said) -> bool:
    """The same, where "giữ giúp tôi" keeps no place: nothing of a booking is said with it."""
    books = said.understood.intent == BOOK and not said.understood.facts
    return books or no_other_topic(said)


def nothing_waits(said: Said) -> bool:
    """Whether nothing is open but an offer of topics."""
    state = said.state
    return not stays_open(state) or (state is not None and state.flow in ASK_WHICH_FROM and not state.below)


def nothing_asked(said: Said) -> bool:
    """Whether nothing at all is open behind an answer of ours."""
    return said.state is None and bool(said.told)


def no_day(said: Said) -> bool:
    """Whether no day is said."""
    return DAY not in said.understood.facts


def no_place_yet(said: Said) -> bool:
    """Whether nothing is booked: who has a place is told hers."""
    return not said.hers


def not_of_somebody_there(said: Said) -> bool:
    """Whether no person is asked for: "ai đó" is said of somebody there."""
    ask = open_question(said.structure, said.state)
    return ask is None or ask.expect not in ("person", "people")


def no_topic(said: Said) -> bool:
    """Whether her words speak for no topic: whoever asks something angrily is answered that."""
    return said.understood.intent is None
