"""Whether a step that asks first which commune is meant tells something that only a commune knows."""

from collections.abc import Iterator

from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script, facts_in

IN_VAIN = "'asks_commune' is for a text that names a commune fact: nothing here differs by commune"


def asks_commune_faults(script: Script) -> Iterator[Fault]:
    """Steps for which the commune would be asked in vain."""
    for flow in script.flows.values():
        for texts in flow.texts.values():
            said = [wording for text in texts.slots.values() for wording in text.variants().values()]
            if texts.asks_commune and not any(facts_in(wording) for wording in said):
                yield Fault(flow.file, texts.line, IN_VAIN)
