"""Every way through a flow that goes on from question to question, one after the other, in the order of its file."""

from collections.abc import Iterator

from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.script.costing.cost import NOTHING, Cost
from helpdesk.conversation.script.costing.extremes import Price, Way, step_of
from helpdesk.conversation.script.costing.turns import BEGINNING, Turn, Turns, turns_of


def all_ways(structure: Structure, flow: str, price: Price, *, begun_by_us: bool) -> Iterator[Way]:
    """Each way, one at a time: there may be more than can ever be walked, so take as many as are wanted."""
    turns = turns_of(structure, flow)
    begun = NOTHING if begun_by_us else Cost(1, 0, 0, 0)
    yield from _from(_going_on(turns), price, BEGINNING, Way(begun, (), ""))


def _from(going_on: dict[str, tuple[Turn, ...]], price: Price, question: str, behind: Way) -> Iterator[Way]:
    for turn in going_on[question]:
        own = step_of(turn, question, price)
        way = Way(behind.cost + own.cost, behind.answers + own.answers, turn.end)
        if turn.question is None:
            yield way
        else:
            yield from _from(going_on, price, turn.question, way)


def _going_on(turns: Turns) -> dict[str, tuple[Turn, ...]]:
    """Of each question the turns that lead further on, and from there to an end."""
    order = {question: place for place, question in enumerate(turns)}
    kept: dict[str, tuple[Turn, ...]] = {}
    for question in reversed(list(turns)):
        kept[question] = tuple(
            turn
            for turn in turns[question]
            if turn.question is None or (order[turn.question] > order[question] and kept[turn.question])
        )
    return kept
