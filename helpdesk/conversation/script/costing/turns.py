"""A flow as its questions, and the turns between them: what an answer brings, up to the next question or an end."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpdesk.conversation.engine.structure import Ask, Lead, Say, Structure, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.spoken import Said
from helpdesk.conversation.script.ways import EXPIRED, STUCK, Spot, spot_at, ways_out

MOST_PASSED = 2
"""Times that one turn passes the same step: what is said beside a question leads back to what asks it."""

BEGINNING = ""
"""Where a flow begins, in place of a question; and by what answer one comes there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """By which answer, what is said then, and where it leads: to a question of the same flow, or to an end."""

    answer: str
    said: tuple[Said, ...]
    question: str | None
    end: str


Turns = Mapping[str, tuple[Turn, ...]]
"""By question, in the order in which they stand in the file, all that its answers may bring; first, what begins."""


def turns_of(structure: Structure, flow: str) -> Turns:
    """The questions of a flow with their turns.

    Silence, and what is not understood again and again, are no answers here.
    """
    steps = structure.flows[flow].steps
    found = {BEGINNING: _after(structure, BEGINNING, (flow, structure.flows[flow].start))}
    for name, step in steps.items():
        if isinstance(step, Ask):
            found[name] = tuple(
                turn
                for answer, target in ways_out(step)
                if answer not in (STUCK, EXPIRED)
                for turn in _led(structure, answer, flow, target)
            )
    return found


def _led(structure: Structure, answer: str, flow: str, target: Target) -> tuple[Turn, ...]:
    there = spot_at(structure, flow, target) if target.lead is Lead.STEP else None
    return (Turn(answer, (), None, str(target)),) if there is None else _after(structure, answer, there)


def _after(structure: Structure, answer: str, spot: Spot) -> tuple[Turn, ...]:
    return tuple(dict.fromkeys(_walked(structure, answer, spot, (), Counter())))


def _walked(
    structure: Structure, answer: str, spot: Spot, said: tuple[Said, ...], passed: Counter[Spot]
) -> Iterator[Turn]:
    step = structure.step(*spot)
    if isinstance(step, Ask):
        yield Turn(answer, (*said, Said(spot, Slot.ASK)), spot[1], "")
        return
    if passed[spot] >= MOST_PASSED:
        return
    passed = passed + Counter([spot])
    said = (*said, Said(spot, Slot.SAY)) if isinstance(step, Say) else said
    for _, target in ways_out(step):
        there = spot_at(structure, spot[0], target) if target.lead is Lead.STEP else None
        if there is None:
            yield Turn(answer, said, None, str(target))
        elif not (isinstance(step, Say) and passed[spot] > 1):
            yield from _walked(structure, answer, there, said, passed)
