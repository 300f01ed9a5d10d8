"""Which number is to be rung: whoever asks for a call may name another phone, "gọi cho mẹ tôi số 0912…, máy này mượn"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.phone_numbers import find_number, is_number

CALLBACK = "callback"

CALL_NUMBER, CALL_SAID = "call_number", "call_said"
"""Answers: the number to be rung, E.164 ("+84912345678"), and the words that it stood in."""

LONGEST = 200
"""Characters of her words that stay with the number."""


def with_number_to_call(text: str, understood: Understood) -> Understood:
    """What was understood; with the number to be rung and her words about it, where she asks for a call and names one.

    "Gọi số 0912…" may be short of words, but the number beside them leaves no doubt.
    """
    doubted = understood.intent is None and understood.doubt[:1] == (CALLBACK,)
    said = number_said(text) if doubted or understood.intent == CALLBACK else {}
    if doubted and said:
        understood = replace(understood, intent=CALLBACK, doubt=())
    return replace(understood, facts={**understood.facts, **said}) if said else understood


def number_said(text: str) -> Mapping[str, Any]:
    """CALL_NUMBER and CALL_SAID of a text that asks for a call; empty where there is no number in it."""
    number = find_number(text)
    if number is None or not is_number(number):
        return {}
    return {CALL_NUMBER: number, CALL_SAID: text.strip()[:LONGEST]}
