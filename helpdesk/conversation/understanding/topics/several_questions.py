"""Two or three questions in one text: "le phi bao nhieu va can giay to gi". Where it is not clear as a whole, each is asked
about that is clear for itself."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.topics.deciding import COURTESY, DEEDS, OFFERED
from helpdesk.places.communes import Place
from helpdesk.text.folding import matching_key

_PARTS = re.compile(r"[?;\n]+|[,.](?=\s|$)|\b(?:và|va|với lại|voi lai|and|also)\b", re.IGNORECASE)
LONGEST = 200
"""Characters of a text with several questions; a longer one is a tale."""

_ASKS = re.compile(
    r"\b(?:gi|chi|dau|nao|sao|bao nhieu|bao gio|bao lau|may (?:gio|ngay|tien)|what|where|when|which|how)\b"
    r"|\b(?:khong|ko|k|kg|hk|hong|chua)$|^(?:do|does|is|are|can|must|should) "
)
"""What makes a question of a part; what comes before may be no more than why she asks: "con 7 tuổi, cần mang gì"."""

MOST_PARTS = 4
_NO_QUESTION = COURTESY | DEEDS | {"unknown", "menu", "language", "erase"}


def questions_in(text: str, *, today: date, places: Sequence[Place]) -> tuple[str, ...]:
    """The topics of its parts that are clear, in order, each once; () unless there are two or three."""
    if len(text) > LONGEST:
        return ()
    parts = [part for part in map(str.strip, _PARTS.split(text)) if " " in part]
    if not 1 < len(parts) <= MOST_PARTS:
        return ()
    readings = (read(part, today=today, places=places) for part in parts)
    topics = dict.fromkeys(one.intent for one in readings if one.sure and one.intent not in _NO_QUESTION)
    return tuple(topics) if 1 < len(topics) <= OFFERED else ()


def questions_of(text: str) -> list[str]:
    """Its parts that are questions by their words, in order; none of a text that is too long for it."""
    if len(text) > LONGEST:
        return []
    return [part for part in map(str.strip, _PARTS.split(text)) if _ASKS.search(matching_key(part))]


def asked_in(text: str, *, today: date, places: Callable[[], Sequence[Place]]) -> tuple[str, ...]:
    """The topics of those of its parts that are questions by their words and clear, in order, each once.

    For a text that is clear as a whole, and asks something beside that: "dk …; có mất tiền không, mang gì".
    """
    parts = questions_of(text)
    if not parts or parts == [text.strip()]:
        return ()
    readings = (read(part, today=today, places=places()) for part in parts)
    return tuple(dict.fromkeys(one.intent for one in readings if one.sure and one.intent not in _NO_QUESTION))
