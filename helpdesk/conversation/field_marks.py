"""A team leader on the road has no data: he says by SMS who came. Only from an official's own number, and only so.

"DEN 12345" all of that booking came, "VANG 12345 2" the second of them did not, "XONG 12345 23456" level 2 is taken.
Nobody else's text is looked up for it: only one of exactly this form asks whose number it is.
"""

import re
from dataclasses import dataclass

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.conversation.engine.turns import Saying, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.playing import play
from helpdesk.people.officials import by_phone
from helpdesk.text.folding import matching_key

FLOW = "field_marks"
"""The flow that answers, and what such a message is noted as."""

WORDS = {
    "den": Outcome.CAME,
    "vang": Outcome.ABSENT,
    "xong": Outcome.TAKEN,
    "xong the": Outcome.TAKEN_WITH_CARD,
    "ve": Outcome.SENT_AWAY,
    "kich hoat": Outcome.ACTIVATED,
    "sua": None,
}
"""What a leader may begin with; None takes the last mark of today back."""

_FORM = re.compile(rf"({'|'.join(sorted(WORDS, key=len, reverse=True))})((?: \d{{5}}(?: \d{{1,2}})*)+)")
_BOOKING = re.compile(r" (\d{5})((?: \d{1,2}(?!\d))*)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of which bookings: each by its code, with the numbers of the persons meant, or none for all."""

    to: Outcome | None
    bookings: tuple[tuple[str, tuple[int, ...]], ...]


def read_marks(text: str) -> Marks | None:
    """What a text marks; None for any other text."""
    form = _FORM.fullmatch(matching_key(text))
    if form is None:
        return None
    said = ((code, tuple(map(int, numbers.split()))) for code, numbers in _BOOKING.findall(form[2]))
    return Marks(WORDS[form[1]], tuple(dict.fromkeys(said)))  # said twice is meant once


def marks_said(scene: Scene, text: str) -> tuple[Saying, ...] | None:
    """Mark what an official says, and the answer to him; None where it is not that, or nobody who may say it.

    His conversation, if he has one, stays as it is.
    """
    marks = read_marks(text)
    if marks is None:
        return None
    official = by_phone(scene.db, scene.contact.address)
    if official is None or not official.active:
        return None
    facts = {
        "official": [official.id, official.commune_id, official.team_id],
        "to": marks.to.value if marks.to else None,
        "marks": [[code, list(numbers)] for code, numbers in marks.bookings],
    }
    return play(scene, scene.house.script.structure, None, Start(FLOW, facts)).sayings
