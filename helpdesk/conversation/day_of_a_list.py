"""A line of a list chosen by its day: "thứ 6" where Friday 4/12 is offered, once."""

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.corrections import correction
from helpdesk.conversation.understanding.one_text import DAY
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Here, Question
from helpdesk.text.folding import matching_key

LONGEST = 4
"""Words of a text that says a day and nothing else: "thứ 6 tôi bận việc nhà" chooses nothing."""


def day_chosen(text: str, question: Question | None, here: Here) -> Heard | None:
    """The one line of the open list that is on the day `text` names, and names alone; None for all else."""
    if question is None or question.ask.expect != "option" or len(matching_key(text).split()) > LONGEST:
        return None
    lines = question.answers.get(question.ask.options or "", ())
    days = [line.get("facts", {}).get("when", {}).get("date") for line in lines]
    if not any(days):
        return None
    said = correction(text, read(text, today=here.today, places=()), {}, today=here.today) or {}
    on_it = [at for at, day in enumerate(days) if day is not None and day == said.get(DAY)]
    return Heard("chosen", on_it[0]) if len(on_it) == 1 else None
