"""What is certainly known at each step: which placeholders have a value, whatever way led there.

Every flow begins with nothing known. A flow that jumps to another takes its answers along, but the other cannot
rely on them, because it can be come to in other ways, too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpdesk.conversation.actions.table import Action, Listing
from helpdesk.conversation.engine.structure import Ask, Do, Flow, Lead, Step
from helpdesk.conversation.script.checking.exits import FROM_A_LIST
from helpdesk.conversation.script.ways import ways_out


@dataclass(frozen=True, slots=True)
class Known:
    """`names` of answers that have a value; `lists` to choose from, with each listing that may have brought them."""

    names: frozenset[str] = frozenset()
    lists: frozenset[tuple[str, Listing]] = frozenset()

    def either(self, other: "Known") -> "Known":
        """What is known when one came either way."""
        return Known(self.names & other.names, self.lists | other.lists)

    def line_of(self, options: str) -> frozenset[str]:
        """The placeholders that every line of a list has."""
        lines = [listing.line for name, listing in self.lists if name == options]
        return frozenset.intersection(*lines) if lines else frozenset()

    def most_lines(self, options: str) -> int:
        """The most lines a list can have."""
        return max((listing.most for name, listing in self.lists if name == options), default=0)


def known_in(flow: Flow, actions: Mapping[str, Action]) -> dict[str, Known]:
    """What is known at each step of a flow that can be come to, by step."""
    known = {flow.start: Known()}
    to_do = [flow.start]
    while to_do:
        name = to_do.pop()
        for there, then in _after(flow.steps[name], known[name], actions):
            if there not in flow.steps:
                continue
            joined = known[there].either(then) if there in known else then
            if known.get(there) != joined:
                known[there] = joined
                to_do.append(there)
    return known


def _after(step: Step, here: Known, actions: Mapping[str, Action]) -> Iterator[tuple[str, Known]]:
    """The steps of the same flow that follow, with what is known when they are come to from here."""
    for outcome, target in ways_out(step):
        if target.lead is not Lead.STEP:
            continue
        match step:
            case Do():
                yield target.name, _with_outcome(here, actions.get(step.action), outcome)
            case Ask():
                yield target.name, _with_answer(here, step, outcome)
            case _:
                yield target.name, here


def _with_outcome(here: Known, action: Action | None, outcome: str) -> Known:
    if action is None:
        return here
    brought = {name: listing for name, listing in action.lists.items() if listing.outcome == outcome}
    kept = frozenset(entry for entry in here.lists if entry[0] not in brought)
    names = here.names | action.gives.get(outcome, frozenset()) | brought.keys()
    return Known(names, kept | frozenset(brought.items()))


def _with_answer(here: Known, ask: Ask, outcome: str) -> Known:
    names = here.names
    if outcome == FROM_A_LIST and ask.options:
        names |= here.line_of(ask.options)
    # What is kept is the answer as it was understood, in no form that could be said.
    return Known(names - {ask.keep or ask.options or ""}, here.lists)
