"""What those who are named are to whoever writes, added to what her text was understood as: it is never asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from helpdesk.conversation.understanding.asked import Understood
from helpdesk.conversation.understanding.one_text import PEOPLE, RELATIONS
from helpdesk.conversation.understanding.reading import typed_out
from helpdesk.conversation.understanding.several_bookings import SAID_TOO
from helpdesk.text.relations_beside_names import relations_beside


def with_relations(text: str, understood: Understood) -> Understood:
    """The same, with RELATIONS beside the people of a booking, of those asked for in the same text, or of an answer."""
    answer, facts = understood.answer, understood.facts
    if answer is not None and answer.outcome == "named" and isinstance(answer.value, list):
        return replace(
            understood, answer=replace(answer, facts={**answer.facts, **_said(text, answer.value)})
        )
    if not facts.get(PEOPLE):
        return understood
    others = [{**other, **_said(text, other.get(PEOPLE, ()))} for other in facts.get(SAID_TOO, ())]
    too = {SAID_TOO: others} if others else {}
    return replace(understood, facts={**facts, **too, **_said(text, facts[PEOPLE])})


def _said(text: str, people: Sequence[Sequence[Any]]) -> Mapping[str, Any]:
    found = relations_beside(typed_out(text), [name for name, *_ in people])
    return {RELATIONS: [[name, relation] for name, relation in found]} if found else {}
