"""A turn of a USSD session: what was dialled or keyed in, and the page that answers it, in one transaction."""

from dataclasses import dataclass, replace

import sqlalchemy as sa

from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import House, Scene
from helpdesk.conversation.turn import Arrival, open_scene
from helpdesk.conversation.ussd.going_on import next_screen
from helpdesk.conversation.ussd.not_all_shown import remember
from helpdesk.conversation.ussd.screen import Screen, paged, words_of
from helpdesk.conversation.ussd.sessions import Session, find, keep
from helpdesk.conversation.ussd.texted import text_afterwards
from helpdesk.messaging import inbound
from helpdesk.messaging.gateways import USSD, Gateway, is_dialled
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.states import Kind, Outcome

PAGE = "page:"
"""What the intent key of a page begins with: it went out on the wire of its session, to no mailbox of texts."""


@dataclass(frozen=True, slots=True)
class Dial:
    """One turn as it came: a session as the operator names it, and its turn, counted from 1.

    `phone` is a canonical address. `text` is what was keyed in; of the first turn it may be what was dialled
    (`*123#`, `*123*3#`), or nothing.
    """

    session_id: str
    turn: int
    phone: str
    text: str
    gateway: Gateway


@dataclass(frozen=True, slots=True)
class Page:
    """What the phone shows: at most 182 septets of GSM-7. Unless it `goes_on` the session ends with it."""

    text: str
    goes_on: bool


def dial(db: sa.Connection, call: Dial, house: House) -> Page:
    """Take one turn of a session: the next page, or the page this very turn was shown before.

    The conversation is the contact's own, whatever way she comes: a session that breaks leaves it as it is.
    """
    arrival = _arrival(call)
    scene, seen = open_scene(db, arrival, house)
    session = find(db, call.gateway.id, call.session_id)
    if seen.repeat:
        return _again(scene, call, session)
    screen = next_screen(
        scene, arrival.text, session, first=call.turn <= 1, before=_said(scene, call, session)
    )
    text_afterwards(scene, screen.sayings, turn=f"{arrival.channel}:{arrival.provider_id}")
    return _show(scene, call, session, screen)


def apologise(db: sa.Connection, call: Dial, house: House) -> Page:
    """After a fault of ours: the turn is kept, the conversation stays where it was, and the session ends."""
    scene, seen = open_scene(db, _arrival(call), house)
    session = find(db, call.gateway.id, call.session_id)
    if seen.repeat:
        return _again(scene, call, session)
    return _show(scene, call, session, Screen(_sorry(scene), inbound.FAULT), outcome=Outcome.FAULT)


def _arrival(call: Dial) -> Arrival:
    own = call.gateway.channel
    return Arrival(
        channel=own if is_dialled(own) else f"{own}/{USSD}",
        provider_id=_turn_id(call, call.turn),
        gateway=call.gateway,
        sender=call.phone,
        text=call.text,
        answer_on_wire=True,
        receipts=False,
    )


def _turn_id(call: Dial, turn: int) -> str:
    return f"{call.session_id}:{turn}"


def _said(scene: Scene, call: Dial, session: Session | None) -> str:
    """The text of which she has a page before her."""
    if session is None:
        return ""
    turn = _turn_id(call, session.last_turn)
    said = inbound.replies_to(scene.db, channel=_arrival(call).channel, provider_id=turn)
    return said[0][1] if said else ""


def _again(scene: Scene, call: Dial, session: Session | None) -> Page:
    shown = session.shown.get(str(call.turn)) if session else None
    text = _said(scene, call, replace(session, last_turn=call.turn)) if session and shown else ""
    if shown is None or not text:
        return Page(paged(scene, _sorry(scene))[0], goes_on=False)
    page, goes_on = shown
    found = paged(scene, text)
    return Page(found[min(page, len(found) - 1)], goes_on)


def _show(
    scene: Scene,
    call: Dial,
    session: Session | None,
    screen: Screen,
    *,
    outcome: Outcome = Outcome.UNDERSTOOD,
) -> Page:
    found = paged(scene, screen.text)
    page = min(screen.page, len(found) - 1)
    remember(scene, replace(screen, page=page), pages=len(found))
    goes_on = not screen.over or page < len(found) - 1
    _keep(scene, call, session, replace(screen, page=page), goes_on=goes_on)
    if screen.noted_as is not None and scene.incoming is not None:
        scene.incoming.note(scene.db, screen.noted_as, outcome=outcome)
    arrival = _arrival(call)
    draft = Draft(
        intent_key=f"{PAGE}{arrival.channel}:{arrival.provider_id}",
        kind=Kind.REPLY,
        gateway_id=call.gateway.id,
        recipient=scene.contact.address,
        # All of it, whichever page is shown: it is what she was asked, and may be the wording of a consent.
        text=screen.text,
        due_at=scene.now,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        in_reply_to=scene.inbound_id,
        handed_over=True,
        receipts=False,
    )
    post(scene.db, draft, now=scene.now)
    return Page(found[page], goes_on)


def _keep(scene: Scene, call: Dial, session: Session | None, screen: Screen, *, goes_on: bool) -> None:
    shown = {**(session.shown if session else {}), str(call.turn): (screen.page, goes_on)}
    now = Session(
        last_turn=call.turn,
        page=screen.page,
        seen=screen.seen,
        asked=screen.asked,
        resuming=screen.resuming,
        shown=shown,
        ended_at=None if goes_on else scene.now,
    )
    keep(
        scene.db,
        now,
        gateway_id=call.gateway.id,
        session_id=call.session_id,
        contact_id=scene.contact.id,
    )


def _sorry(scene: Scene) -> str:
    return words_of(scene, (Saying("fault", "sorry", Slot.SAY, {}),))
