"""What is wrong with a wording by itself: letters that cost or are refused, phrases never to be said, placeholders."""

import re
from collections.abc import Iterator
from functools import lru_cache

from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import FACT_PREFIX, Forbidden, Script, placeholders
from helpdesk.conversation.script.wordings import Wording, wordings
from helpdesk.text.folding import fold, matching_key
from helpdesk.text.segments import outside_gsm7, refused

_BLANK = re.compile(r"\{[a-z0-9_]+\}")
# Each text is held against each phrase.
_key = lru_cache(maxsize=4096)(matching_key)
# A value stands between the words around it: they are not read as one phrase.
_STAND_IN = " x "


def wording_faults(script: Script) -> Iterator[Fault]:
    """Faults of every wording, phrase and longest value in every language."""
    for wording in wordings(script):
        for why in (*_of_words(script, wording.words), *_of_placeholders(script, wording)):
            yield Fault(wording.file, wording.line, why)
    for name, phrase in script.phrases.items():
        for words in phrase.values():
            for why in _of_words(script, words):
                yield Fault(f"{script.folder}/phrases.yaml", script.phrase_lines.get(name, 1), why)
    for placeholder in script.placeholders.values():
        for value in placeholder.longest.values():
            for why in _of_words(script, value):
                yield Fault(f"{script.folder}/placeholders.yaml", placeholder.line, why)


def _of_words(script: Script, words: str) -> Iterator[str]:
    if not words:
        yield "an empty text"
    plain = _BLANK.sub(_STAND_IN, fold(words))
    costly = outside_gsm7(plain)
    for char in costly:
        yield f"'{char}' is not in GSM-7: with it a message holds 70 characters, not 160"
    for char in refused(plain):
        if char not in costly:
            yield f"'{char}' is refused by brand-name gateways"
    for forbidden in script.forbidden:
        if says(_BLANK.sub(_STAND_IN, words), forbidden):
            yield f"'{forbidden.phrase}' may never be said: {forbidden.reason}"


def says(words: str, forbidden: Forbidden) -> bool:
    """Whether a text says a forbidden phrase, accents and case aside, other than inside one of its exceptions."""
    key, phrase = _key(words), _key(forbidden.phrase)
    if phrase not in key:
        return False
    for exception in forbidden.unless:
        key = re.sub(rf"\b{_key(exception)}\b", "|", key)
    return re.search(rf"\b{phrase}\b", key) is not None


def _of_placeholders(script: Script, wording: Wording) -> Iterator[str]:
    names = placeholders(wording.words)
    for name in names:
        if name not in script.placeholders:
            yield f"{{{name}}} is not declared in placeholders.yaml"
    facts = [name for name in names if name.startswith(FACT_PREFIX)]
    if not facts:
        return
    if wording.variant == "fallback":
        yield f"a fallback is said where facts are missing: it cannot say {{{facts[0]}}}"
    elif "fallback" not in wording.beside:
        yield f"a text with {{{facts[0]}}} needs a 'fallback' for a commune that has not said it"
