"""Words to be texted, as they are said on a screen: nobody sees there to which number "nhắn DAT" goes.

While the session goes on they are keyed in; where it ends with this text, one dials again first.
"""

import re

from helpdesk.conversation.rendering.values import Phrases, phrase

TEXT, KEY_IN, DIAL_AGAIN = "ussd_text", "ussd_key_in", "ussd_dial_again"
"""Phrases: the word before what is to be texted, and what stands on a screen in its place."""


def keyed_in(words: str, phrases: Phrases, language: str, *, over: bool) -> str:
    """The text with "nhắn DAT" as "gõ DAT"; where the session is `over` with it, the first as "bấm lại, gõ DAT"."""
    if TEXT not in phrases or language not in phrases[TEXT]:
        return words
    before = re.compile(rf"\b(?i:{re.escape(phrase(phrases, TEXT, language))}) (?=[A-Z]{{2}})")
    again, key_in = phrase(phrases, DIAL_AGAIN, language), phrase(phrases, KEY_IN, language)
    if over:
        words = before.sub(f"{again} ", words, count=1)
    return before.sub(f"{key_in} ", words)
