"""Taking what is offered for only some of those who wait together: the others' places go to whoever is next."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.waiting_list.offers import Offer
from helpdesk.conversation.actions.facts import Facts
from helpdesk.conversation.actions.her_place.spoken_of import who_is_named
from helpdesk.conversation.actions.waits.waiting_facts import names_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

SOME_SAID = "some_said"
"""Among the answers of an offer: [[name, birth year or None], …] for whom it is taken, where not for all; or how many."""

Answers = Mapping[str, Any]


def of_some(offer: Offer, answers: Answers) -> Happened | None:
    """`held_some`: for whom it is taken, and who is left out; `held_which`: how many, and not who; None: nothing is said
    of that, or of nobody who waits."""
    said = answers.get(SOME_SAID)
    if not said or not offer.people:
        return None
    if isinstance(said, int):
        return Happened("held_which", {SOME_SAID: None}) if 0 < said < len(offer.people) else None
    takes = taken(offer.people, said)
    if not takes or len(takes) == len(offer.people):
        return None
    gone = [one for one in offer.people if one not in takes]
    facts: Facts = {
        "named": names_facts(takes)["people"],
        "gone": names_facts(gone)["people"],
        SOME_SAID: [[*one] for one in takes],
    }
    return Happened("held_some", facts)


def taken(
    people: Sequence[tuple[str, int | None]], said: Sequence[Sequence[Any]]
) -> tuple[tuple[str, int | None], ...]:
    """Those of `people` who are named in `said`, by their whole names or the last of them."""
    at = who_is_named(people, said)
    return tuple(one for place, one in enumerate(people) if place in at)


def take_all_offered(_scene: Scene, _answers: Answers) -> Happened:
    """After all for everybody."""
    return Happened("done", {SOME_SAID: None})


def without_the_others(scene: Scene, db: sa.Connection, booking: Booking, answers: Answers) -> Booking:
    """The booking that was made of an offer, with the places of those given back for whom it was not taken."""
    said = answers.get(SOME_SAID)
    if not said or isinstance(said, int):
        return booking
    stays = who_is_named([(one.name, one.birth_year) for one in booking.people], said)
    gone = [one.id for at, one in enumerate(booking.people) if at not in stays]
    if not gone or len(gone) == booking.party:
        return booking
    changes.cancel(db, booking, person_ids=gone, now=scene.now)
    return live_by_id(db, [booking.id])[booking.id]
