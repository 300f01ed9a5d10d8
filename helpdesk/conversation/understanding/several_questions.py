"""Two or three questions in one text: "le phi bao nhieu va can giay to gi". Where it is not clear as a whole, each is asked
about that is clear for itself."""

import re
from collections.abc import Sequence
from datetime import date

from helpdesk.conversation.understanding.deciding import COURTESY, DEEDS, OFFERED
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import Place

_PARTS = re.compile(r"[?;\n]+|[,.](?=\s|$)|\b(?:và|va|với lại|voi lai|and|also)\b", re.IGNORECASE)
LONGEST = 200
"""Characters of a text with several questions; a longer one is a tale."""

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
