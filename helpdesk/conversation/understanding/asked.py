"""What was asked, where and when a text is read, and what it was understood as."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard
from helpdesk.places.communes import Place


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the open question, the answers so far, and where places and the year can be had."""

    ask: Ask
    # The wording of its choices: whoever writes out a choice has chosen it.
    labels: Sequence[str]
    answers: Mapping[str, Any]
    places: Callable[[], Sequence[Place]]
    this_year: int
    # Whether it is asked for a booking, so that whatever is said of who, where and when belongs to that.
    books: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """Where and when a text is read: the day in the commune, and the places that there are."""

    today: date
    places: Callable[[], Sequence[Place]]


NOWHERE = Here(date(2000, 1, 1), tuple)
"""For whoever asks only which topic a text is about."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text means: an answer to the question, or an intent, or neither.

    `doubt`: the topics that it may be about, the likeliest first, where it is not clear which.
    """

    answer: Heard | None = None
    intent: str | None = None
    # What the intent was said about, e.g. the code of a booking.
    facts: Mapping[str, Any] = field(default_factory=dict)
    doubt: tuple[str, ...] = ()
