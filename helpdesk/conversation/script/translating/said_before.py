"""What was said right before each step: the context in which a translator reads a text."""

from collections.abc import Mapping

from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.ways import Spot, spot_at, ways_out

_CameFrom = Mapping[Spot, list[tuple[Spot, str]]]


def said_before(script: Script) -> dict[Spot, str]:
    """By step, the text that is said nearest before it on some way there, and the choice that led on from it."""
    came: dict[Spot, list[tuple[Spot, str]]] = {}
    for name, flow in script.structure.flows.items():
        for step_name, step in flow.steps.items():
            for outcome, target in ways_out(step):
                there = spot_at(script.structure, name, target)
                if there is not None and outcome != "stuck":
                    came.setdefault(there, []).append(((name, step_name), outcome))
    spots = ((name, step) for name, flow in script.flows.items() for step in flow.texts)
    return {spot: _nearest(script, came, spot) for spot in spots}


def _nearest(script: Script, came: _CameFrom, spot: Spot) -> str:
    """Looks at all steps that lead there, then at those before them, and so on."""
    seen, now = {spot}, [spot]
    while now:
        earlier = [entry for one in now for entry in came.get(one, ()) if entry[0] not in seen]
        for before, outcome in sorted(earlier, key=lambda entry: entry[0][0] != spot[0]):
            words = _words(script, before, outcome)
            if words:
                return words
        now = [before for before, _ in earlier]
        seen.update(now)
    return ""


def _words(script: Script, spot: Spot, outcome: str) -> str:
    texts = script.flows[spot[0]].texts[spot[1]]
    said = next((text.sms for text in texts.slots.values()), "")
    chosen = int(outcome) - 1 if outcome.isdecimal() else len(texts.labels)
    return f"{said} → {texts.labels[chosen].sms}" if chosen < len(texts.labels) else said
