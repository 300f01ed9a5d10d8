"""What whole paths cost: texts in, messages and segments out, at their longest and as they mostly are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.checking.spoken import Longest, Said, Typical
from helpdesk.conversation.script.costing.paths import Path, paths
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one path. A text in is a segment, but for a long list of names; `out` are segments, `typical` fewer."""

    texts_in: int
    messages_out: int
    out: int
    typical: int

    @property
    def order(self) -> tuple[int, int, int]:
        """Cheaper paths sort before dearer ones."""
        return self.out, self.texts_in, self.typical


@dataclass(frozen=True, slots=True)
class PathCost:
    """A path through a flow with what it costs."""

    flow: str
    path: Path
    cost: Cost


class Prices:
    """Measures turns of a script in one language; each turn once."""

    def __init__(
        self, script: Script, *, language: str = BASE_LANGUAGE, actions: Mapping[str, Action] = ACTIONS
    ) -> None:
        longest, typical = (kind(script, language, actions) for kind in (Longest, Typical))
        self.longest = cache(lambda turn: _measured(longest, turn))
        self.typical = cache(lambda turn: _measured(typical, turn)[1])

    def cost(self, turns: Iterable[Sequence[Said]], *, texts_in: int) -> Cost:
        """Of turns in order; `texts_in` is how many texts asked for them."""
        said = [tuple(turn) for turn in turns if turn]
        priced = [self.longest(turn) for turn in said]
        return Cost(
            texts_in=texts_in,
            messages_out=sum(messages for messages, _ in priced),
            out=sum(segments for _, segments in priced),
            typical=sum(self.typical(turn) for turn in said),
        )


def _measured(rendered: Longest, turn: Sequence[Said]) -> tuple[int, int]:
    """(messages, segments)"""
    sent = rendered.messages(turn)
    return len(sent), sum(measure.segments for measure in sent)


def path_costs(script: Script, prices: Prices) -> Iterator[PathCost]:
    """Every path of every flow. What we start costs no text in at its beginning."""
    for flow in script.flows.values():
        for path in paths(script.structure, flow.name):
            begun = 0 if flow.starts_by_us else 1
            yield PathCost(flow.name, path, prices.cost(path.turns, texts_in=begun + len(path.answered)))
