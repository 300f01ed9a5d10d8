"""What those who are booked are to whoever books, where she said it beside their names."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.persons.needs import Relation, relation_of
from helpdesk.conversation.understanding.bookings.one_text import RELATIONS
from helpdesk.text.folding import matching_key

Answers = Mapping[str, Any]


def relations_by_place(people: Sequence[Sequence[Any]], answers: Answers) -> dict[int, Relation]:
    """The relations by place among those named; who is not among them any more is left out."""
    left = list(enumerate(people))
    found = {}
    for name, word in answers.get(RELATIONS) or ():
        hers = next((one for one in left if matching_key(one[1][0]) == matching_key(name)), None)
        relation = relation_of(word)
        if hers is not None and relation is not None:
            left.remove(hers)
            found[hers[0]] = relation
    return found
