"""What is asked and told at an offer of a SIM, a phone or help at home: it is made again, for all else is for whoever rings.

"Bố ở bản Y Leng", "bố tên Đinh Xơn" behind the offer say whom it is for: they stand on the request, once she has said yes.
"""

import re
from dataclasses import replace
from typing import Any

from helpdesk.clock import local_date
from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Saying, Slot
from helpdesk.conversation.leading.asks import asks_something
from helpdesk.conversation.leading.in_doubt import OFFERS_TO_RING
from helpdesk.conversation.leading.matters.beside_a_request import says_when, says_who_or_where
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.small_questions.asks_further import FURTHER
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE, PLACE
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import all_places

TOPIC_AND_ELSE = 2
"""Lines of the question which topic is meant, where there is only one."""

LONGEST = 16
"""Words of what is told at an offer; a longer text is a case of its own."""

CANCELS = "cancel"
"""The topic of "bố …" without its accent, of who has nothing to cancel."""

_FURTHER = re.compile(FURTHER)
_ASKS_OF_IT = re.compile(
    r"(?:(?:the|vay|rua|ma|thi|da|a) )*(?:con|co|duoc|sao|bao gio|khi nao|khi mo|bao lau|o dau|o mo|lam sao|the nao|nhu the nao|bao nhieu|phai khong|dung khong|dung roi)(?: (?:khong|ko|sao|co|den|lam|lay|duoc|vay|a|rua|nua|the|roi))*"
)
"""What is asked of the one topic that stands before her."""

_WHEN_OR_WHOM = re.compile(
    r"(?:(?:the|vay|rua|ma|thi|da|roi) )*(?:bao gio|khi nao|khi mo|luc nao|hom nao|bua mo|chung nao|ngay nao)(?: (?:thi|moi))* (?:can bo|cong an|xa|ho|doi|nguoi ta)(?: (?:se|moi|co))* (?:goi|den|xuong|vo|vao|ve|len|toi)(?: \w+){0,3}"
    r"|(?:(?:the|vay|rua|ma|thi|da|roi) )*(?:phai |can )?(?:goi|hoi|gap|bao)(?: (?:cho|voi))* ai(?: (?:vay|a|day|duoc|bay gio))*"
)
_KIN = r"(?:bo|cha|ba|me|ma|ong|vo|chong|con|chau|anh|chi|em|co|chu|bac|cu|nguoi|nha|toi|tui|no)"
_TELLS_WHO = re.compile(
    rf"(?:(?:da|la|thi|con) )*{_KIN}(?: (?:toi|tui|em|minh|chau|ay|cu|noi|ngoai|trai|gai|gia|nay))*(?: (?:thi|da|dang|bi|hien))* (?:ten|o|nam|sinh|liet|mu|yeu|om|dau|bi|benh|khong di|khong ngoi|nay|duoc|ngoai|hon|gan|\d{{1,2}})\b.*"
    r"|(?:da |la )*(?:ten|sinh nam|nam nay|o ban|ban|thon)\b.*"
)


def about_an_offer(said: Said) -> Onward | None:
    """The offer again: how long and where is for whoever rings, and so is whom it is for; the one that she was asked whether
    she means is made."""
    state = said.state
    if state is None or said.understood.answer is not None or said.wants_silence:
        return None
    if state.flow in OFFERS_TO_RING and not state.below:
        if _FURTHER.search(said.key) or _WHEN_OR_WHOM.fullmatch(said.key) or _told(said):
            return _again(said, state)
        return None
    if not said.stands_alone or not _only_offer(said) or not _ASKS_OF_IT.fullmatch(said.key):
        return None
    return Onward(Heard("chosen", 0))


def _told(said: Said) -> bool:
    """Whether she says whom it is for, where they live, or when to ring; and books nobody."""
    intent, facts = said.understood.intent, said.understood.facts
    if any_word(said.key) is not None or asks_something(said.key) or len(said.key.split()) > LONGEST:
        return False
    if intent == BOOKS or DAY in facts:
        return False
    if says_who_or_where(said) or says_when(said):
        return True
    offered = said.state.flow if said.state is not None else None
    of_the_case = intent in (None, offered, "no_card", "child") or (intent == CANCELS and not said.hers)
    return of_the_case and _TELLS_WHO.fullmatch(said.key) is not None


def _again(said: Said, state: State) -> Onward:
    """The offer, shorter where it has such words; whom and where she has said is kept with it."""
    read_as = read(said.text, today=local_date(said.scene.now), places=all_places(said.scene.db))
    known: dict[str, Any] = {PLACE: read_as.place.id} if read_as.place is not None else {}
    if read_as.people:
        known[PEOPLE] = [[one.name, one.birth_year] for one in read_as.people]
    stands = replace(state, answers={**state.answers, **known})
    texts = said.script.texts(state.flow, state.step, said.scene.contact.language)
    slot = Slot.AGAIN if Slot.AGAIN in texts.slots else Slot.ASK
    return Onward(
        None,
        only_says=Saying(state.flow, state.step, slot, stands.answers),
        stands=stands,
        noted_as=state.flow,
    )


def _only_offer(said: Said) -> bool:
    """Whether one offer, and "something else", is what she was asked about."""
    state = said.state
    if state is None or state.flow != WHICH_TOPIC or state.answers.get("answers_late") is not None:
        return False
    choices = state.answers.get("choices", ())
    return len(choices) == TOPIC_AND_ELSE and choices[0]["value"] in OFFERS_TO_RING
