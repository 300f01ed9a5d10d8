"""Who takes back what she has just said or chosen: books after all what she let be or cancelled, keeps what she was about to
cancel, or wants to see her place first."""

import re

from helpdesk.booking.lately import cancelled_just_now
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE, PLACE
from helpdesk.conversation.understanding.words import any_word

SHOWS, CANCELS = "my_booking", "cancel"
SURE = frozenset({"sure", "sure_for"})
"""Steps that ask whether she cancels, of whose choices the second keeps."""

_OH = r"(?:(?:a|o|oi|u|da|thoi|khong|ko|chet|cha|troi|uy|ui|ua|lo|nham|quen|khoan|xin loi|toi|tui|em|con|minh|bam|nhan|lon|no|sorry|oops)(?: roi)? )*"
_AFTER_ALL = re.compile(
    rf"{_OH}(?:(?:cu|van|xin|muon|cho toi|lai) )*(?:dat(?: lai)?(?: cho| di| nhe| nha| giup| luon| nhu cu| nhu truoc| nhu luc nay| toi| voi| a)+|dat lai|van dat|van lam|cu dat|book it(?: after all)?|book (?:it )?again)"
    rf"|{_OH}(?:(?:cho|xin|nho|can bo|muon|giup|lam on|co the|hay) )*(?:(?:khoi phuc|phuc hoi)(?: lai)?|(?:cho|lay|lam|giu|tra|dat|ghi|xin)(?: (?:toi|tui|em|con|minh))? lai (?:cho|lich|buoi|hen|ngay|nhu)(?: (?:cu|luc nay|truoc|do|hoi nay|dau|vua roi))+)"
    r"(?: (?:cho|lich|hen|lai|cu|toi|tui|em|con|minh|giup|voi|di|nhe|nha|a|duoc khong|duoc ko|luc nay|vua huy|vua roi))*"
)
_NOT_CANCELLED = re.compile(
    rf"{_OH}(?:dung(?: co)? huy|khong huy|ko huy|khong (?:muon|dinh|phai|he) huy|van di|van giu|giu lai)(?: (?:nua|nhe|nha|cho|lai|toi|tui|em|con|cua|giup|a|dau|voi|duoc khong))*|{_OH}(?:do not|don t) cancel"
)
_STILL_COMES = re.compile(
    rf"{_OH}(?:(?:toi|tui|em|con|minh|chung toi|ca nha|we|i) )*(?:van|se) (?:di|den|len|lam|giu)(?: (?:duoc|nhe|nha|a|ma|cho|lam|chu))*"
)


def taken_back(said: Said) -> Onward | None:
    """What she wants after all, where it is clear; nothing is booked or kept that is not echoed or told."""
    state = said.state
    if state is not None and state.flow == CANNOT_COME and any_word(said.key) == SHOWS:
        return Onward(Start(SHOWS), anew=True)
    if state is not None and (state.flow, state.step) in {(CANCELS, step) for step in SURE}:
        return Onward(Heard("choice", 1)) if _STILL_COMES.fullmatch(said.key) else None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    books, keeps = _AFTER_ALL.fullmatch(said.key), _NOT_CANCELLED.fullmatch(said.key)
    if (books is None and keeps is None) or any_word(said.key) is not None:
        return None
    scene = said.scene
    if said.hers:
        return None
    gone = cancelled_just_now(scene.db, scene.contact.id, now=scene.now)
    if gone is None:
        return Onward(Start(BOOKS), anew=True) if books is not None else None
    again = {PEOPLE: [[*one] for one in gone.people], PLACE: gone.place_id, DAY: gone.day.isoformat()}
    return Onward(Start(BOOKS, again), anew=True)
