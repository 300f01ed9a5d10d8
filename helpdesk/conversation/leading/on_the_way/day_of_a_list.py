"""A line of a list chosen by its day: "thứ 6" where Friday 4/12 is offered, once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from helpdesk.booking.horizon import a_year_before, too_far
from helpdesk.clock import local_date
from helpdesk.conversation.actions.making.choosing import NOON
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.corrections import correction
from helpdesk.conversation.understanding.bookings.one_text import DAY
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Here, Question
from helpdesk.text.days.spoken_dates import day_refused
from helpdesk.text.folding import matching_key

MOVES = "reschedule"
"""The flow that moves a booking to another day, and says what is wrong with a day."""

ABOUT_TIMES = frozenset({None, "hours", "visit_when", "reschedule", "book"})
"""Topics that a part of the day looks like, or none."""

LONGEST_ABOUT_TIMES = 6
"""Words of such a text that asks for nothing else."""

LONGEST = 4
"""Words of a text that says a day and nothing else: "thứ 6 tôi bận việc nhà" chooses nothing."""


def day_chosen(text: str, question: Question | None, here: Here) -> Heard | None:
    """The one line of the open list that is on the day `text` names, and names alone; None for all else."""
    if question is None or question.ask.expect != "option" or len(matching_key(text).split()) > LONGEST:
        return None
    days = _days(question.ask, question.answers)
    if not any(days) or day_refused(text, today=here.today):
        return None
    reading = read(text, today=here.today, places=())
    said = correction(text, reading, {}, today=here.today) or {}
    on_it = [at for at, day in enumerate(days) if day is not None and day == said.get(DAY)]
    if len(on_it) != 1:
        return None
    its_part = _parts(question.ask, question.answers)[on_it[0]]
    differs = None not in (its_part, reading.part_of_day) and its_part != reading.part_of_day
    return None if differs else Heard("chosen", on_it[0])


def no_such_day(said: Said) -> Onward | None:
    """What is said to a day that is over, or none of the calendar, where days are listed: the list stays open."""
    state, understood = said.state, said.understood
    ask = open_question(said.structure, state)
    if understood.answer is not None or ask is None or state is None:
        return None
    if understood.intent not in ABOUT_TIMES or (
        understood.intent and len(said.key.split()) > LONGEST_ABOUT_TIMES
    ):
        return None
    told = part_in_vain(said.text, ask, state.answers, now=said.scene.now)
    if told is not None and state.flow == BOOKS and told[0] == "other_part":
        return None  # the day counts all the same
    if told is None and understood.intent is None:
        told = day_in_vain(said.text, ask, state.answers, now=said.scene.now)
    if told is None or MOVES not in said.script.flows:
        return None
    step, facts = told
    return Onward(None, only_says=Saying(MOVES, step, Slot.SAY, facts))


def day_in_vain(
    text: str, ask: Ask, answers: Mapping[str, Any], *, now: datetime
) -> tuple[str, dict[str, Any]] | None:
    """What is to be said, with its facts, where days are listed and `text` says one that is over ("20/11" in December)
    or is not in the calendar ("rằm", "31/2", "cuối tháng"); None for all else."""
    if not any(_days(ask, answers)):
        return None
    said = read(text, today=local_date(now), places=())
    if said.date is not None and too_far(said.date, now=now):
        return "past_day", {"asked_day": {"date": a_year_before(said.date).isoformat()}}
    return ("unclear_day", {}) if said.unclear_day else None


def part_in_vain(
    text: str, ask: Ask, answers: Mapping[str, Any], *, now: datetime
) -> tuple[str, dict[str, Any]] | None:
    """The same where `text` says a part of the day in which none of them is: "buổi chiều có không", "thứ 6 chiều"."""
    said, parts = read(text, today=local_date(now), places=()), _parts(ask, answers)
    if said.part_of_day is None or not any(parts) or said.people:
        return None
    told, lines = {"asked_part": {"phrase": said.part_of_day}}, answers[ask.options or ""]
    if said.date is None:
        place = lines[0]["facts"].get("place")
        return None if said.part_of_day in parts or place is None else ("no_part", {**told, "place": place})
    that_day = [at for at, day in enumerate(_days(ask, answers)) if day == said.date.isoformat()]
    if not that_day or said.part_of_day in [parts[at] for at in that_day]:
        return None
    known = lines[that_day[0]]["facts"]
    return "other_part", {**told, "asked_day": known["when"], "hours": known["hours"]}


def _parts(ask: Ask, answers: Mapping[str, Any]) -> list[str | None]:
    """The part of the day in which each line of the open list begins; None for a line that has no hours."""
    lines = answers.get(ask.options or "") or () if ask.expect == "option" else ()
    begins = [line.get("facts", {}).get("hours", {}).get("hours", [""])[0] for line in lines]
    return [None if not at else "morning" if int(at[:2]) < NOON else "afternoon" for at in begins]


def _days(ask: Ask, answers: Mapping[str, Any]) -> list[str | None]:
    """The ISO day of each line of the open list; None for a line that has none."""
    lines = answers.get(ask.options or "") or () if ask.expect == "option" else ()
    return [line.get("facts", {}).get("when", {}).get("date") for line in lines]
