"""Whether the answer to a topic says at its end what to text next: who reads little does not know what is possible."""

import re
from collections.abc import Iterator, Mapping

from helpdesk.conversation.engine.structure import Say
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import BASE_LANGUAGE, HOW_TO_BOOK, Script, StepTexts, placeholders
from helpdesk.conversation.script.wordings import overlay_file
from helpdesk.text.folding import fold

# "nhắn GOI LAI", "nhắn 1", "nhắn số", "text CALL ME"; not "nhắn tin".
_WHAT_TO_TEXT = re.compile(r"\b(?i:nhan|text) (?:so\b|\d|[A-Z]{2,}\b)")

SAYS_NOTHING = "this answer ends without what to text next: a word such as GOI LAI, or {how_to_book}; or 'nothing_to_reply: true'"
IN_VAIN = "'nothing_to_reply' stands where the text says what to text next"


def text_next_faults(script: Script) -> Iterator[Fault]:
    """Ends of topics without a word on what to text, in each language; declared ones that have it all the same.

    A topic is a flow that serves an intent and is answered in between (`aside`); others lead somewhere themselves.
    """
    for name, flow in script.structure.flows.items():
        if not (flow.aside and script.flows[name].intents):
            continue
        for step_name, step in flow.steps.items():
            if isinstance(step, Say) and step.to.ends:
                yield from _of_step(script, name, step_name)


def _of_step(script: Script, flow: str, step: str) -> Iterator[Fault]:
    nothing = script.flows[flow].texts[step].nothing_to_reply
    for language, texts in _in_all_languages(script, flow, step).items():
        said = texts.slots.get(Slot.SAY)
        if said is None:
            continue
        silent = [
            words
            for variant, words in said.variants().items()
            if variant != "one_way" and not says_what_to_text(words)
        ]
        if bool(silent) != nothing:
            why = SAYS_NOTHING if silent else IN_VAIN
            yield Fault(overlay_file(script, language, flow), said.line, why)


def says_what_to_text(words: str) -> bool:
    """Whether a wording names a word or a number to be texted."""
    return HOW_TO_BOOK in placeholders(words) or _WHAT_TO_TEXT.search(fold(words)) is not None


def _in_all_languages(script: Script, flow: str, step: str) -> Mapping[str, StepTexts]:
    overlays = {
        language: overlay[flow, step]
        for language, overlay in script.overlays.items()
        if (flow, step) in overlay and language in script.languages
    }
    return {BASE_LANGUAGE: script.flows[flow].texts[step], **overlays}
