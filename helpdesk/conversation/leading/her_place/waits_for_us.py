"""Who asks how long she has still to wait, or that nobody calls: told by her own place, or rung; never by a general rule."""

import re

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.at_the_question import TELLS_HER_BOOKING
from helpdesk.conversation.leading.on_the_way.drafts import is_draft
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH
from helpdesk.people.tables import Reach
from helpdesk.tickets.open_requests import newest_request
from helpdesk.tickets.tables import TicketKind

HERS, RINGS = "my_booking", "callback"
"""Flows: the place that she has or waits for; who is rung."""

STILL_TO_CALL = "still_to_call"
"""The flow of who asked for a call already."""

ASKS_FOR_A_CALL = frozenset(
    {TicketKind.CALLBACK, TicketKind.HOME_VISIT, TicketKind.QUESTION, TicketKind.SIM, TicketKind.PHONE_LOAN}
)
"""Requests that end with a call."""

NO_CALL = "no_call"
"""The flow of who wants no call any more."""

_NO_CALL = re.compile(
    r"(?:(?:da|thoi|xin|can bo|oi|toi|tui|em|con|chau|minh|vay|roi) )*(?:dung|khong|ko|k|khoi|chang)(?: (?:can|co|phai|muon))* (?:goi|goi dien|alo)"
    r"(?: (?:dien|thoai|lai|nua|cho|toi|tui|em|con|chau|minh|dau|a|nhe|nha|can bo|roi|cam on|lam|dang|ban|met|phien))*|(?:toi |xin )?huy (?:yeu cau |cuoc |viec )?goi(?: lai| dien)*|(?:please )?(?:don t|do not|no need to) call(?: me)?(?: back)?|(?:please )?stop calling(?: me)?"
)
_HOW_LONG = re.compile(
    r"\b(?:con|phai)(?: phai)? (?:cho|doi)(?: them)? (?:bao lau|lau|den (?:bao gio|khi nao|luc nao)|may (?:ngay|tieng|gio)|nua)\b"
    r"|\b(?:bao gio|khi nao|luc nao|may gio|bao lau nua|khi mo|chung nao)(?: thi| moi)? (?:den|toi) (?:luot|phien|lan|so)\b|\b(?:den|toi) (?:luot|phien|so) (?:toi |tui |em |minh )?chua\b"
    r"|\b(?:cho|doi) (?:mai|hoai|lau|ca buoi|tu sang)\b.*\b(?:chua|khong|ko) (?:\w+ )?(?:den|toi|goi|duoc)\b|^(?:sao|rang) (?:ma )?lau (?:the|vay|rua|qua)\b.*"
    r"|\bhow (?:much )?long(?:er)? (?:do|must|will|still)\b.*\bwait\b"
)
_NOBODY_RINGS = re.compile(
    r"\b(?:khong|ko|chua|chang|hong)(?: (?:co|he|ma))?(?: (?:thay|ai|can bo|cong an|nguoi nao|nguoi|xa))+ (?:goi|nghe may|bat may|nhac may|alo|lien he|lien lac)\b"
    r"|^(?:sao|rang|tai sao|vi sao)(?: (?:lai|ma|can bo|xa))* (?:khong|chua|ko)(?: (?:thay|ai))* goi(?: (?:lai|cho toi|cho tui|toi|tui|dien|gi|het|vay|the|a|can bo))*$"
    r"|\b(?:vua|moi|co) goi\b(?: \w+){0,6} (?:khong|ko|chua|chang|hk|hong)(?: (?:thay|ai|co))* (?:nghe|bat|nhac|tra loi)\b"
    r"|\bno ?(?:body|one) (?:called|calls|rang|answers|picks up)\b"
)


def waits_for_us(said: Said) -> Onward | None:
    """Her own place with its hour and number, if she has one or waits for one; else an official rings who was not rung."""
    if said.understood.answer is None and _NO_CALL.fullmatch(said.key) and NO_CALL in said.script.flows:
        # Who is rung from now on is asked how else; a request for one call is called off.
        return (
            Onward(Start(REACH), anew=True)
            if said.scene.contact.reach == Reach.CALL.value
            else beside(said, NO_CALL)
        )
    how_long, not_rung = _HOW_LONG.search(said.key), _NOBODY_RINGS.search(said.key)
    if said.understood.answer is not None or not (how_long or not_rung):
        return None
    state = said.state
    if is_draft(state) if state is not None else False:
        return None
    if how_long or _is_today(said):
        if state is not None and state.flow in TELLS_HER_BOOKING:
            return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
        if _has_a_place(said):
            return Onward(Start(HERS), anew=True)
    if not not_rung:
        return None
    # Who asked for a call already is told that it stands, and asks for no second one.
    asked = newest_request(said.scene.db, said.scene.contact.id, kinds=ASKS_FOR_A_CALL) is not None
    flow = STILL_TO_CALL if asked else RINGS
    return Onward(Start(flow), anew=True, noted_as=flow)


def _is_today(said: Said) -> bool:
    """Whether she may be standing at the desk."""
    hers = said.hers
    return any(booking.opening.day == local_date(said.scene.now) for booking in hers)


def _has_a_place(said: Said) -> bool:
    db, hers, now = said.scene.db, said.scene.contact.id, said.scene.now
    return bool(live_bookings_of(db, hers, now=now) or waits_of(db, hers, now=now))
