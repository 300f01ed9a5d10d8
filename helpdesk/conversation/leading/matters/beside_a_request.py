"""What is said behind a request that waits for an official: when and where to ring, who it is for; when it will be done.

Whoever has just read that she will be rung says more about that, and books or asks for nothing.
"""

import re

from helpdesk.conversation.actions.questions.requests import REQUEST, REQUEST_SAID
from helpdesk.conversation.calls.number_to_call import LONGEST, number_said
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.asks import asks_something
from helpdesk.conversation.leading.in_doubt import OFFERS_TO_RING
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE, PLACE
from helpdesk.conversation.understanding.words import any_word
from helpdesk.tickets.open_requests import deletion_due, newest_request, rang_last
from helpdesk.tickets.tables import TicketKind

NOTES, NO_CALL, ERASING, STILL_TO_CALL = "request_noted", "no_call", "erasing", "still_to_call"
"""Flows: her words are noted on the request; it is called off; by when all is deleted; the call is not forgotten."""

ERASE, HUMAN = "erase", "human"

_KINDS = {
    "callback": TicketKind.CALLBACK,
    "reach": TicketKind.CALLBACK,
    "ring": TicketKind.CALLBACK,
    "at_the_place": TicketKind.CALLBACK,
    "elderly_home": TicketKind.HOME_VISIT,
    "human": TicketKind.QUESTION,
    "free_sim": TicketKind.SIM,
    "loan_phone": TicketKind.PHONE_LOAN,
}
"""What was asked for, by the flow that told her that it is noted."""

_TOLD = frozenset({"noted", "noted_elsewhere", "tell", "call_her", "will_ring_now", "will_ring_there"})
"""Steps that say so; an offer of it is none."""

_ASKED_NOW = frozenset(
    {"erase", "opt_out", "opt_in", "cancel", "reschedule", "scam", "language", "accents", BOOKS}
)
"""Wishes that are seen to here, whoever rings."""
_BOOKS = re.compile(r"\b(?:dat|dk|dki|dang ky|dang ki|hen|book|ghi ten|lay cho|them|cho toi di)\b")
_OF_A_CALL = re.compile(
    r"\b(?:goi|alo|ranh|nghe may|bat may|mo may|co song|mat song|ban lam|di ray|o nha|ve nha|co nha|moi ve|moi co|call|ring|free|home)\b"
)
_WHEN = re.compile(
    r"\b(?:sang|trua|chieu|buoi toi|toi nay|toi mai|mai|mot|hom nay|bay gio|lien|gap|\d{1,2} ?(?:h|g|gio)\d{0,2}|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|cuoi tuan|luc|khi|sau|truoc"
    r"|morning|afternoon|evening|tomorrow|today|now)\b"
)
_ONLY_WHEN = 6
"""Words of a text that says when, and nothing else."""
_ABOUT = re.compile(
    r"^(?:(?:da|thua|de|toi|tui|em|con|muon|dinh|la|xin) )*(?:hoi|noi|ke|bao|gap|ban)(?: (?:ve|chuyen|viec|vu|cai))+ |^(?:chuyen|viec|vu|ve viec) "
)
"""What it is that she wants to talk about."""
_TELLS_MORE = 3
"""Words of a text that was not understood, and tells something."""
_TELLS_ON = 5
"""Words of one that may be several topics."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_DELETES = r"(?:xoa|xoas|huy thong tin|delet\w*|eras\w*)"
_BY_WHEN = r"(?:bao lau|bao gio|khi nao|khi mo|luc nao|chung nao|may ngay|ngay nao|xong chua|how long|when)"
_ASKS_BY_WHEN = re.compile(
    rf"\b{_DELETES}\b.*\b{_BY_WHEN}\b|\b{_BY_WHEN}\b.*\b{_DELETES}\b|\b(?:da )?{_DELETES} (?:\w+ ){{0,4}}(?:chua|xong chua|roi chua)$"
)
_ANYTHING_LEFT = re.compile(
    r"(?:(?:the|vay|con|co|luu|giu|may|xa) )*(?:gi|thong tin gi|cai gi)(?: nao)? (?:cua|ve) (?:toi|tui|em|con|chau|minh)(?: (?:nua|khong|ko|vay|a|day|trong may|o day))*"
)
_BY_WHEN_ALONE = re.compile(
    rf"(?:(?:the|vay|rua|ma|thi|roi|da|mat|trong|phai|cho) )*{_BY_WHEN}(?: \w+){{0,3}}"
)
_IMPATIENT = re.compile(
    r"(?:(?:sao|ma|cho|doi|rang|chi|troi|oi|can bo|goi) )*(?:lau|cham) (?:qua|the|vay|rua|ghe|lam|roi)(?: (?:chung|troi|vay|the|oi|a|can bo|lam|rua|nhi|di))*"
    r"|(?:van |toi van |toi )?(?:cho|doi) (?:hoai|mai|lau|tu sang|tu hom qua|ca ngay|ca buoi)(?: \w+){0,4}|(?:bao gio|khi nao|khi mo|luc nao|may gio|chung nao|bao lau)(?: (?:thi|moi|nua|can bo|cong an|xa|nguoi ta|ben xa|se|ho|doi|ai))*(?: (?:goi|toi|den|lai|cho toi|nha|nha toi|may|lay|nhan|co|cho muon|duoc|sim))*(?: (?:vay|the|rua|a|ha))*"
    r"|(?:too|so) slow|still waiting|when will (?:you|they|he|she|the officer) call(?: me)?"
)

_NO_ANSWER = re.compile(
    r"\b(?:sao|rang|tai sao)\b(?: \w+){0,2} (?:khong|ko|chua|chang)(?: (?:co|ai|thay|ma|he))* (?:tra loi|phan hoi|noi gi|nhan lai)\b|\b(?:khong|ko|chua|chang)(?: (?:co|ai|thay))+ (?:tra loi|phan hoi)\b"
)
"""Who hears nothing from us."""
_WHEN_CALLED = re.compile(
    r"(?:(?:the|vay|rua|da|ma|roi) )*(?:bao gio|khi nao|khi mo|luc nao|chung nao|may gio)(?: (?:thi|moi|nua|can bo|cong an|xa|se|ho))* goi(?: \w+){0,3}"
)
"""When she will be rung; who has asked for no call yet may do that now."""

_LET_BE = re.compile(
    r"(?:(?:da|thoi|a|vay|xin|can bo|oi|toi|tui|em|con|me|bo|ba|ong|chau|vo|chong) )*(?:huy|khoi|thoi|khong can|ko can|dung|khong phai) (?:goi|di|den|toi|nua|yeu cau|can bo|giup|lay|muon|xin)(?: \w+){0,8}"
)
"""Who needs it no more: an official reads that before ringing."""

_TAKES_BACK = re.compile(
    r"(?:(?:da|a|ua|xin loi|sorry|vay|can bo|oi|toi|tui|em|con|chau|minh|bi|thang|no) )*"
    r"(?:thoi|khoi|(?:khong|ko|k) (?:can|phien)|bo di|nham|lon|(?:goi|bam|nhan|lo tay|lo|cham) nham|lo tay|nghich may|never ?mind|no need|by mistake)"
    r"(?: (?:thoi|khoi|nua|dau|roi|nhe|nha|a|di|can bo|xin loi|so|may|tay|cam on|phien|goi lai|sorry|thanks))*"
)
"""Behind our word that she will be rung: "thôi", "gọi nhầm, xin lỗi"."""


def more_for_a_request(said: Said) -> Onward | None:
    """When she is to be rung, her name and her village: noted on the request that she has just been told of."""
    if said.state is not None or said.understood.answer is not None or said.wants_silence:
        return None
    if any_word(said.key) is not None or asks_something(said.key) or _BOOKS.search(said.key):
        return None
    if not (says_when(said) or says_who_or_where(said) or _needs_it_no_more(said) or _says_what_about(said)):
        return None
    return stands_on_a_request(said)


def stands_on_a_request(said: Said) -> Onward | None:
    """Her words on the request that she has just been told of, for whoever rings; None where there is none."""
    kind = _just_told_of(said)
    if kind is None or (_YEAR.search(said.key) and kind is TicketKind.CALLBACK):
        return None  # a name with its year is how one books
    facts = {REQUEST: kind.value, REQUEST_SAID: said.text.strip()[:LONGEST]}
    if _needs_it_no_more(said):
        return Onward(Start(NO_CALL, facts), anew=True, noted_as=NO_CALL)
    return Onward(Start(NOTES, facts), anew=True, noted_as=NOTES)


def what_the_call_is_about(said: Said) -> Onward | None:
    """ "Hỏi chuyện thẻ của chồng đã chết", "không cần nữa" behind our word that she will be rung, whatever else they may be."""
    if said.state is not None or said.wants_silence:
        return None
    if not (_ABOUT.search(said.key) or _TAKES_BACK.fullmatch(said.key) or _needs_it_no_more(said)):
        return None
    return more_for_a_request(said)


def call_taken_back(said: Said) -> Onward | None:
    """That an official need not ring, on the request that she has just been told of, if it waits still."""
    if said.state is not None or said.understood.answer is not None or said.wants_silence:
        return None
    if _TAKES_BACK.fullmatch(said.key) is None:
        return None
    kind = _just_told_of(said)
    if kind is None or newest_request(said.scene.db, said.scene.contact.id, kinds=[kind]) is None:
        return None
    return Onward(Start(NO_CALL, {REQUEST: kind.value}), anew=True, noted_as=NO_CALL)


def _needs_it_no_more(said: Said) -> bool:
    """Of who has a place it may be that which she gives up."""
    if said.understood.intent in ("opt_out", "erase") or not _LET_BE.fullmatch(said.key):
        return False
    of_the_call = "goi" in said.key.split()
    return of_the_call or not said.hers


def _says_what_about(said: Said) -> bool:
    """What the call is about, or what nothing here understands: whoever rings will."""
    if number_said(said.text) or _IMPATIENT.fullmatch(said.key):
        return False  # another phone to be rung, which is echoed
    if said.understood.intent is not None:
        return said.understood.intent not in _ASKED_NOW and _ABOUT.search(said.key) is not None
    # What may be several topics is told on to the one who has been asked already, too, if it is long enough.
    least = _TELLS_MORE if not said.understood.doubt else _TELLS_ON
    unknown = not said.understood.facts and _ASKED_NOW.isdisjoint(said.understood.doubt)
    told = unknown and len(said.key.split()) >= least and re.search("[a-z]{2}", said.key) is not None
    return told or _ABOUT.search(said.key) is not None


def says_when(said: Said) -> bool:
    """Whether a text says when she can be rung."""
    if said.understood.intent not in (None, BOOKS, "hours", "callback", "human"):
        return False
    if _WHEN.search(said.key) is None:
        return False
    who_or_where = said.understood.facts.keys() & {PEOPLE, PLACE}
    short = len(said.key.split()) <= _ONLY_WHEN and not who_or_where
    return short or _OF_A_CALL.search(said.key) is not None


def says_who_or_where(said: Said) -> bool:
    """Whether it says for whom, or where they live, and no day to book."""
    facts = said.understood.facts
    if said.understood.intent not in (None, BOOKS, "visit_when", "where") or DAY in facts:
        return False
    return bool(facts.get(PLACE) or facts.get(PEOPLE))


def _just_told_of(said: Said) -> TicketKind | None:
    """The kind of the open request that our last answer was about."""
    for flow, _, step in (one.partition(".") for one in said.told):
        if flow in _KINDS and step in _TOLD:
            return _KINDS[flow]
        if flow in (NOTES, STILL_TO_CALL):
            return newest_request(said.scene.db, said.scene.contact.id, kinds=set(_KINDS.values()))
    return TicketKind.CALLBACK if rang_last(said.scene.db, said.scene.contact.id) else None


def deletion_asked_after(said: Said) -> Onward | None:
    """By when all that is kept of her is deleted, and no duration of level 2."""
    if said.understood.answer is not None or said.wants_silence or ERASING not in said.script.flows:
        return None
    named = _ASKS_BY_WHEN.search(said.key) or _ANYTHING_LEFT.fullmatch(said.key)
    if not named and not (_BY_WHEN_ALONE.fullmatch(said.key) and _spoke(said, ERASE, ERASING)):
        return None
    if deletion_due(said.scene.db, said.scene.contact.id) is None:
        return None
    return beside(said, ERASING, noted_as=ERASING)


def call_asked_after(said: Said) -> Onward | None:
    """Who finds that the call takes long is told that it is not forgotten, as often as she says so; nobody is told so who
    let it be, or asked for none: she would wait for a call that nobody makes."""
    if said.understood.answer is not None or said.wants_silence:
        return None
    state, db, hers = said.state, said.scene.db, said.scene.contact.id
    hears_nothing, asks_when = _NO_ANSWER.search(said.key), _WHEN_CALLED.fullmatch(said.key)
    topics_offered = state is not None and state.flow in ASK_WHICH_FROM | OFFERS_TO_RING and not state.below
    if not hears_nothing and not (asks_when and (state is None or topics_offered)):
        if state is not None or not _IMPATIENT.fullmatch(said.key):
            return None
        if not (_spoke(said, *_KINDS, NOTES, STILL_TO_CALL) or rang_last(db, hers)):
            return None
    if newest_request(db, hers, kinds=set(_KINDS.values())) is not None:
        return Onward(Start(STILL_TO_CALL), anew=True, noted_as=STILL_TO_CALL)
    # Nobody has been asked to ring yet: that is no order, and may become one.
    return Onward(Start(HUMAN), anew=True, noted_as=HUMAN) if asks_when else None


def _spoke(said: Said, *flows: str) -> bool:
    return not set(flows).isdisjoint(said.told_of)
