"""Phones of their own that were written beside names: shown where the names are read out, noted when it is booked."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.booking.persons.own_phones import Giving, give_all
from helpdesk.conversation.actions.facts import Facts
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import PHONES
from helpdesk.text.folding import matching_key
from helpdesk.text.phone_numbers import canonical, national

Answers = Mapping[str, Any]


def phones_by_place(scene: Scene, people: Sequence[Sequence[Any]], answers: Answers) -> dict[int, str]:
    """The numbers that stood beside those named, by place among them. The phone that writes is told anyway."""
    left = list(enumerate(people))
    ours = (scene.contact.address, canonical(scene.gateway.address))
    found = {}
    for name, number in answers.get(PHONES) or ():
        hers = next((one for one in left if matching_key(one[1][0]) == matching_key(name)), None)
        if hers is None:
            continue
        left.remove(hers)
        if number not in ours:
            found[hers[0]] = number
    return found


def with_phones(named: Facts, phones: Mapping[int, str]) -> Facts:
    """A value {"people": …} that is spoken with the numbers of those who have one."""
    if not phones:
        return named
    shown = [national(phones[place]) if place in phones else None for place in range(len(named["people"]))]
    return {**named, "phones": shown}


def note_phones(scene: Scene, booking: Booking, answers: Answers, *, but_not: int = 0) -> bool:
    """Note the numbers of those booked just now, who are in the order in which they were named; whether all are.

    `but_not`: so many stand before them, who had their places already.
    """
    new = booking.people[but_not:]
    phones = phones_by_place(scene, [(person.name, None) for person in new], answers)
    if not phones:
        return True
    given = give_all(
        scene.db,
        booking,
        {new[place].id: number for place, number in phones.items()},
        by_contact_id=scene.contact.id,
        now=scene.now,
        timetable=scene.house.timetable,
    )
    return Giving.TOO_MANY not in given.values()
