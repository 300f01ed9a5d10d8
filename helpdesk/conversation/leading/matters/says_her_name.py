"""Who says what she is called, and nothing more: "tôi tên Dũng, giúp tôi", "tên tôi là Hoa, Hoa ơi".

Folded, many a name is a word of ours (Dung, Huy, Xoa): no wish is read from it, and nobody is added to a booking.
"""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.after_booking import HER_PLACE, name_put_right
from helpdesk.conversation.leading.matters.beside_a_request import stands_on_a_request
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE

MENU = "menu"
"""The flow that greets."""

_WHO = r"(?:toi|tui|em|con|chau|minh)"
_NAME = r"(?!(?:sai|nham|lon|gi|ai|khac|bi|khong|ko|chua|trong|ghi|viet|roi|nay|do|cua|cho|nguoi|chu|ma|tren|la|luon|duoc|spelled|misspelled|wrong|incorrect|different|not)\b)[a-z]+"
_SAYS_IT = re.compile(
    rf"(?:(?:da|alo|xin|chao|thua|can|bo|a|oi|vang) )*(?:{_WHO} ten(?: la)?|ten(?: cua)? {_WHO}(?: la)?|my name is|i am called)"
    rf"(?: {_NAME}){{1,4}}?(?: (?:nhe|nha|a|day|ne|can bo|oi|giup|gium|ho|nho|can|voi|cho|hoi|chut|mot|ti|xin|{_WHO}|please|help|me))*"
)


def says_her_name(said: Said) -> Onward | None:
    """The place that she has; of who has none a greeting with what may be asked for."""
    state, understood = said.state, said.understood
    free = state is None or (state.flow in ASK_WHICH_FROM | {HER_PLACE} and not state.below)
    if not free or understood.answer is not None or said.wants_silence or not _SAYS_IT.fullmatch(said.key):
        return None
    if state is None and (noted := stands_on_a_request(said)) is not None:
        return noted
    if said.hers:
        # "Tôi tên Hồ Văn Mait" of who is booked as Mai puts that right.
        put_right = name_put_right(said) is not None
        return None if put_right else Onward(Start(HER_PLACE), anew=True, noted_as=HER_PLACE)
    # Whoever gives her whole name may be about to book.
    books = understood.intent == BOOKS or PEOPLE in understood.facts
    return None if books else Onward(Start(MENU), anew=True, noted_as="greeting")
