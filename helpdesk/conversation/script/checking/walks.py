"""Whether every exit leads somewhere, every step can be come to, and every walk comes to a question or an end."""

from collections.abc import Iterator, Set

from helpdesk.conversation.engine.limits import REFUSED, STUCK_FLOW
from helpdesk.conversation.engine.structure import Ask, Do, Lead, Structure, Target
from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import FlowScript, Script, StepTexts
from helpdesk.conversation.script.ways import Spot, next_spots, reachable, spot_at, ways_out

BEGUN_BY_US = frozenset({STUCK_FLOW, "fault", "which_topic", "changed", "too_many", "no_photos"})
"""Flows that the program itself turns to: when a text was not understood or comes too late, after a fault of its own,
where a question is gone, after too many texts, and after a picture."""


def way_faults(script: Script, *, half_read: Set[str]) -> Iterator[Fault]:
    """Faults of exits, reach and dead ends, and intents that nothing serves. Flows in `half_read` have steps that could not be read: what is missing
    there is not held against those who lead to it."""
    yield from _needed(script, half_read)
    yield from _leading_nowhere(script, half_read)
    yield from _unreachable(script, half_read)
    yield from _dead_ends(script, half_read)
    yield from _doing_again(script, half_read)


def _needed(script: Script, half_read: Set[str]) -> Iterator[Fault]:
    for name in sorted(BEGUN_BY_US - script.flows.keys() - half_read):
        yield Fault(
            f"{script.folder}/{name}.yaml", 1, f"the program turns to a flow '{name}', and there is none"
        )
    if half_read:
        return
    for intent in sorted(INTENTS):
        if script.flow_for(intent) is None:
            yield Fault(f"{script.folder}/{intent}.yaml", 1, f"no flow serves the intent '{intent}'")


def _leading_nowhere(script: Script, half_read: Set[str]) -> Iterator[Fault]:
    for name, flow in script.structure.flows.items():
        texts = script.flows[name]
        for step_name, step in flow.steps.items():
            for outcome, target in ways_out(step):
                why = _missing(script, name, target, half_read)
                # The default way out of being stuck is said once, with the flows that are needed.
                if why and not (outcome == "stuck" and target.name == STUCK_FLOW):
                    line = exit_line(texts.texts[step_name], outcome)
                    yield Fault(texts.file, line, f"'{outcome}' leads to {why}")


def _missing(script: Script, flow: str, target: Target, half_read: Set[str]) -> str | None:
    if target.ends or spot_at(script.structure, flow, target) is not None:
        return None
    if target.lead is Lead.FLOW:
        return f"the flow '{target.name}', and there is none" if target.name not in half_read else None
    return f"the step '{target.name}', and this flow has none" if flow not in half_read else None


def exit_line(texts: StepTexts, outcome: str) -> int:
    """Where an exit stands in its file."""
    if outcome.isdecimal() and int(outcome) <= len(texts.labels):
        return texts.labels[int(outcome) - 1].line
    return texts.exit_lines.get(outcome, texts.line)


def _unreachable(script: Script, half_read: Set[str]) -> Iterator[Fault]:
    begun = [name for name, flow in script.flows.items() if _begins(flow) or flow.turned_to]
    seen = reachable(script.structure, iter([*begun, *BEGUN_BY_US, *REFUSED.values()]))
    for name, flow in script.flows.items():
        if flow.turned_to and _begins(flow):
            yield Fault(flow.file, 1, "'turned_to' is for flows without intents that do not start by us")
        if name in half_read:
            continue
        if (name, script.structure.flows[name].start) not in seen:
            if not half_read:
                yield Fault(
                    flow.file,
                    1,
                    "nothing leads to this flow: no intent, no exit, not 'starts_by_us', not 'turned_to'",
                )
            continue
        for step, texts in flow.texts.items():
            if (name, step) not in seen:
                yield Fault(flow.file, texts.line, f"nothing leads to the step '{step}'")


def _begins(flow: FlowScript) -> bool:
    return bool(flow.intents) or flow.starts_by_us


def _dead_ends(script: Script, half_read: Set[str]) -> Iterator[Fault]:
    """Steps from which one walks on for ever: no way from there comes to a question or an end."""
    for name, step in _endless(script):
        if name not in half_read:
            why = f"from '{step}' no way comes to a question or an end: it goes round in circles"
            yield Fault(script.flows[name].file, script.flows[name].texts[step].line, why)


def _endless(script: Script) -> list[Spot]:
    structure = script.structure
    spots = [(name, step) for name, flow in structure.flows.items() for step in flow.steps]
    saved = {spot for spot in spots if _stops_here(script, spot)}
    grown = True
    while grown:
        more = {s for s in spots if s not in saved and any(n in saved for n in next_spots(structure, s))}
        saved |= more
        grown = bool(more)
    return [spot for spot in spots if spot not in saved]


def _doing_again(script: Script, half_read: Set[str]) -> Iterator[Fault]:
    """Steps that do something and come back to themselves by nothing else: it would be done until the turn is broken off."""
    structure, endless = script.structure, set(_endless(script))
    for name, flow in structure.flows.items():
        for step_name, step in flow.steps.items():
            if name in half_read or not isinstance(step, Do) or (name, step_name) in endless:
                continue
            for outcome, target in step.exits.items():
                there = spot_at(structure, name, target)
                if there is not None and _does_until(structure, there, (name, step_name)):
                    line = exit_line(script.flows[name].texts[step_name], outcome)
                    why = f"'{outcome}' leads back to '{step_name}', and nothing is asked or said on the way"
                    yield Fault(script.flows[name].file, line, why)


def _does_until(structure: Structure, spot: Spot, goal: Spot) -> bool:
    """Whether one may come from a step to another one by steps that only do something."""
    to_see, seen = [spot], set[Spot]()
    while to_see:
        here = to_see.pop()
        if here == goal:
            return True
        if here not in seen and isinstance(structure.step(*here), Do):
            to_see += next_spots(structure, here)
        seen.add(here)
    return False


def _stops_here(script: Script, spot: Spot) -> bool:
    flow, name = spot
    step = script.structure.step(flow, name)
    if isinstance(step, Ask):
        return True
    # An exit to nowhere is a fault of its own, not also a circle.
    return any(spot_at(script.structure, flow, target) is None for _, target in ways_out(step))
