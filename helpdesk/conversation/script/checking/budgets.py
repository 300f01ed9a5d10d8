"""Budgets: what a step and a turn may cost in segments, with every placeholder at its longest.

Texts are measured folded; accents, and the price of UCS-2, are the contact's own choice.
"""

from collections.abc import Iterator, Mapping

from helpdesk.conversation.actions.table import Action
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.spoken import Longest, Said, all_said
from helpdesk.conversation.script.checking.turns_said import turns_said
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script, Text
from helpdesk.conversation.script.wordings import overlay_file
from helpdesk.text.segments import Measure

TURN_SEGMENTS = 2
"""Segments of all that is said in one turn."""


def budget_faults(script: Script, actions: Mapping[str, Action]) -> Iterator[Fault]:
    """Steps over the segments they declare, and turns over two; in every language."""
    for language in languages_begun(script):
        longest = Longest(script, language, actions)
        yield from _steps(script, longest)
        yield from _turns(script, longest)


def languages_begun(script: Script) -> tuple[str, ...]:
    """The base language and each that has a word of its own: another would only say the same faults once more."""
    return (BASE_LANGUAGE, *(language for language, texts in script.overlays.items() if texts))


def _steps(script: Script, longest: Longest) -> Iterator[Fault]:
    for said in all_said(script):
        cost = longest.measure([said])
        allowed = longest.script.texts(*said.spot, longest.language).segments
        if cost.segments > allowed:
            yield fault_in(script, longest, said, f"needs {_shown(cost)} at its longest, {allowed} allowed")


def _turns(script: Script, longest: Longest) -> Iterator[Fault]:
    sayable = set(all_said(script))
    for turn in turns_said(script.structure):
        # A text alone is held to its own budget already.
        if len(turn) < 2 or not sayable.issuperset(turn):
            continue
        cost = longest.measure(turn)
        if cost.segments > TURN_SEGMENTS:
            worst = max(turn, key=lambda said: longest.measure([said]).characters)
            together = " + ".join(".".join(said.spot) for said in turn)
            why = f"one turn says {together}: {_shown(cost)} at their longest, {TURN_SEGMENTS} allowed"
            yield fault_in(script, longest, worst, why)


def fault_in(script: Script, longest: Longest, said: Said, why: str) -> Fault:
    """A fault of a text, where it stands: in the file of its language, or that of the flow where it has no own."""
    (flow, step), language = said.spot, longest.language
    own = script.overlays.get(language, {}).get(said.spot)
    if language != BASE_LANGUAGE and (own is None or said.slot not in own.slots):
        language = BASE_LANGUAGE
    text: Text = longest.script.texts(flow, step, longest.language).slots[said.slot]
    return Fault(overlay_file(script, language, flow), text.line, why)


def _shown(cost: Measure) -> str:
    return f"{cost.segments} segment{'s' if cost.segments > 1 else ''} ({cost.characters} characters)"


def figures(script: Script, actions: Mapping[str, Action]) -> Iterator[tuple[str, str, Slot, Measure]]:
    """(language, "flow.step", slot, cost at its longest) of every text, for reports."""
    for language in (BASE_LANGUAGE, *script.overlays):
        longest = Longest(script, language, actions)
        for said in all_said(script):
            yield language, ".".join(said.spot), said.slot, longest.measure([said])
