"""Which word of ours somebody does not know."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

WORD = "word"
"""The answer that says which: an exit of `which_word`."""

KNOWN = (
    "otp",
    "passcode",
    "password",
    "vneid",
    "level_2",
    "nfc",
    "card",
    "valid",
    "email",
    "number",
    "come_at",
    "opening",
    "code",
)


def which_word(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The word that was asked about; `unsaid` where that is not known any more."""
    word = str(answers.get(WORD))
    return Happened(word if word in KNOWN else "unsaid")
