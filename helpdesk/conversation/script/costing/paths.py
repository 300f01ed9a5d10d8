"""Whole ways through one flow: from its beginning to an end, or to where another flow takes over."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from helpdesk.conversation.engine.structure import Ask, Lead, Say, Structure, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.spoken import Said
from helpdesk.conversation.script.ways import ALWAYS_POSSIBLE, Spot, spot_at, ways_out

MOST_PATHS = 10_000
"""Paths of one flow that are looked at; a flow that asks in any order has more than anybody reads."""


@dataclass(frozen=True, slots=True)
class Path:
    """What is said in each turn, one text coming in before each; the questions answered on the way; where it ends."""

    turns: tuple[tuple[Said, ...], ...]
    answered: tuple[tuple[Spot, str], ...]
    end: str


def paths(structure: Structure, flow: str, *, most: int = MOST_PATHS) -> Iterator[Path]:
    """Every path of a flow in which each exit is taken at most once, up to `most` of them."""
    start = (flow, structure.flows[flow].start)
    yield from islice(_from(structure, start, Path(((),), (), ""), frozenset()), most)


def _from(structure: Structure, spot: Spot, gone: Path, taken: frozenset[tuple[Spot, str]]) -> Iterator[Path]:
    step = structure.step(*spot)
    if isinstance(step, (Say, Ask)):
        gone = _saying(gone, Said(spot, Slot.ASK if isinstance(step, Ask) else Slot.SAY))
    for outcome, target in ways_out(step):
        if (spot, outcome) in taken or (isinstance(step, Ask) and outcome in ALWAYS_POSSIBLE):
            continue
        here = _answering(gone, spot, outcome) if isinstance(step, Ask) else gone
        there = _within(structure, spot[0], target)
        if there is None:
            yield Path(here.turns, here.answered, str(target))
        else:
            yield from _from(structure, there, here, taken | {(spot, outcome)})


def _within(structure: Structure, flow: str, target: Target) -> Spot | None:
    """The step that an exit leads to in the same flow; None where the path ends."""
    return spot_at(structure, flow, target) if target.lead is Lead.STEP else None


def _saying(path: Path, said: Said) -> Path:
    return Path((*path.turns[:-1], (*path.turns[-1], said)), path.answered, "")


def _answering(path: Path, spot: Spot, outcome: str) -> Path:
    return Path((*path.turns, ()), (*path.answered, (spot, outcome)), "")
