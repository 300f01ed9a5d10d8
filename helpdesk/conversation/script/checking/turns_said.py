"""All that can be said in one turn: from where an input sets the engine going to where it waits or ends."""

from collections.abc import Iterator

from helpdesk.conversation.engine.structure import Ask, Say, Structure
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.spoken import Said
from helpdesk.conversation.script.ways import Spot, next_spots, spot_at, ways_out


def turns_said(structure: Structure) -> Iterator[tuple[Said, ...]]:
    """What each turn says, each once: those that begin a flow, and those that follow an answer."""
    found = {turn: None for start in _starts(structure) for turn in _from(structure, start, ())}
    yield from found


def _starts(structure: Structure) -> Iterator[Spot]:
    for name, flow in structure.flows.items():
        yield name, flow.start
        for step in flow.steps.values():
            if isinstance(step, Ask):
                there = (spot_at(structure, name, target) for _, target in ways_out(step))
                yield from (spot for spot in there if spot is not None)


def _from(structure: Structure, spot: Spot, walked: tuple[Spot, ...]) -> Iterator[tuple[Said, ...]]:
    """The texts said from `spot` on, one tuple for each way; a circle is walked once."""
    if spot in walked:
        return
    step = structure.step(*spot)
    if isinstance(step, Ask):
        yield (Said(spot, Slot.ASK),)
        return
    here = (Said(spot, Slot.SAY),) if isinstance(step, Say) else ()
    onward = list(next_spots(structure, spot))
    if len(onward) < len(list(ways_out(step))):
        yield here
    for there in onward:
        for more in _from(structure, there, (*walked, spot)):
            yield (*here, *more)
