"""How many characters a translator may write, when everything beside it stays as it is."""

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.known import Known
from helpdesk.conversation.script.checking.spoken import Longest, Said
from helpdesk.conversation.script.model import placeholders
from helpdesk.conversation.script.translating.keys import Key
from helpdesk.conversation.script.wordings import OPTION, parts
from helpdesk.text.folding import fold

CHARACTERS = {1: 160, 2: 306}
"""GSM-7 characters in one segment and in two (3GPP TS 23.040: each of several gives 7 to its header)."""

USSD_PAGE = 182
"""GSM-7 characters on a USSD page (3GPP TS 23.038, TS 24.090)."""


def room_for(longest: Longest, key: Key) -> int:
    """Characters without accents, placeholders not counted, that a wording may have in a step of its segments."""
    spot = (key.flow, key.step)
    texts = longest.script.texts(*spot, longest.language)
    text = dict(parts(texts)).get(key.part)
    own = _letters(text.variants().get(key.variant, text.sms) if text is not None else "")
    slot = Slot(key.part) if key.part in set(Slot) else Slot.ASK
    ussd = key.variant == "ussd"
    cost = longest.measure([Said(spot, slot)], mode="ussd" if ussd else "sms")
    left = (USSD_PAGE if ussd else CHARACTERS[texts.segments]) - cost.characters
    return max(own + left // _times(longest, key), 0)


def _letters(words: str) -> int:
    for name in placeholders(words):
        words = words.replace(f"{{{name}}}", "")
    return len(fold(words))


def _times(longest: Longest, key: Key) -> int:
    """How often the wording stands in one text: that of a list, once a line."""
    step = longest.script.structure.step(key.flow, key.step)
    if key.part != OPTION or not isinstance(step, Ask) or not step.options:
        return 1
    known = longest.known[key.flow].get(key.step, Known())
    return max(known.most_lines(step.options), 1)
