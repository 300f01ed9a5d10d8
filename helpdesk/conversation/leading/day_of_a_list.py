"""A line of a list chosen by its day: "thứ 6" where Friday 4/12 is offered, once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from helpdesk.booking.horizon import a_year_before, too_far
from helpdesk.clock import local_date
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.corrections import correction
from helpdesk.conversation.understanding.one_text import DAY
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Here, Question
from helpdesk.text.folding import matching_key

MOVES = "reschedule"
"""The flow that moves a booking to another day, and says what is wrong with a day."""

LONGEST = 4
"""Words of a text that says a day and nothing else: "thứ 6 tôi bận việc nhà" chooses nothing."""


def day_chosen(text: str, question: Question | None, here: Here) -> Heard | None:
    """The one line of the open list that is on the day `text` names, and names alone; None for all else."""
    if question is None or question.ask.expect != "option" or len(matching_key(text).split()) > LONGEST:
        return None
    days = _days(question.ask, question.answers)
    if not any(days):
        return None
    said = correction(text, read(text, today=here.today, places=()), {}, today=here.today) or {}
    on_it = [at for at, day in enumerate(days) if day is not None and day == said.get(DAY)]
    return Heard("chosen", on_it[0]) if len(on_it) == 1 else None


def no_such_day(said: Said) -> Onward | None:
    """What is said to a day that is over, or none of the calendar, where days are listed: the list stays open."""
    state, understood = said.state, said.understood
    ask = open_question(said.structure, state)
    if understood.answer is not None or understood.intent is not None or ask is None or state is None:
        return None
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


def _days(ask: Ask, answers: Mapping[str, Any]) -> list[str | None]:
    """The ISO day of each line of the open list; None for a line that has none."""
    lines = answers.get(ask.options or "") or () if ask.expect == "option" else ()
    return [line.get("facts", {}).get("when", {}).get("date") for line in lines]
