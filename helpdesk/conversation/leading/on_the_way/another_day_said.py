"""Another day that she says in a sentence to a booking she makes: "thứ 4 tôi bận, thứ 6 được không", "vợ tôi nói đi thứ 6".

What only says when she cannot come, or why, is no day that she wants; the rest of the text is read for it.
"""

import re
import unicodedata
from typing import Any

from helpdesk.conversation.leading.her_place.said_to_reminders import answers_later
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.short_replies import is_short_reply
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.absence import cannot_come, why_not
from helpdesk.conversation.understanding.bookings.one_text import DAY, FORGET, OPENING, PART, SINCE, UNCLEAR
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.conversation.understanding.words import any_word
from helpdesk.text.days.spoken_dates import day_refused
from helpdesk.text.folding import matching_key

LONGEST = 18
"""Words of such a text; a longer one tells of something else as well."""

_CLAUSES = re.compile(r"[,.;!?]+(?=\s|$)|\s(?:nhưng|nhung)\s", re.IGNORECASE)
_GO = r"(?:di|den|len|ra|xuong|lam|vo|vao)"
_WHEN = (
    r"(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|tuan (?:sau|toi|nay|ni)|thang (?:sau|toi|[0-9]{1,2})|ngay [0-9]{1,2}"
    r"|mai|mot|[0-9]{1,2} [0-9]{1,2}|(?:buoi )?(?:sang|chieu))"
)
_WISHES = re.compile(
    rf"\b{_GO} (?:vao |hom |ngay |qua |sang )?{_WHEN}\b|\b{_WHEN}(?: \w+){{0,2}} (?:{_GO}|ranh|tien|co)(?: (?:duoc|dc|noi))?\b"
    rf"|\b{_WHEN}(?: \w+){{0,2}} (?:duoc|dc)\b|\b(?:tot|tien|hop|ranh|duoc) hon\b|\b{_WHEN}(?: ngay)? nao co\b|^(?:sang|qua|de) {_WHEN}\b"
)
_GONE = re.compile(
    r"\bdi (?:ray|nuong|rung|vien|benh vien|hoc|lao|cho|dam|xa|vang|lam(?: (?:an|thue|xa|ray|nuong))?)\b"
)
_BUSY = re.compile(
    rf"\bban(?: (?:vao |hom |ngay )?{_WHEN})?(?: (?:viec|roi|lam|nuong|ray|hop|dam|cuoi|gio|gat|mua|qua|ca ngay|het|nha|mat))*$"
)
_ASKS = re.compile(r"\b(?:can bo|cong an|doan|doi|mo cua|lam viec|co lam|con cho|het cho|may gio|bao lau)\b")
"""Whether it is open then, and how long: that is answered, and moves nothing."""
_ANY_DAY = re.compile(r"\b(?:ngay|hom|bua|buoi) nao\b")
_TOPICS = frozenset({"book", "reschedule", "hours", "visit_when", "cancel"})
_OTHER_PART = {"morning": "afternoon", "afternoon": "morning"}


def another_day_said(spoken: Spoken) -> Understood | None:
    """The booking with that day, week or part of the day instead; None where the text says something else."""
    question = spoken.question
    if question is None or not question.books or not 2 < len(spoken.key.split()) <= LONGEST:
        return None
    if is_short_reply(spoken.text) or any_word(spoken.key) or answers_later(spoken.key):
        return None
    clauses = [clause for clause in _CLAUSES.split(spoken.text) if clause.strip()]
    wanted = [clause for clause in clauses if not _is_a_reason(clause)]
    if not wanted:
        return _not_then(_read(spoken.text, spoken))
    rest = ", ".join(wanted)
    key, gives_up = matching_key(rest), len(wanted) < len(clauses)
    if not _WISHES.search(key) and not gives_up:
        return None
    if (_ASKS.search(key) and not gives_up) or day_refused(rest, today=spoken.here.today):
        return None
    reading = _read(rest, spoken)
    if reading.people or reading.place is not None or (reading.sure and reading.intent not in _TOPICS):
        return None
    facts = _facts(reading, any_day=_ANY_DAY.search(key) is not None)
    stays = reading.date is not None and question.answers.get(DAY) == reading.date.isoformat()
    return None if not facts or stays else Understood(intent=BOOKS, facts=facts)


def _read(text: str, spoken: Spoken) -> Reading:
    return read(text, today=spoken.here.today, places=spoken.here.places())


def _is_a_reason(clause: str) -> bool:
    """Whether it says that she cannot come, or why, and not when she wants to."""
    key = matching_key(clause)
    village = "bản" in unicodedata.normalize("NFC", clause).casefold().split()
    busy = _BUSY.search(key) is not None and not village
    return busy or ((why_not(key) or cannot_come(key)) and not _WISHES.search(_GONE.sub("", key)))


def _facts(reading: Reading, *, any_day: bool) -> dict[str, Any]:
    part = {PART: reading.part_of_day} if reading.part_of_day else {}
    if reading.date is not None:
        return {FORGET: [OPENING], DAY: reading.date.isoformat(), **part}
    if reading.since is not None:
        return {FORGET: [OPENING, DAY, PART], SINCE: reading.since.isoformat(), **part}
    if reading.unclear_day:
        return {FORGET: [OPENING, DAY, PART], UNCLEAR: True}
    return {FORGET: [OPENING, *([DAY] if any_day else [])], **part} if part else {}


def _not_then(reading: Reading) -> Understood | None:
    """In the afternoon, where all she says is that she cannot come in the morning; another day, where it is that day."""
    if reading.people or reading.place is not None:
        return None
    if reading.date is not None:
        return Understood(intent=BOOKS, facts={FORGET: [OPENING, DAY, PART]})
    part = _OTHER_PART.get(reading.part_of_day or "")
    return Understood(intent=BOOKS, facts={FORGET: [OPENING], PART: part}) if part is not None else None
