"""Her commune's centre instead of a village that has no day soon: "ra xã thì sớm hơn à", "rứa thì ra trung tâm"."""

from dataclasses import replace

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, PLACE, SINCE, facts_of
from helpdesk.conversation.understanding.bookings.to_the_centre import (
    LONGEST,
    centre_of,
    goes_to_centre,
    lives_and_goes,
)
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Understood

_WHEN = (DAY, PART, SINCE)


def to_its_centre(spoken: Spoken, making: State) -> Understood | None:
    """The centre of the commune of the village for which she is booking, with the day that she says beside it."""
    place = making.answers.get(PLACE)
    if not isinstance(place, int) or len(spoken.key.split()) > LONGEST or not goes_to_centre(spoken.key):
        return None
    places = spoken.here.places()
    centre, reading = centre_of(place, places), read(spoken.text, today=spoken.here.today, places=places)
    if centre is None or reading.place is not None or reading.people:
        return None
    when = {name: value for name, value in facts_of(reading).items() if name in _WHEN}
    return Understood(intent=BOOKS, facts={PLACE: centre.id, **when})


def with_its_centre(spoken: Spoken, understood: Understood) -> Understood:
    """A booking at the centre, where the village that is named is no more than where she lives."""
    place = understood.facts.get(PLACE)
    if understood.intent != BOOKS or not isinstance(place, int) or not lives_and_goes(spoken.key):
        return understood
    centre = centre_of(place, spoken.here.places())
    return understood if centre is None else replace(understood, facts={**understood.facts, PLACE: centre.id})
