"""What turns cost: messages and segments out, at their longest and as they mostly are."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.checking.spoken import Longest, Said, Typical
from helpdesk.conversation.script.costing.all_ways import all_ways
from helpdesk.conversation.script.costing.cost import NOTHING, Cost
from helpdesk.conversation.script.costing.extremes import Extremes, Way, all_extremes
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script


class Prices:
    """Measures turns of a script in one language; each turn once."""

    def __init__(
        self, script: Script, *, language: str = BASE_LANGUAGE, actions: Mapping[str, Action] = ACTIONS
    ) -> None:
        longest, typical = (kind(script, language, actions) for kind in (Longest, Typical))
        self.longest = cache(lambda turn: _measured(longest, turn))
        self.typical = cache(lambda turn: _measured(typical, turn)[1])

    def turn(self, said: Sequence[Said]) -> Cost:
        """Of one turn, without the text that asked for it."""
        turn = tuple(said)
        if not turn:
            return NOTHING
        messages, segments = self.longest(turn)
        return Cost(0, messages, segments, self.typical(turn))

    def cost(self, turns: Iterable[Sequence[Said]], *, texts_in: int) -> Cost:
        """Of turns in order; `texts_in` is how many texts asked for them."""
        return sum((self.turn(turn) for turn in turns), Cost(texts_in, 0, 0, 0))


def _measured(rendered: Longest, turn: Sequence[Said]) -> tuple[int, int]:
    """(messages, segments)"""
    sent = rendered.messages(turn)
    return len(sent), sum(measure.segments for measure in sent)


def first_ways(script: Script, prices: Prices, flow: str, *, at_most: int) -> list[Way]:
    """The ways through a flow that go on from question to question, in the order of its file; of very many the first."""
    ways = all_ways(script.structure, flow, prices.turn, begun_by_us=script.flows[flow].starts_by_us)
    return list(islice(ways, at_most))


def flow_costs(script: Script, prices: Prices) -> list[Extremes]:
    """The extremes of every flow. What we start costs no text in at its beginning."""
    ours = {flow.name: flow.starts_by_us for flow in script.flows.values()}
    return list(all_extremes(script.structure, prices.turn, ours=ours))
