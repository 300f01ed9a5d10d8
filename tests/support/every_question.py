"""Every question of every flow, come to by texts: from each way there on, all that can be answered is."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from helpdesk.conversation.engine.limits import HER_OWN
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Do, Structure
from helpdesk.conversation.script.model import Script
from tests.support.rehearsal import Moment, Rehearsal
from tests.support.ways_there.residents import EIGHTEEN, HER, NAMES, NEIGHBOUR, Way
from tests.support.ways_there.ways import WAYS

Spot = tuple[str, str]
"""A question by its flow and step."""

Texts = tuple[str, ...]

T = TypeVar("T")

NOT_UNDERSTOOD = "xyz xyz"
TOO_MANY = f"{EIGHTEEN}, {', '.join(f'Dinh Thi {letter} 1980' for letter in 'ABCDEGHIK')}"

SAID_TO: Mapping[str, tuple[str, ...]] = {
    "choice": (),
    "yes_no": (),
    "option": (),
    "place": ("ca roong", "Y Leng"),
    "people": (NAMES, TOO_MANY),
    "person": ("giu",),
    "question": ("khong ro la gi ca", HER.replace("+84", "0"), NEIGHBOUR.replace("+84", "0")),
}
"""What is said to a question beside its numbers, by what it expects; each may lead elsewhere."""


SAID_FOR = {"no": "thoi", "none": "khong cai nao", "more": "xem buoi khac nua"}
"""What is said for exits that only some questions have."""

FIRST = frozenset({"nobody_yet"})
"""Ways from which everything is wished for; from others that leave nothing asked, what may be answered otherwise there."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody stands at a question: who, when, and by which way and which texts she came."""

    spot: Spot
    moment: Moment
    address: str
    way: str
    texts: Texts = ()
    # What she said of herself in this flow, which decides where it leads her later on.
    of_herself: frozenset[tuple[str, Any]] = frozenset()

    def __str__(self) -> str:
        return " > ".join((self.way, *self.texts))


@dataclass
class Found:
    """The questions come to, with at most `kept` standings of each, each by another way, and one for all that can be
    known of her there."""

    kept: int
    at: dict[Spot, list[Standing]] = field(default_factory=dict)

    def keep(self, standing: Standing) -> bool:
        """Keep one more; whether it was wanted."""
        known = self.at.setdefault(standing.spot, [])
        another_way = len(known) < self.kept and all(other.way != standing.way for other in known)
        another_case = all(other.of_herself != standing.of_herself for other in known)
        if another_way or another_case:
            known.append(standing)
        return another_way or another_case


def questions(structure: Structure) -> set[Spot]:
    """Every question there is."""
    return {
        (name, step_name)
        for name, flow in structure.flows.items()
        for step_name, step in flow.steps.items()
        if isinstance(step, Ask)
    }


def come_to_every_question(
    now: Rehearsal, *, kept: int = 3, ways: Mapping[str, Way] = WAYS
) -> dict[Spot, list[Standing]]:
    """Go every way, wish for all that can be wished there, and answer all that is asked, breadth first."""
    found = Found(kept)
    begin = now.keep()
    to_answer: deque[Standing] = deque()
    for name, way in ways.items():
        now.put_back(begin)
        address = _told(f"the way {name}", lambda way=way: way(now))  # type: ignore[misc]
        there = now.keep()
        for standing in _first(now, there, address, name):
            wanted = found.keep(standing)
            if wanted or not standing.texts:
                to_answer.append(standing)
    while to_answer:
        for after in _answered(now, to_answer.popleft()):
            if found.keep(after):
                to_answer.append(after)
    now.put_back(begin)
    return found.at


def _first(now: Rehearsal, there: Moment, address: str, way: str) -> Iterator[Standing]:
    """Where the way itself leads, or else where every wish does from there."""
    asked = list(_standing(now, address, way, ()))
    yield from asked
    if asked and way not in FIRST:
        return
    for intent in _wishes(now.house.script, of_the_store=way not in FIRST):
        now.put_back(there)
        now.wish(address, intent)
        yield from _standing(now, address, way, (f"({intent})",))


def _wishes(script: Script, *, of_the_store: bool) -> list[str]:
    """An intent of each flow that asks something; or only of those that look into the store before they ask."""
    flows = script.structure.flows
    asking = {flow for flow, _ in questions(script.structure)}
    if of_the_store:
        asking = {name for name in asking if isinstance(flows[name].steps[flows[name].start], Do)}
    return [flow.intents[0] for name, flow in script.flows.items() if flow.intents and name in asking]


def _answered(now: Rehearsal, standing: Standing) -> Iterator[Standing]:
    now.put_back(standing.moment)
    state = now.asked(standing.address)
    assert state is not None
    for texts in _answers(now.house.script.structure, state):
        now.put_back(standing.moment)
        said = (*standing.texts, *texts)
        _told(f"{standing} > {texts}", lambda texts=texts: now.say(standing.address, *texts))  # type: ignore[misc]
        yield from _standing(now, standing.address, standing.way, said)


def _answers(structure: Structure, state: State) -> list[Texts]:
    ask = structure.step(state.flow, state.step)
    assert isinstance(ask, Ask)
    lines = len(ask.choices) or len(state.answers.get(ask.options or "", ()))
    numbers = [str(number) for number in range(1, lines + 1)]
    refusals = [text for outcome, text in SAID_FOR.items() if outcome in ask.exits]
    single: list[Texts] = [(text,) for text in (*numbers, *SAID_TO[ask.expect], *refusals)]
    return [*single, (NOT_UNDERSTOOD, NOT_UNDERSTOOD)]


def _standing(now: Rehearsal, address: str, way: str, texts: Texts) -> Iterator[Standing]:
    state = now.asked(address)
    if state is None:
        return
    flow = now.house.script.structure.flows[state.flow]
    asked = {step.keep for step in flow.steps.values() if isinstance(step, Ask)}
    own = {
        (name, value) for name, value in state.answers.items() if name in asked and name.startswith(HER_OWN)
    }
    yield Standing((state.flow, state.step), now.keep(), address, way, texts, frozenset(own))


def _told(where: str, do: Callable[[], T]) -> T:
    try:
        return do()
    except Exception as error:
        error.add_note(f"on {where}")
        raise
