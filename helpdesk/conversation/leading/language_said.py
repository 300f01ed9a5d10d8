"""A language that is asked for by its name, and accents that are: "english" and "viết có dấu" need no list to choose from."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.actions.reaching.contact import ACCENTS_SAID, LANGUAGE_SAID
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import matching_key

CHOOSES, MARKS = "language", "accents"
"""Topics, and their flows."""

_BEFORE = r"(?:(?:can|could|do|you|we|in|speak|use|to|i|want|please|xin|toi|muon|can bo|doi|chuyen|sang|qua|nhan|noi|bang|tra loi|dung) )*"
_AFTER = r"(?: (?:please|di|nhe|a|duoc khong|cho toi|giup))*"
_NAMED = {
    "english": re.compile(rf"{_BEFORE}(?:english|tieng anh){_AFTER}"),
    "vietnamese": re.compile(rf"{_BEFORE}(?:vietnamese|tieng viet|tieng kinh|tieng pho thong){_AFTER}"),
}


_MARKS = {
    # "Có dấu" alone may be "có đâu", and "không dấu" "không đâu": of these it is asked which.
    "marked": re.compile(r".*\b(?:viet|nhan|tin) co dau\b.*|with accents"),
    "plain": re.compile(r".*\b(?:viet|nhan|tin) khong dau\b.*|(?:without|no) accents"),
}


def with_language_said(text: str, understood: Understood) -> Understood:
    """What was understood, with LANGUAGE_SAID or ACCENTS_SAID where she asks to be written to otherwise and says how."""
    if understood.intent == CHOOSES:
        return replace(understood, facts=_said(text, LANGUAGE_SAID, _NAMED))
    if understood.intent == MARKS:
        return replace(understood, facts=_said(text, ACCENTS_SAID, _MARKS))
    return understood


def _said(text: str, fact: str, ways: Mapping[str, re.Pattern[str]]) -> Mapping[str, Any]:
    key = matching_key(text)
    named = [name for name, words in ways.items() if words.fullmatch(key)]
    return {fact: named[0]} if named else {}
