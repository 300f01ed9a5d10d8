"""Conversations that we start: what is due is said through a flow, under the contact's lock, once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.conversation.counting import note_asked
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.house import House, Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.lapsing import as_of
from helpdesk.conversation.lasting.outdated import without_bookings
from helpdesk.conversation.lasting.past_questions import without_past
from helpdesk.conversation.lasting.pinned import sayable, standing, structure_of
from helpdesk.conversation.playing import Played, play, word
from helpdesk.messaging.gateways import Gateway, active, pick
from helpdesk.messaging.inbound import last_gateway
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.messaging.subjects import Subject
from helpdesk.people.contacts import Contact


@dataclass(frozen=True, slots=True)
class Errand:
    """Something we have to say: the flow that says it, what it is about, and the key under which it is said once."""

    flow: str
    facts: Mapping[str, Any]
    kind: Kind
    intent_key: str
    useful_until: datetime
    # By which it is taken back when it is no longer so; see messaging/subjects.py.
    about: tuple[Subject, ...] = ()
    # At night, too: a notice about an opening within 24 hours.
    at_once: bool = False
    # Bookings of which all that is asked is no longer so: those questions are not taken up again.
    outdates: tuple[int, ...] = ()


def start(db: sa.Connection, contact: Contact, errand: Errand, house: House) -> int | None:
    """Say what is due to a contact that the caller holds; the outbox id, or None when nothing had to be said.

    What was being asked is suspended and taken up again afterwards.
    """
    scene = Scene(db, house, contact, way_to(db, contact, house), house.clock.now())
    conversation = without_past(db, house, as_of(db, house, store.load(db, contact.id), scene.now))
    conversation = replace(conversation, state=without_bookings(conversation.state, errand.outdates))
    played, edition = _played(scene, conversation, errand)
    # A flow that found nothing to say has only asked again what it suspended.
    spoke = any(saying.flow == errand.flow for saying in played.sayings)
    text = "\n".join(word(scene, played.sayings)) if spoke else ""
    if not text:
        return None
    if scene.gateway.two_way:
        store.save(db, contact.id, played.state, edition=edition, now=scene.now, before=conversation)
        note_asked(scene, played.state)
    draft = Draft(
        intent_key=errand.intent_key,
        kind=errand.kind,
        gateway_id=scene.gateway.id,
        recipient=contact.address,
        text=text,
        due_at=scene.now if errand.at_once else next_allowed(scene.now),
        contact_id=contact.id,
        commune_id=scene.commune_id,
        useful_until=errand.useful_until,
        about=errand.about,
    )
    return post(db, draft, now=scene.now)


def _played(scene: Scene, conversation: store.Conversation, errand: Errand) -> tuple[Played, str]:
    """The errand on top of what is being asked, in the structure that is pinned to; alone where that cannot be."""
    script, db = scene.house.script, scene.db
    structure = structure_of(scene.house, db, conversation.edition)
    state = standing(script, structure, conversation.state)
    if state is not None and errand.flow in structure.flows:
        played = play(scene, structure, state, Start(errand.flow, errand.facts, suspend=True))
        if sayable(script, structure, played.sayings) == played.sayings:
            return played, conversation.edition or script.edition
    return play(scene, script.structure, None, Start(errand.flow, errand.facts)), script.edition


def way_to(db: sa.Connection, contact: Contact, house: House) -> Gateway:
    """The way she last came, while it is there; else her commune's. As the operator has set them by now."""
    on = {gateway.channel for gateway in house.gateways}
    ways = [way for way in active(db) if way.channel in on]
    last = last_gateway(db, contact.id)
    known = [way for way in ways if way.id == last]
    return known[0] if known else pick(ways, commune_id=contact.commune_id)
