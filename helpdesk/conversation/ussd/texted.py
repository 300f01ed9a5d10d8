"""What was told on a page and is to be kept, such as a booking's code, comes by SMS as well."""

import logging
from dataclasses import replace

from helpdesk.booking.reminding.retracting import subject_name
from helpdesk.conversation.engine.turns import Saying
from helpdesk.conversation.house import Scene
from helpdesk.conversation.playing import word
from helpdesk.conversation.telling.starting import way_to
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.policy.usefulness import OTHERS_USEFUL
from helpdesk.messaging.states import Kind
from helpdesk.messaging.subjects import Subject

log = logging.getLogger("helpdesk")


def text_afterwards(scene: Scene, sayings: tuple[Saying, ...], *, turn: str) -> int | None:
    """Write what of `sayings` is to be kept to the outbox; its id, or None where nothing is.

    It answers what she did a moment ago, so it may leave at any hour. A booking that is changed before it left takes
    it back. `turn` names the turn, which is said once.
    """
    flows = scene.house.script.flows
    kept = tuple(saying for saying in sayings if flows[saying.flow].texts[saying.step].also_by_sms)
    if not kept:
        return None
    try:
        gateway = way_to(scene.db, scene.contact, scene.house)
    except LookupError:
        log.warning("nothing can be texted: there is no gateway but USSD; the page alone has told it")
        return None
    bookings = (saying.answers["booking_id"] for saying in kept if "booking_id" in saying.answers)
    draft = Draft(
        intent_key=f"texted:{turn}",
        kind=Kind.REPLY,
        gateway_id=gateway.id,
        recipient=scene.contact.address,
        text="\n".join(word(replace(scene, gateway=gateway), kept)),
        due_at=scene.now,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        useful_until=scene.now + OTHERS_USEFUL,
        about=tuple(Subject(subject_name(booking)) for booking in dict.fromkeys(bookings)),
    )
    return post(scene.db, draft, now=scene.now)
