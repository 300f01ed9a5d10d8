"""Moving only those of a booking whom she names to another day: the others keep their places."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from helpdesk.booking.openings import on_day
from helpdesk.conversation.actions.facts import opening_facts, people_facts
from helpdesk.conversation.actions.her_place.changing import lines_of_persons
from helpdesk.conversation.actions.her_place.people_in_booking import find_openings_apart
from helpdesk.conversation.actions.her_place.reachable import her_booking
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID, one_of_several, persons_named
from helpdesk.conversation.actions.making.choosing import other_part, said_in_vain, where_to
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import UNCLEAR
from helpdesk.conversation.understanding.understand import DAY_SAID, PEOPLE_SAID

Answers = Mapping[str, Any]


def whom_to_move(scene: Scene, answers: Answers) -> Happened:
    """Whether she named or chose `some` of the booking, who are then to go without the others; `all` where nobody would
    stay; `unsaid` where it is somebody, or two have that name, and she is to choose; `kept`: after all nobody."""
    booking = her_booking(scene, answers)
    if booking is None or booking.party == 1:
        return Happened("all")
    chosen = answers.get("moving")
    if chosen == "none":
        return Happened("kept")
    ids = persons_named(booking, answers.get(PEOPLE_SAID) or ()) if chosen is None else [chosen]
    unclear = chosen is None and one_of_several(booking, answers.get(PEOPLE_SAID) or ())
    if unclear or (not ids and answers.get(WHOM_UNSAID)):
        return Happened("unsaid", {"movable": lines_of_persons(booking, somebody=True)})
    going = [person for person in booking.people if person.id in ids]
    if len(going) in (0, booking.party):
        return Happened("all")
    return Happened("some", {"going": [one.id for one in going], "named": people_facts(going)["people"]})


def find_days_apart(scene: Scene, answers: Answers) -> Happened:
    """The next other openings of the place with room for those who go; `that_day`: the one on the day she said; what is
    wrong with that day is told as in `find_other_openings`."""
    booking = her_booking(scene, answers)
    if booking is None or not (answers.get(DAY_SAID) or answers.get(UNCLEAR)):
        return find_openings_apart(scene, answers)
    if not answers.get(DAY_SAID):
        return said_in_vain(scene, answers) or find_openings_apart(scene, answers)
    here, going = booking.opening, len(answers["going"])
    on_it = on_day(scene.db, date.fromisoformat(answers[DAY_SAID]), place_id=where_to(answers, booking))
    found = [one for one in on_it if one.id != here.id and one.free >= going and one.starts_at > scene.now]
    in_vain = other_part(found, answers) if found else said_in_vain(scene, answers)
    if in_vain is not None:
        return in_vain
    if len(found) != 1:
        return find_openings_apart(scene, answers)
    return Happened("that_day", {**opening_facts(found[0]), "opening_id": found[0].id, DAY_SAID: None})
