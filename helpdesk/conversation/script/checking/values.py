"""Whether every placeholder has a value whenever its text is said."""

from collections.abc import Iterator, Mapping

from helpdesk.conversation.actions.table import Action
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.script.checking.known import Known, known_in
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import FACT_PREFIX, HOW_TO_BOOK, Script, placeholders
from helpdesk.conversation.script.wordings import OPTION, Wording, wordings


def known_faults(script: Script, actions: Mapping[str, Action]) -> Iterator[Fault]:
    """Placeholders and lists that are not certainly known where they are said."""
    known = {name: known_in(flow, actions) for name, flow in script.structure.flows.items()}
    yield from _lists(script, actions, known)
    for wording in wordings(script):
        # A step that nothing leads to, or that the flow does not have, is a fault of its own.
        here = known.get(wording.flow, {}).get(wording.step)
        if here is None:
            continue
        for name in placeholders(wording.words):
            why = _unknown(script, wording, here, name)
            if why:
                yield Fault(wording.file, wording.line, why)


def _lists(
    script: Script, actions: Mapping[str, Action], known: Mapping[str, Mapping[str, Known]]
) -> Iterator[Fault]:
    made = {name for action in actions.values() for name in action.lists}
    for name, steps in known.items():
        for step_name, here in steps.items():
            step = script.structure.step(name, step_name)
            if not isinstance(step, Ask) or not step.options or step.options in here.names:
                continue
            why = f"the list '{step.options}' is not made on every way to this step"
            if step.options not in made:
                why = f"no action makes a list '{step.options}'"
            texts = script.flows[name].texts[step_name]
            yield Fault(script.flows[name].file, texts.line, why)


def _unknown(script: Script, wording: Wording, here: Known, name: str) -> str | None:
    """Why a declared placeholder cannot stand here; undeclared ones are a fault of their own."""
    if name not in script.placeholders:
        return None
    step = script.structure.step(wording.flow, wording.step)
    if wording.part == OPTION and isinstance(step, Ask) and step.options:
        if step.options not in here.names or name in here.line_of(step.options):
            return None
        return f"{{{name}}} is not among what each line of '{step.options}' has"
    if name.startswith(FACT_PREFIX) or name == HOW_TO_BOOK or name in here.names:
        return None
    return f"{{{name}}} is not known on every way to this step"
