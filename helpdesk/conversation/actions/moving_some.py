"""Moving only those of a booking whom she names to another day: the others keep their places."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from helpdesk.booking.openings import on_day
from helpdesk.conversation.actions.facts import opening_facts, people_facts
from helpdesk.conversation.actions.people_in_booking import find_openings_apart
from helpdesk.conversation.actions.reachable import her_booking
from helpdesk.conversation.actions.spoken_of import persons_named
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.understand import DAY_SAID, PEOPLE_SAID

Answers = Mapping[str, Any]


def whom_to_move(scene: Scene, answers: Answers) -> Happened:
    """Whether she named `some` of the booking, who are then to go without the others; `all` where nobody would stay."""
    booking = her_booking(scene, answers)
    ids = persons_named(booking, answers.get(PEOPLE_SAID) or ()) if booking else []
    if booking is None or len(ids) in (0, booking.party):
        return Happened("all")
    going = [person for person in booking.people if person.id in ids]
    return Happened("some", {"going": [one.id for one in going], "named": people_facts(going)["people"]})


def find_days_apart(scene: Scene, answers: Answers) -> Happened:
    """The next other openings of the place with room for those who go; `that_day`: the one on the day she said."""
    booking = her_booking(scene, answers)
    if booking is None or not answers.get(DAY_SAID):
        return find_openings_apart(scene, answers)
    here, going = booking.opening, len(answers["going"])
    on_it = on_day(scene.db, date.fromisoformat(answers[DAY_SAID]), place_id=here.place_id)
    found = [one for one in on_it if one.id != here.id and one.free >= going and one.starts_at > scene.now]
    if len(found) != 1:
        return find_openings_apart(scene, answers)
    return Happened("that_day", {**opening_facts(found[0]), "opening_id": found[0].id, DAY_SAID: None})
