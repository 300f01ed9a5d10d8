"""A phone's number in a booking that stands beside no name: of the one person who is named it is hers; else she is asked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PHONES, PLACE, UNOWNED
from helpdesk.conversation.understanding.bookings.several_bookings import SAID_TOO
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import typographic
from helpdesk.text.phone_numbers import canonical, numbers_in

_TO_BE_RUNG = re.compile(r"\b(?:goi|lien he|lien lac|alo|call|ring)\b")
"""Whoever is to be rung there may be somebody else than who comes."""

_ONLY_A_NUMBER = re.compile(
    r"(?:(?:so|sdt|dt|dien thoai|la|cua|day|may|toi|tui|chau|con|no|nguoi do|phone|number|is|my|it) )*[0-9 ]+(?: [a-z]+)?"
)


def with_lone_number(spoken: Spoken, understood: Understood, state: State | None) -> Understood:
    """What was understood of a booking, with the number as PHONES of the one who is named, or as UNOWNED."""
    numbers = list(_lone_numbers(spoken, understood))
    if not numbers:
        return understood
    in_booking = state.answers if state is not None and state.flow == BOOKS else None
    if in_booking is not None:
        understood = _to_the_booking(spoken, understood)
    if understood.intent != BOOKS or SAID_TOO in understood.facts:
        return understood
    people = understood.facts.get(PEOPLE) or (in_booking or {}).get(PEOPLE) or []
    return replace(understood, facts={**understood.facts, **_whose(spoken, numbers, people)})


def _to_the_booking(spoken: Spoken, understood: Understood) -> Understood:
    """Names that answer its question, and a number alone that answers nothing, as something said of the booking."""
    answer = understood.answer
    if answer is not None and answer.outcome == "named":
        # A place is named by its id: "Y Leng 0912345678" where it is asked for.
        asked_for = PLACE if isinstance(answer.value, int) else PEOPLE
        return Understood(intent=BOOKS, facts={**answer.facts, asked_for: answer.value})
    alone = answer is None and understood.intent is None and _ONLY_A_NUMBER.fullmatch(spoken.key)
    return Understood(intent=BOOKS) if alone else understood


def _whose(spoken: Spoken, numbers: list[str], people: list[list[Any]]) -> dict[str, Any]:
    if len(people) == 1 and len(numbers) == 1 and not _TO_BE_RUNG.search(spoken.key):
        return {PHONES: [[people[0][0], numbers[0]]]}
    return {UNOWNED: numbers[0]}


def _lone_numbers(spoken: Spoken, understood: Understood) -> Iterator[str]:
    """The numbers of the text that stand beside nobody's name, but for her own and ours."""
    answered = understood.answer.facts if understood.answer is not None else {}
    given = [*understood.facts.get(PHONES, ()), *answered.get(PHONES, ())]
    ours = (spoken.scene.contact.address, canonical(spoken.scene.gateway.address))
    taken = {*ours, *(number for _name, number in given)}
    return (number for number, _start, _end in numbers_in(typographic(spoken.text)) if number not in taken)
