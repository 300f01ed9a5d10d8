"""What was said of a booking before one was asked for: a cold "Hồ Văn A 1980", "Thượng Trạch", one text after the other."""

import re
from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE, PLACE, joined


def with_said_before(facts: Mapping[str, Any], state: State | None) -> Mapping[str, Any]:
    """What was said now, together with what was said of who, where and when to the question which topic was meant."""
    if state is None or state.flow != WHICH_TOPIC:
        return facts
    return joined(state.answers, facts)


_BOOKS = re.compile(
    r"(?:(?:cho|xin|toi|tui|em|con|chau|muon|nho|giup) )*(?:dk|dky|dang ky|dang ki|dat|ghi ten)\b"
)


def books_somebody(key: str, facts: Mapping[str, Any]) -> bool:
    """Whether a text that names somebody with her birth year begins with a word of booking, whatever else stands in it."""
    named = any(year is not None for _, year in facts.get(PEOPLE) or ())
    return named and _BOOKS.match(key) is not None


def can_only_book(facts: Mapping[str, Any], state: State | None) -> bool:
    """Whether two of who, where and when were said, in two texts: nobody does so for anything else."""
    asked = state is not None and state.flow == WHICH_TOPIC
    return asked and sum(bool(facts.get(name)) for name in (PEOPLE, PLACE, DAY)) > 1
