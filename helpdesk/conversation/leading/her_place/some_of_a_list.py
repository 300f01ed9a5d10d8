"""Whom of a list that is shown she means in words of her own: "2 và 3", "bà Lan", "Lúc với Lan", "giữ bà Lan"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.conversation.understanding.people.who_goes_who_stays import who_goes_who_stays
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID, Understood

_WISHES = frozenset({"cancel", "reschedule"})
"""Flows in which those who are meant are asked about once more before anything is done."""

_SEVERAL = re.compile(
    r"(?:(?:so|huy|bo|doi|chon|cho|nguoi) )*[0-9]{1,2}(?: (?:(?:va|voi|and|so) )*[0-9]{1,2})+(?: (?:nhe|nha|a|thoi))*"
)
_LAST = re.compile(r"(?:(?:huy|bo|doi|cho|cai) )*nguoi (?:sau )?cuoi(?: cung)?(?: (?:nhe|nha|a|thoi))*")


def some_of_a_list(spoken: Spoken, _understood: Understood, state: State) -> tuple[Understood, State] | None:
    """Several of those who are listed, or one by what she is called: the wish about them, so that she is asked."""
    question = spoken.question
    if question is None or question.ask.expect != "person" or state.flow not in _WISHES:
        return None
    lines: Sequence[Mapping[str, Any]] = question.answers.get(question.ask.options or "", ())
    persons = {at: line["facts"]["who"]["person"] for at, line in enumerate(lines) if _is_person(line)}
    going = _going(spoken, persons)
    if not going or len(going) == len(persons):
        return None
    when = {name: state.answers[name] for name in (DAY_SAID, PART_SAID, SINCE) if state.answers.get(name)}
    moved_to = when if state.flow == "reschedule" else {}
    return Understood(
        intent=state.flow, facts={PEOPLE_SAID: [[*persons[at]] for at in going], **moved_to}
    ), state


def _going(spoken: Spoken, persons: Mapping[int, Sequence[Any]]) -> list[int]:
    """Whom she means, by their lines; [] where it is not clear."""
    if _SEVERAL.fullmatch(spoken.key):
        numbers = sorted({int(number) - 1 for number in re.findall(r"[0-9]+", spoken.key)})
        return numbers if all(number in persons for number in numbers) else []
    if _LAST.fullmatch(spoken.key):
        return [max(persons, default=-1)] if persons else []
    at = list(persons)
    going, staying = who_goes_who_stays(spoken.text, [str(persons[line][0]) for line in at])
    if staying and not going:
        going = [place for place in range(len(at)) if place not in staying]
    return [at[place] for place in going]


def _is_person(line: Mapping[str, Any]) -> bool:
    return "person" in line.get("facts", {}).get("who", {})
