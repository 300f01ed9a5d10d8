"""A language that is asked for by its name: "english" needs no list to choose from."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.actions.reaching.contact import LANGUAGE_SAID
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import matching_key

CHOOSES = "language"
"""The topic, and the flow."""

_BEFORE = r"(?:(?:can|could|do|you|we|in|speak|use|to|i|want|please|xin|toi|muon|can bo|doi|chuyen|sang|qua|nhan|noi|bang|tra loi|dung) )*"
_AFTER = r"(?: (?:please|di|nhe|a|duoc khong|cho toi|giup))*"
_NAMED = {
    "english": re.compile(rf"{_BEFORE}(?:english|tieng anh){_AFTER}"),
    "vietnamese": re.compile(rf"{_BEFORE}(?:vietnamese|tieng viet|tieng kinh|tieng pho thong){_AFTER}"),
}


def with_language_said(text: str, understood: Understood) -> Understood:
    """What was understood, with LANGUAGE_SAID where she asks for another language and says for which."""
    return replace(understood, facts=_said(text)) if understood.intent == CHOOSES else understood


def _said(text: str) -> Mapping[str, Any]:
    key = matching_key(text)
    named = [name for name, names in _NAMED.items() if names.fullmatch(key)]
    return {LANGUAGE_SAID: named[0]} if named else {}
