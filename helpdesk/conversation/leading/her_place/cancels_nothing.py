"""Who says that she does not cancel, that she is called Huy, or asks what happens if she does: nothing is cancelled by that,
and the question whether to cancel is not put before her."""

import re
import unicodedata

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.taken_back import booked_again
from helpdesk.conversation.leading.on_the_way.drafts import is_draft
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import tells
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.text.folding import matching_key

CANCEL, NOT_CANCELLED, IF_CANCELLED = "cancel", "not_cancelled", "if_cancelled"
"""The topic; the flows that say that all stands, and what comes of cancelling."""

HERS = "my_booking"
"""The flow that shows her place, or that she has none."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua|chang|dung|khoi|do not|don t|not)"
_DENIED = re.compile(
    # "Không hủy được" wants to, and "không cần hủy giúp" may.
    rf"\b(?:{_NO}|dau(?= (?:co|phai|muon|dinh|noi|bao|bieu|keu|yeu)\b))(?: (?:phai|co|he|muon|dinh|la|noi|doi|dam|xin|de|tinh|bao|bieu|keu|yeu cau))* (?:huy|cancel(?:ling)?)\b(?! (?:di|giup|gium|dum|ho|luon|duoc|dc|noi|kip|cho chi|nham))"
    r"|\bai (?:noi|bao|bieu|keu)(?: la| rang)? (?:toi|tui|em|con|chau|minh) huy\b"
)
_ONLY_IF = re.compile(
    r"\b(?:neu|nho|lo|gia su|if)\b.*\b(?:huy|cancel)\b|\b(?:huy|cancel)\b(?: (?:cho|lich|hen|roi|ma))* thi\b"
)
_AGAIN_THEN = re.compile(
    r"\bhuy\b(?: \w+){0,4} (?:dat|xin|lay|lam|dang ky) lai\b(?: \w+){0,3} (?:khong|ko|k|chu|sao|a)$|\bhuy\b(?: \w+){0,3} co dat lai\b"
)
_WHAT_THEN = re.compile(
    r"\b(?:phat|tien|sao|bi gi|bi chi|rang|lam sao|fined?|penalty|happens?)\b(?: \w+){0,2}$|\b(?:phat|co sao|bi gi)\b"
)
_CALLED_SO = re.compile(
    r"\b(?:ten|goi)(?: (?:toi|tui|em|con|chau|minh|no|la|cua))* huy\b|^(?:toi|tui|em|con|chau|minh|anh|chi|day|no) la huy\b|\bthang huy\b|\b(?:^|chu |anh |em |chau |ong |bac |co |chi )huy (?:noi|dan|hoi|bieu|ke|bao(?! (?:nhieu|lau|gio)))\b"
)
_OF_HERS = r"(?:cho|lich|hen|buoi)(?: (?:hen|dat|da dat|kham))?(?: (?:cua )?(?:toi|tui|em|con|chau|minh|me|nha toi))?"
_WHETHER_CANCELLED = re.compile(
    # An official who "huy lịch của tôi ạ" did so, or is asked to: she sees it, and may choose.
    rf"(?:(?:da|vay|the|co|sao|hay|khong biet|cho hoi|xin hoi) )*(?:can bo|cong an|xa|nguoi ta|ai|doi|ben xa|may)(?: (?:do|co|da|lai|vua|moi|nao))* huy {_OF_HERS}(?: (?:a|ha|roi|khong|ko|chua|phai khong|vay|the|sao|rua|nhi))+"
    rf"|(?:(?:da|vay|the|sao|cho hoi|xin hoi) )*{_OF_HERS}(?: (?:co|da|lai))* bi huy(?: (?:a|ha|roi|khong|ko|chua|phai|vay|the|sao|rua|nhi|mat))*"
    r"|(?:is|was|did) (?:you |they |the officer |it )?(?:cancel(?:led)? )?my (?:booking|place|appointment)(?: (?:been|still))*(?: cancell?ed)?"
)
_SOMEBODY = r"(?:anh|chu|bac|ong|can bo|thay|cau)"
_MEETS_HIM = re.compile(
    rf"\b(?:gap|tim)(?: {_SOMEBODY}| em| chi| co)? huy\b|\b(?:gap|tim|hoi|nho|goi|voi|cua|cho) {_SOMEBODY} huy\b|^{_SOMEBODY} huy\b(?! (?:cho|lich|hen|giup|gium|di|luon|duoc|roi|ho|buoi|dat))"
)
_OF_HIM = re.compile(r"^(?:\w+ )?huy (?:di duoc|den duoc|bi|om|khong|chua|se|van|da|dang|co|thi)\b")
"""Said of somebody called Huy, where one is booked."""
_ASKS_WHY = re.compile(
    r"^(?:(?:ma|o|ua|can bo|oi) )*(?:sao|tai sao|vi sao|rang)\b.*\bhuy\b|\b(?:bi|da) huy\b|\b(?:co phai|phai|co can|can phai) huy (?:khong|ko|k|a|ha)\b|\bhuy (?:roi|chua) (?:a|ha|phai khong|chua)\b"
)
"""Whether hers is cancelled, or has to be: she sees that it stands."""

_WITH_ITS_ACCENT = re.compile(r"\bhủy\b|\bhuỷ\b")


def cancels_nothing(said: Said) -> Onward | None:
    """That nothing is cancelled, or what comes of it; then the open question is asked again."""
    understood = said.understood
    if understood.answer is not None or PEOPLE in understood.facts or said.wants_silence:
        return None
    if understood.intent in (None, CANCEL, HERS) and _WHETHER_CANCELLED.fullmatch(said.key):
        return Onward(Start(HERS), anew=True) if said.state is None or not is_draft(said.state) else None
    if _AGAIN_THEN.search(said.key) or (_ONLY_IF.search(said.key) and _WHAT_THEN.search(said.key)):
        return tells(said, IF_CANCELLED)
    # Where nothing is asked, who cancels nothing is shown her place.
    if understood.intent not in ((None, CANCEL) if said.state is None else (None, CANCEL, HERS)):
        return None
    if _DENIED.search(said.key):
        # Behind her cancelling it would be false: it is to be booked again.
        return booked_again(said) or tells(said, NOT_CANCELLED)
    if understood.intent == CANCEL and _is_a_name(said):
        return tells(said, NOT_CANCELLED)
    nothing_else = said.state is None or said.state.flow in ASK_WHICH_FROM | {HERS}
    if nothing_else and _ASKS_WHY.search(said.key) and said.hers:
        return Onward(Start(HERS), anew=True, noted_as=HERS)
    return None


def _is_a_name(said: Said) -> bool:
    """ "Tên tôi là Huy", "tôi gặp anh Huy", without the accent of the word that cancels."""
    written = unicodedata.normalize("NFC", said.text).casefold()
    if _WITH_ITS_ACCENT.search(written):
        return False
    if _CALLED_SO.search(said.key) or _MEETS_HIM.search(said.key):
        return True
    booked = (one.name for booking in said.hers for one in booking.people) if _OF_HIM.search(said.key) else ()
    return any(matching_key(name).split()[-1:] == ["huy"] for name in booked)
