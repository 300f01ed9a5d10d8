"""What those who are named are to whoever writes, added to what her text was understood as: it is never asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from helpdesk.conversation.understanding.asked import Understood
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, RELATIONS
from helpdesk.conversation.understanding.bookings.several_bookings import SAID_TOO
from helpdesk.conversation.understanding.typed_out import typed_out
from helpdesk.text.people.relations_beside_names import relations_beside

_NOT_MOTHER = re.compile(r"(?<=\band )me\b|(?<=\bfor )me\b|(?<=\bwith )me\b", re.IGNORECASE)
"""In English, where it is no mẹ."""

People = Sequence[Sequence[Any]]
"""Names with birth years."""


def with_relations(text: str, understood: Understood) -> Understood:
    """The same, with RELATIONS beside the people of a booking, of those asked for in the same text, or of an answer."""
    answer, facts = understood.answer, understood.facts
    if answer is not None and answer.outcome == "named" and isinstance(answer.value, list):
        told = _told(_said(text, answer.value), answer.value)
        return replace(understood, answer=replace(answer, facts={**answer.facts, **told}))
    if not facts.get(PEOPLE):
        return understood
    too = facts.get(SAID_TOO, ())
    # A name of one booking is no word beside a name of another.
    said = _said(text, [*facts[PEOPLE], *(one for other in too for one in other.get(PEOPLE, ()))])
    others = [{**other, **_told(said, other.get(PEOPLE, ()))} for other in too]
    own = {**facts, **_told(said, facts[PEOPLE])}
    return replace(understood, facts={**own, SAID_TOO: others} if others else own)


def _said(text: str, people: People) -> list[tuple[str, str]]:
    return relations_beside(_NOT_MOTHER.sub("myself", typed_out(text)), [name for name, *_ in people])


def _told(said: Sequence[tuple[str, str]], people: People) -> Mapping[str, Any]:
    names = {name for name, *_ in people}
    own = [[name, relation] for name, relation in said if name in names]
    return {RELATIONS: own} if own else {}
