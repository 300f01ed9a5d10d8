"""The ways through flows: which steps an exit leads to."""

from collections.abc import Iterator

from helpdesk.conversation.engine.limits import REFUSED, STUCK_FLOW
from helpdesk.conversation.engine.structure import Ask, Do, Lead, Say, Step, Structure, Target
from helpdesk.conversation.understanding.people.called_huy import NAME_OR_WORD
from helpdesk.conversation.understanding.people.who_comes import DOUBTFUL

Spot = tuple[str, str]
"""A step of a flow: (flow, step)."""

STUCK = "stuck"
EXPIRED = "expired"
ALWAYS_POSSIBLE = frozenset({STUCK, EXPIRED, *REFUSED, "more", NAME_OR_WORD, DOUBTFUL})
"""Outcomes of every question, whether or not it has exits of its own for them."""


def ways_out(step: Step) -> Iterator[tuple[str, Target]]:
    """Every exit with its outcome: a choice's is its number, that of a step which only says is "to"."""
    match step:
        case Say():
            yield "to", step.to
        case Do():
            yield from step.exits.items()
        case Ask():
            yield from ((str(number), target) for number, target in enumerate(step.choices, start=1))
            yield from step.exits.items()
            if STUCK not in step.exits:
                yield STUCK, Target(Lead.FLOW, STUCK_FLOW)


def spot_at(structure: Structure, flow: str, target: Target) -> Spot | None:
    """The step to which an exit of `flow` leads; None at an end, and where there is no such step or flow."""
    name, step = flow, target.name
    if target.ends:
        return None
    if target.lead is Lead.FLOW:
        if target.name not in structure.flows:
            return None
        name, step = target.name, structure.flows[target.name].start
    return (name, step) if step in structure.flows[name].steps else None


def next_spots(structure: Structure, spot: Spot) -> Iterator[Spot]:
    """The steps that may come right after one."""
    flow, name = spot
    for _, target in ways_out(structure.step(flow, name)):
        there = spot_at(structure, flow, target)
        if there is not None:
            yield there


def reachable(structure: Structure, flows: Iterator[str]) -> set[Spot]:
    """Every step to which one can come from the beginnings of `flows`."""
    to_see = [(name, structure.flows[name].start) for name in flows if name in structure.flows]
    seen: set[Spot] = set()
    while to_see:
        spot = to_see.pop()
        if spot not in seen:
            seen.add(spot)
            to_see += next_spots(structure, spot)
    return seen
