"""What is asked about this service itself, and not about level 2: who answers here, what a text costs, whether one must.

Each is answered in one text, and then the open question is asked again.
"""

import re

from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE
from helpdesk.conversation.understanding.words import any_word

LONGEST = 16
"""Words of such a question; a longer text tells of something, or books."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_BY_TEXT = r"(?:nhan tin|tin nhan|gui tin|moi tin|nhan (?:qua |vao )?so nay|goi so nay|goi (?:den |vao |cho )?(?:so |tong dai )?(?:1[89]00\d*|tong dai|hotline|duong day nong|dien|lai|can bo|cong an|xa)|(?:so |tong dai )?1[89]00[ .]?\d* goi|text(?:s|ing)?|messages?|calls?|calling)"
_COSTS = r"(?:mat|ton|het|tru|tinh|bao nhieu|may)(?: (?:bao nhieu|nhieu|gi|may|them))* (?:tien|cuoc|phi|xu)|ton kem|cost|charge|free"
_THERE = r"(?:duoc|dc|co duoc|lam duoc|sao|the nao)"

ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    # What a text costs, before whether a sum is a fine: both speak of money.
    ("text_costs", re.compile(rf"\b{_BY_TEXT}\b.*\b(?:{_COSTS})\b|\b(?:{_COSTS})\b.*\b{_BY_TEXT}\b")),
    (
        "must_i",
        re.compile(
            r"\b(?:bi|co|co bi|muc|tien|nop|dong|se) (?:xu )?phat\b(?! (?:the|giay|sim|tien tro|qua|gao|bieu|hien))|^phat (?:bao nhieu|may|tien|gi|the nao|khong|ko|k|chu|a)\b"
            rf"|\b(?:co )?bat buoc\b|\b(?:khong|ko|chua|k) (?:di )?lam(?: muc (?:2|hai)| dinh danh| cai nay)? (?:thi |co |thi co )?(?:sao|bi gi|bi sao|lam sao)\b"
            rf"|\bco (?:can|phai|nhat thiet)(?: phai)? (?:di )?lam(?: cai nay| muc (?:2|hai)| dinh danh)?(?: \w+)? {_NO}$"
            r"|\b(?:fined?|penalty|compulsory|mandatory|obligatory)\b|\bdo (?:i|we) have to\b(?! (?:bring|come|pay|book))"
        ),
    ),
    (
        # N5: information and booking only; nobody's account is seen from here.
        "cannot_look_up",
        re.compile(
            r"\b(?:kiem tra|tra cuu|tra giup|xem giup|coi giup|xem ho|coi ho|check)\b.*\b(?:muc (?:2|hai)|tai khoan|vneid|dinh danh|level 2|account)\b"
            r"|^(?:(?:da|a|cho hoi|xin hoi|khong biet|can bo|the|vay) )*(?:toi|tui|em|con|chau|minh|me|bo|ong|ba|vo|chong)(?: (?:toi|tui|em|minh))? (?:da )?(?:lam|co|duoc cap|dang ky|len) (?:dinh danh )?muc (?:2|hai) (?:roi )?(?:hay )?chua(?: (?:a|vay|nhi|the|can bo))*$"
            r"|\b(?:do i|have i|is my) (?:\w+ )?(?:have|got|account|level 2)\b.*\b(?:level 2|already|active|locked)\b"
        ),
    ),
    (
        "book_first",
        re.compile(
            rf"\b{_NO} (?:can |co )?(?:dat|hen|dang ky)(?: (?:cho|lich|hen|truoc))+ (?:ma |thi |cu |co |den |di |toi )+.*\b(?:{_THERE}|{_NO})$"
            rf"|\b(?:phai|can|bat buoc) (?:phai )?(?:dat|hen|dang ky)(?: (?:cho|lich|hen))* truoc\b.*\b(?:a|ha|{_NO})$"
            rf"|\b(?:den|di|ra|len) (?:thang|luon|truc tiep|dot xuat)\b(?: \w+){{0,4}} {_THERE} {_NO}$"
            r"|^(?:(?:da|the|vay|ma|can bo|cho hoi|xin hoi) )*(?:dat|hen|dang ky)(?: (?:cho|lich|hen|truoc))+ (?:de )?(?:lam (?:gi|chi)|la (?:gi|sao|rang|the nao)|co loi gi|duoc gi)(?: (?:a|vay|the|rua|can bo|ha))*$"
            r"|\b(?:without (?:a )?book\w*|need to book|have to book|walk in)\b"
        ),
    ),
    (
        "who_we_are",
        re.compile(
            r"^(?:alo |xin loi |cho hoi |da )*ai (?:day|do|vay|the)(?: (?:a|vay|the|ha|oi))*$|"
            # Who looks for a person, or has no answer: a machine answers, and how one is to be had.
            r"^(?:alo |oi |da )*(?:con |co )(?:ai|nguoi)(?: (?:nao|o|day|do|ben|kia|truc|tra loi|nghe|dau))* (?:khong|ko|k|hong|a)(?: (?:a|vay|the|ha|oi))*$|"
            r"\b(?:sao|rang|tai sao)\b(?: \w+){0,2} (?:khong|ko|chua|chang)(?: (?:co|ai|thay|ma|he))* (?:tra loi|phan hoi)\b|"
            r"\b(?:so|may|day|do|dau so|tin) (?:nay |ni |day )?(?:la )?(?:so |may |cua |ben )?(?:cua )?(?:ai|dau|so gi|gi vay|gi the|co quan nao|ban nao)\b(?! (?:goi|lam|den|xem))$"
            r"|\b(?:may|robot) hay (?:la )?nguoi\b|\bnguoi hay (?:la )?(?:may|robot)\b|\b(?:ban|anh|chi|em|ong|ba|may) la ai(?: (?:vay|the|rua|a|do|day))*$"
            rf"|\b(?:so|tin)(?: nhan)? nay (?:co )?(?:phai |la )?(?:that|lua dao|gia|cua (?:xa|cong an|nha nuoc))\b.*\b{_NO}$"
            r"|\b(?:co phai|phai) (?:la )?(?:may|robot|nguoi that|can bo that|tong dai|cong an(?: xa)?)(?: (?:tra loi|that))? " + _NO
            + r"$|\bwho (?:are you|is this|is there)\b|\bare you (?:a )?(?:robot|bot|machine|human|real|person)\b|\bis this (?:a )?(?:scam|real|robot|machine)\b"
        ),
    ),
    # Anger last: whoever asks something angrily is answered that.
    (
        "complaint",
        re.compile(
            r"\b(?:dit (?:me|con|cu)|djt|dcm|dkm|vcl|vai (?:lon|cut)|(?:di )?me (?:may|no|kiep)|chet tiet|khon nan|mat day|do (?:ngu|cho|lua)|ngu (?:the|qua|vay|nhu|vai)|oc (?:cho|lon)|nham nhi|bo lao)\b"
            r"|\b(?:tuc|buc(?: minh)?|chan|phien|cau|kho chiu|mat thi gio|met moi|nan|gian) (?:qua|the|lam|ghe|vai|that|roi)\b|\b(?:lam an|phuc vu|tra loi|he thong|may) (?:nhu |qua |rat )*(?:chan|kem|te|ngu|cut|lao)\b"
            r"|\b(?:vo trach nhiem|khieu nai|to cao|(?:toi|tui) kien|lua dan|lam kho dan|hanh dan)\b|\b(?:lau|cham) (?:qua|the|vay|ghe)(?: (?:troi|vay|the|di|can bo|oi|a|lau))*$"
            r"|\b(?:fuck\w*|stupid|idiots?|useless|bullshit|shit|ridiculous|angry)\b"
        ),
    ),
)  # fmt: skip
"""Flows by name, each with the words that ask for it, in the order in which they are looked at."""


def asked_of_us(said: Said) -> Onward | None:
    """The answer, where a text asks about us and nothing else is said in it."""
    flow = _asked(said)
    if flow is None or flow not in said.script.flows:
        return None
    return beside(said, flow, noted_as=flow)


NOT_THAT_DAY = "not_that_day"
"""The flow that says why level 2 cannot be finished on some dates."""

NAMES_DATES = frozenset(
    {"book", "wait", "visit_when", "my_booking", "reschedule", "reminder", "offer", "cannot_come"}
)
"""Flows whose questions say of dates whether level 2 can be finished there."""

_WHY_NOT = re.compile(
    r"\b(?:sao|vi sao|tai sao|rang)\b.*\b(?:chua|khong|ko) lam (?:duoc )?muc (?:2|hai)\b|\b(?:chua|khong|ko) lam (?:duoc )?muc (?:2|hai)\b.*\b(?:la sao|la gi|nghia|vi sao|the nao|sao)\b"
    r"|\bwhy\b.*\b(?:level 2|not possible)\b|\bnot possible\b.*\b(?:why|mean)\b"
)


def why_not_that_day(said: Said) -> Onward | None:
    """Why level 2 cannot be finished on a date that stands before her; elsewhere it may be about her own account."""
    if NOT_THAT_DAY not in said.script.flows or not _WHY_NOT.search(said.key):
        return None
    state = said.state
    if state is not None and state.flow in NAMES_DATES:
        return beside(said, NOT_THAT_DAY, noted_as=NOT_THAT_DAY)
    hers = said.hers
    booked_so = any(not booking.opening.finishes_level2 for booking in hers)
    return beside(said, NOT_THAT_DAY, noted_as=NOT_THAT_DAY) if booked_so else None


def _asked(said: Said) -> str | None:
    understood = said.understood
    if understood.answer is not None or any_word(said.key) is not None or said.wants_silence:
        return None
    if PEOPLE in understood.facts or DAY in understood.facts or len(said.key.split()) > LONGEST:
        return None
    found = next((flow for flow, words in ASKED if words.search(said.key)), None)
    ask = open_question(said.structure, said.state)
    if found == "who_we_are" and ask is not None and ask.expect in ("person", "people"):
        return None  # "ai đó" is said of somebody there
    return None if found == "complaint" and understood.intent is not None else found
