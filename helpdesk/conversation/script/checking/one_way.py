"""Whether what we start with makes sense where nobody can reply."""

import re
from collections.abc import Iterator

from helpdesk.conversation.script.checking.first_words import First, first_words
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script
from helpdesk.text.folding import fold

# "nhắn 1", "soạn DAT", "trả lời số 2", "text BOOK"; not "sẽ nhắn tin cho bà con".
_TO_BE_TEXTED = re.compile(
    r"\b(?i:nhan|soan|gui|tra loi|text|reply)(?: (?i:tin|so|with))? (?:\d|\{|[A-Z]{2,}\b)|(?i:\bnhan so:)"
)

QUESTION = "we start with this question: it needs a 'one_way' text for gateways that take no replies"
REPLY = "said where nobody can reply: it cannot ask for a text; name the number to call in 'one_way'"


def one_way_faults(script: Script) -> Iterator[Fault]:
    """Texts of flows that we start, up to the first question, which a gateway that takes no replies cannot say.

    A question without a wording of its own for them; a wording that asks for a text.
    """
    for first in dict.fromkeys(first for way in first_words(script) for first in way):
        why = _why(first)
        if why:
            yield Fault(script.flows[first.flow].file, first.text.line, why)


def _why(first: First) -> str | None:
    if first.asks and first.text.one_way is None:
        return QUESTION
    said = (fold(first.one_way(facts_known=known)) for known in (True, False))
    return REPLY if any(map(_TO_BE_TEXTED.search, said)) else None
