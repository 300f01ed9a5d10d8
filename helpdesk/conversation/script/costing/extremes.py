"""The cheapest and the dearest way through a flow, and how many there are, by each question once: no way is walked.

A way goes on as long as each question stands further down in the file than the one before; so scripts are written. Who
goes back to an earlier one pays for those in between once more: that has no end, and is no way here. Only the cheapest
way is looked for everywhere.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.script.checking.spoken import Said
from helpdesk.conversation.script.costing.cost import NOTHING, Cost
from helpdesk.conversation.script.costing.turns import BEGINNING, Turn, Turns, turns_of

Price = Callable[[Sequence[Said]], Cost]
"""What it costs to say that in one turn."""


@dataclass(frozen=True, slots=True)
class Way:
    """What one way costs; the questions with their answers, and where it ends."""

    cost: Cost
    answers: tuple[tuple[str, str], ...]
    end: str


@dataclass(frozen=True, slots=True)
class Extremes:
    """`ways`: how many different ones there are, by what was answered and said."""

    flow: str
    ways: int
    cheapest: Way
    dearest: Way


def extremes_of(structure: Structure, flow: str, price: Price, *, begun_by_us: bool) -> Extremes | None:
    """The extremes of one flow. None where it comes to no end by going on."""
    turns = turns_of(structure, flow)
    beginning = NOTHING if begun_by_us else Cost(1, 0, 0, 0)
    cheapest = _cheapest(turns, price, beginning)
    ways, onward = _onward(turns, price)
    dearest = onward[BEGINNING]
    if cheapest is None or dearest is None:
        return None
    dearest = Way(beginning + dearest.cost, dearest.answers, dearest.end)
    return Extremes(flow, ways[BEGINNING], cheapest, dearest)


def _onward(turns: Turns, price: Price) -> tuple[Mapping[str, int], Mapping[str, Way | None]]:
    """How many ways go on from each question to an end, and the dearest of them; from the last question to the first."""
    order = {question: place for place, question in enumerate(turns)}
    ways: dict[str, int] = {}
    dearest: dict[str, Way | None] = {}
    for question in reversed(list(turns)):
        on = [
            turn
            for turn in turns[question]
            if turn.question is None or order[turn.question] > order[question]
        ]
        ways[question] = sum(1 if turn.question is None else ways[turn.question] for turn in on)
        found = (_led(turn, question, price, dearest) for turn in on)
        dearest[question] = max(filter(None, found), key=lambda way: way.cost.order, default=None)
    return ways, dearest


def _led(turn: Turn, question: str, price: Price, dearest: Mapping[str, Way | None]) -> Way | None:
    behind = Way(NOTHING, (), turn.end) if turn.question is None else dearest[turn.question]
    if behind is None:
        return None
    own = step_of(turn, question, price)
    return Way(own.cost + behind.cost, own.answers + behind.answers, behind.end)


def _cheapest(turns: Turns, price: Price, beginning: Cost) -> Way | None:
    """Dijkstra's way: whatever is cheapest so far is gone on with, and no question twice."""
    waiting = [(beginning.order, 0, BEGINNING, Way(beginning, (), ""))]
    seen: set[str] = set()
    pushed = 0
    while waiting:
        _, _, question, way = heappop(waiting)
        if way.end:
            return way
        if question in seen:
            continue
        seen.add(question)
        for turn in turns[question]:
            own = step_of(turn, question, price)
            gone = Way(way.cost + own.cost, way.answers + own.answers, turn.end)
            pushed += 1
            heappush(waiting, (gone.cost.order, pushed, turn.question or BEGINNING, gone))
    return None


def step_of(turn: Turn, question: str, price: Price) -> Way:
    """The turn alone: what is answered, and what that costs."""
    answered = question != BEGINNING
    cost = price(turn.said) + (Cost(1, 0, 0, 0) if answered else NOTHING)
    return Way(cost, ((question, turn.answer),) if answered else (), turn.end)


def all_extremes(structure: Structure, price: Price, *, ours: Mapping[str, bool]) -> Iterator[Extremes]:
    """Those of every flow; `ours`: whether we start it, and no text comes in before."""
    for flow in structure.flows:
        found = extremes_of(structure, flow, price, begun_by_us=ours[flow])
        if found is not None:
            yield found
