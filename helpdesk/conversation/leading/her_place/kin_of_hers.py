"""Whom of those she books or has booked a word of kin alone means: "mẹ tôi không đi được" is the one, and not all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from helpdesk.booking.bookings import live_bookings, live_bookings_of
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.waiting_list.offers import offer_by_id
from helpdesk.booking.waiting_list.waiting import wait_by_id
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID
from helpdesk.conversation.actions.making.relations_noted import relations_by_place
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.beginning import OFFERS
from helpdesk.conversation.leading.her_place.rather_then import spoken_of as booking_spoken_of
from helpdesk.conversation.leading.her_place.said_to_reminders import ASKS_WHETHER_SHE_COMES
from helpdesk.conversation.leading.her_place.which_of_hers import listed_bookings
from helpdesk.conversation.leading.her_place.who_moves import RESCHEDULE, days_listed, somebody_of
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.bookings.which_booked import ALL_SAID, KEPT_SAID
from helpdesk.conversation.understanding.people.kin_alone import (
    MOVES,
    STAYS_AWAY,
    Kin,
    KinSpoken,
    kin_alone,
    kin_chosen,
    kin_moving,
    kin_taking,
)
from helpdesk.conversation.understanding.people.who_stays import says_she_alone
from helpdesk.conversation.understanding.understand import IN_THE_MIDDLE, PEOPLE_SAID, Understood
from helpdesk.text.folding import matching_key

_WIDER = {
    Relation.WIFE: Relation.SPOUSE,
    Relation.HUSBAND: Relation.SPOUSE,
    Relation.SON_OR_DAUGHTER: Relation.CHILD,
    Relation.GRANDCHILD: Relation.CHILD,
    Relation.MOTHER: Relation.PARENT,
    Relation.FATHER: Relation.PARENT,
    Relation.GRANDFATHER: Relation.PARENT,
    Relation.GRANDMOTHER: Relation.PARENT,
}
"""What an official may have chosen for her instead."""

Hers = Sequence[tuple[str, Relation | None]]


def with_kin_named(spoken: Spoken) -> tuple[Spoken, str | None]:
    """The text with the names of those who are meant; or as it is, and what is wished for somebody of whom it is not
    clear who she is (None: nothing of the kind).

    Her people are looked up only where a text has the form of one about her kin.
    """
    asks_for_one = spoken.question is not None and spoken.question.ask.expect == "person"
    offered = spoken.state is not None and spoken.state.flow == OFFERS
    listed = days_listed(spoken.state) and not asks_for_one
    if listed and says_she_alone(spoken.text):
        me = _herself(list(_hers(spoken)))
        return (replace(spoken, text=me), None) if me is not None else (spoken, MOVES)
    reminded = spoken.state is not None and spoken.state.flow in ASKS_WHETHER_SHE_COMES
    said = kin_alone(spoken.text, reminded=reminded) or (kin_chosen(spoken.text) if asks_for_one else None)
    if said is None and (listed or listed_bookings(spoken)):
        said = kin_moving(spoken.text)
    if offered:
        said = kin_taking(spoken.text) or said
    making = spoken.state is not None and spoken.state.flow == BOOKS
    if said is None or (making and said.wish == MOVES):
        return spoken, None
    hers = list(_hers(spoken))
    if len(hers) < _SEVERAL or _named_so(said, hers):
        return spoken, None
    meant = [fitting(kin, hers) for kin in said.kin]
    if all(len(found) == 1 for found in meant):
        names = [found[0] for found in meant]
        told = f"{' va '.join(names)} khong di duoc" if said.wish == STAYS_AWAY else said.named(names)
        return replace(spoken, text=told), None
    return spoken, said.wish if all(kin.sure for kin in said.kin) and not offered else None


def whom_is_unclear(spoken: Spoken, wish: str) -> Understood | None:
    """What a wish for somebody means of whom it is not clear who she is: nobody is left out by it, and all are not meant.

    None where whom she means is asked as ever.
    """
    if spoken.state is not None and spoken.state.flow == BOOKS:
        return IN_THE_MIDDLE
    if wish == MOVES and spoken.state is not None and days_listed(spoken.state):
        # Said to a list of days it would choose one for all of them.
        return Understood(intent=RESCHEDULE, facts=somebody_of(spoken, spoken.state))
    return Understood(intent="cancel", facts={WHOM_UNSAID: True}) if wish == STAYS_AWAY else None


def moves_somebody(understood: Understood, wish: str | None) -> Understood:
    """The same, where it moves somebody of whom it is not clear who she is: that is asked before."""
    if wish != MOVES or understood.answer is not None:
        return understood
    if understood.intent is None and RESCHEDULE in understood.doubt:
        return Understood(intent=RESCHEDULE, facts={WHOM_UNSAID: True})
    if understood.intent != RESCHEDULE:
        return understood
    return replace(understood, facts={**understood.facts, WHOM_UNSAID: True})


def somebody_stays(spoken: Spoken, understood: Understood) -> Understood:
    """The same, where she gives up the place of one of hers and nothing says who that is: all of them are not meant."""
    if (
        understood.intent != "cancel"
        or understood.answer is not None
        or _ONE_STAYS.search(spoken.key) is None
    ):
        return understood
    if {PEOPLE_SAID, KEPT_SAID, ALL_SAID} & understood.facts.keys():
        return understood
    return replace(understood, facts={WHOM_UNSAID: True, **understood.facts})


_ONE_STAYS = re.compile(
    r"\b(?:chong|vo|me|ma|bo|cha|con|chau|anh|chi|ong|ba|em)(?: (?:toi|tui|em|minh|gai|trai|dau|re|noi|ngoai))+ (?:thi )?(?:bi|ban|om|khong|ko|k|kg|hong)\b"
)
"""One of hers stays away, whoever that is."""

_SEVERAL = 2


def _herself(hers: Hers) -> str | None:
    """The name of whoever writes: as she said before, or of the only one who is not said to be of her kin."""
    for who in (Relation.SELF, None):
        found = [name for name, relation in hers if relation is who]
        if len(found) == 1:
            return found[0]
    return None


def _hers(spoken: Spoken) -> Iterator[tuple[str, Relation | None]]:
    state = spoken.state
    if state is not None and state.flow == BOOKS:
        people: Sequence[Any] = state.answers.get(PEOPLE) or ()
        relations = relations_by_place(people, state.answers)
        yield from ((str(one[0]), relations.get(at)) for at, one in enumerate(people))
        return
    if state is not None and state.flow == OFFERS:
        yield from _waiting(spoken.scene, state)
        return
    scene, ids = spoken.scene, booking_spoken_of(state) if state is not None else ()
    if ids:
        booked = live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    else:
        booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    yield from ((person.name, person.relation) for booking in booked for person in booking.people)


def _waiting(scene: Scene, state: State) -> Iterator[tuple[str, Relation | None]]:
    offer = offer_by_id(scene.db, state.answers["offer_id"]) if state.answers.get("offer_id") else None
    wait = wait_by_id(scene.db, offer.wait_id) if offer is not None else None
    if wait is not None and wait.contact_id == scene.contact.id:
        yield from ((name, wait.relations.get(at)) for at, (name, _) in enumerate(wait.people))


def _named_so(said: KinSpoken, hers: Hers) -> bool:
    """Whether somebody's name is one of the words: "Ho Thi Me" is no mother."""
    return any(said.keys.intersection(matching_key(name).split()[-1:]) for name, _ in hers)


def fitting(kin: Kin, hers: Hers) -> list[str]:
    """The names of those who may be meant, each once."""
    meant = {Relation(one) for one in kin.relations}
    meant |= {_WIDER[one] for one in meant if one in _WIDER}
    return list({matching_key(name): name for name, relation in hers if relation in meant}.values())
