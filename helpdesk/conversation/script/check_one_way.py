"""Whether what we start with makes sense where nobody can reply."""

from collections.abc import Iterator

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.ways import Spot, next_spots


def one_way_faults(script: Script) -> Iterator[Fault]:
    """First questions of flows that we start, without a wording for gateways that take no replies."""
    for name, flow in script.flows.items():
        if not flow.starts_by_us:
            continue
        for step_flow, step in sorted(_asked_first(script, (name, script.structure.flows[name].start))):
            text = script.flows[step_flow].texts[step].slots[Slot.ASK]
            if text.one_way is None:
                why = (
                    "we start with this question: it needs a 'one_way' text for gateways that take no replies"
                )
                yield Fault(script.flows[step_flow].file, text.line, why)


def _asked_first(script: Script, start: Spot) -> set[Spot]:
    to_see, seen, asked = [start], set[Spot](), set[Spot]()
    while to_see:
        spot = to_see.pop()
        if spot in seen:
            continue
        seen.add(spot)
        if isinstance(script.structure.step(*spot), Ask):
            asked.add(spot)
        else:
            to_see += next_spots(script.structure, spot)
    return asked
