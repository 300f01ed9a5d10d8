""" "Dừng" (stop), "đừng" (do not) and "dùng" (use) are folded alike: "dung nhắn tin được không" may ask whether one may text."""

import re
import unicodedata
from dataclasses import replace

from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.understand import Understood

OPT_OUT = "opt_out"

_ASKS = re.compile(
    r"\bdung\b.*\b(?:duoc|dc|sao|the nao|cach nao)(?: (?:khong|ko|k|kg|chu|ha|a|vay|can bo|hay khong))*$|\b(?:co|phai|muon) dung\b"
)


def with_no_sure_stop(spoken: Spoken, understood: Understood) -> Understood:
    """What was understood; a stop that may be a question of another word is asked about, and one that is of "dùng" is none."""
    if understood.intent != OPT_OUT or not _ASKS.search(spoken.key):
        return understood
    written = unicodedata.normalize("NFC", spoken.text).casefold()
    if re.search(r"\b[đd]ừng\b", written):
        return understood
    doubt = () if re.search(r"\bdùng\b", written) else (OPT_OUT,)
    return replace(understood, intent=None, doubt=doubt)
