"""Who is too old or too weak to come, and in which village: said in one text, it is to stand on the request for help."""

from dataclasses import replace

from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE, facts_of
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Understood

WEAK = "elderly_home"
"""The topic of who cannot come."""


def with_weak_one(spoken: Spoken, understood: Understood) -> Understood:
    """What was understood; with who it is and where, where help for somebody weak is asked for. Of the illness nothing is kept."""
    if understood.intent != WEAK or understood.answer is not None:
        return understood
    said = facts_of(read(spoken.text, today=spoken.here.today, places=spoken.here.places()))
    beside = {name: said[name] for name in (PEOPLE, PLACE) if said.get(name)}
    return replace(understood, facts={**beside, **understood.facts})
