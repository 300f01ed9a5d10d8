"""A long text that comes as two, cut inside a name or between a name and its year: read as the one that it was."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.short_replies import is_short_reply
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import (
    DAY,
    FORGET,
    PEOPLE,
    PERSONS,
    facts_of,
    once,
)
from helpdesk.conversation.understanding.people.relations_said import with_relations
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.conversation.understanding.words import any_word
from helpdesk.messaging.last_said import last_text
from helpdesk.text.folding import matching_key
from helpdesk.text.people.half_names import is_half_a_name
from helpdesk.text.short_forms import written_out

TOGETHER = timedelta(minutes=2)
"""How far apart the parts of one text come at most."""

SEGMENTS = frozenset({67, 70, 153, 160})
"""Characters of a part that is full (3GPP TS 23.038 and 23.040): the next begins in the middle of a word, perhaps."""

_Person = tuple[str, int | None]


def sent_in_parts(spoken: Spoken) -> Understood | None:
    """The booking that both parts speak of, whichever came first; None where a text stands by itself.

    Two texts are one where together they name somebody whom neither names: nothing else is changed by it.
    """
    state = spoken.state
    if state is None or state.flow != BOOKS or not state.answers.get(PEOPLE) or _stands_alone(spoken):
        return None
    scene = spoken.scene
    before = last_text(scene.db, scene.contact.id, since=scene.now - TOGETHER)
    if before is None:
        return None
    before = written_out(before)
    first, now = _read(before, spoken), _read(spoken.text, spoken)
    for whole in _together(before, spoken.text):
        both = _read(whole, spoken)
        if _belong_together(both, first, now):
            understood = _of_both(both, first, now, state.answers)
            return with_relations(whole, understood)
    return None


def _stands_alone(spoken: Spoken) -> bool:
    return " " not in spoken.key or is_short_reply(spoken.text) or any_word(spoken.key) is not None


def _read(text: str, spoken: Spoken) -> Reading:
    return read(text, today=spoken.here.today, places=spoken.here.places())


def _together(before: str, now: str) -> Iterator[str]:
    for first, second in ((before, now), (now, before)):
        # Only where a part is full a word may go on in the next.
        yield from ((first + second,) if len(first) in SEGMENTS else ())
        yield f"{first} {second}"


def _belong_together(both: Reading, first: Reading, now: Reading) -> bool:
    """Whether one who is named across the cut is named by neither part, and nothing that a part says is lost by it."""
    apart = {*_people(first), *_people(now)}
    across = [one for one in _people(both) if one not in apart]
    dates = {one.date for one in (first, now) if one.date}
    kept = both.place == (now.place or first.place) and (len(dates) != 1 or both.date in dates)
    if len(across) != 1 or not kept:
        return False
    name, year = across[0]
    gone = [one for one in apart if one not in _people(both)]
    return bool(gone) and all(_is_part(one, name, year) for one in gone)


def _is_part(one: _Person, name: str, year: int | None) -> bool:
    """Whether somebody of one part is a piece of who is named across the cut: "Hồ Văn" or "Kiên 2003" of Hồ Văn Kiên 2003,
    "Y Mun" where only the year was beyond it."""
    key, whole = matching_key(one[0]), matching_key(name)
    if one[1] is not None:
        return one[1] == year and key != whole and whole.endswith(key)
    return key == whole or (
        whole.startswith(key) and (is_half_a_name(one[0]) or not whole.startswith(f"{key} "))
    )


def _people(reading: Reading) -> Sequence[_Person]:
    return [(person.name, person.birth_year) for person in reading.people]


def _of_both(both: Reading, first: Reading, now: Reading, answers: Mapping[str, Any]) -> Understood:
    """The facts of the whole text in the place of those that its first part had given."""
    gone = {(matching_key(name), year) for name, year in _people(first)}
    facts = facts_of(both) | ({DAY: now.date.isoformat()} if now.date else {})
    others = [one for one in answers[PEOPLE] if (matching_key(one[0]), one[1]) not in gone]
    people = [
        one
        for one in facts.get(PEOPLE, ())
        if not any(_is_part((one[0], one[1]), *other) for other in others)
    ]
    return Understood(
        intent=BOOKS, facts={**facts, PEOPLE: once([*others, *people]), FORGET: [PEOPLE, PERSONS]}
    )
