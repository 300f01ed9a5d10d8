"""What refuses a question that has no "no" among its answers: "thôi", "không phải cái nào", or asks for more of a list."""

import re
import unicodedata

from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.conversation.understanding.words import bare, strong_word
from helpdesk.text.folding import matching_key
from helpdesk.text.people.whole_names import names_somebody

NO, NONE, MORE = "no", "none", "more"
"""She lets it be; none of what is offered is it; she wants to see what comes after it."""

_NOT = r"(?:khong|ko|kg|hk|chang|chua)"
_AFTER = r"(?: (?:ca|het|duoc|dau|hop|phu hop|tien|vua|dung|trong nay|o day|a|nhe|oi))*"
_THING = r"(?:cai|buoi|ngay|hom|muc|so|noi|ban|cho|dieu|viec|y|lua chon)"
_NONE = re.compile(
    rf"{_NOT}(?: (?:phai|co|la|thay|can|chon|hoi|lay))*(?: {_THING})? (?:nao|gi)(?: {_THING})?{_AFTER}"
    rf"|(?:deu )?{_NOT} (?:phai|dung|trung)(?: (?:vay|the|roi|y toi|dau|viec do|cai do|may cai nay|cai nay|ban nay))*{_AFTER}"
    rf"|(?:{_THING} nao cung|deu|tat ca deu) {_NOT}{_AFTER}"
    rf"|{_NOT} (?:co |thay )?{_THING} (?:cua )?(?:toi|minh|em|con)(?: {_THING})?{_AFTER}"
    r"|(?:viec|chuyen|cai|cau|muc) khac|hoi (?:viec |cai |chuyen )?khac|khac"
    r"|none(?: of (?:these|them|those|the above))?|neither|other|something else|not (?:these|that|this|it)"
)
_NO = re.compile(
    r"(?:(?:khong|ko|da|vang|thoi|ok) )*(?:thoi|de|khoi)(?: (?:toi|em|con|minh))? (?:de )?(?:sau|luc khac|khi khac|mai mot|tu tu)(?: (?:da|di|a|nhe|tinh|hay))*"
    r"|(?:(?:khong|ko|thoi) )*(?:de )?(?:sau|tinh sau)(?: (?:nhe|a|di|da))*|bo qua|bo di|de sau(?: nhe| a| di| da)?|thoi (?:vay|di|a|nhe|khoi|bo di)|never ?mind|not now|later"
    r"|(?:thoi )?khong (?:lam|dat|hoi|can|muon|chon|doi|xem)(?: (?:gi|nua|ca|dau|het|chi|them))*(?: (?:a|nhe|cam on))*"
)
_MORE = re.compile(
    r"(?:(?:con|co|xem|cho|chon|xin|lay|doi|hoi|them|muon) )*(?:buoi|ngay|hom|bua|lich|thu)(?: nao)?(?: khac| sau| nua| them)+(?: (?:nua|di|khong|duoc khong|co khong|a|nhe|k|ko))*"
    r"|(?:cai )?khac|xem (?:them|tiep)|them(?: nua)?|tiep(?: theo| tuc)?|nua|con (?:buoi|ngay) nao(?: nua)?(?: khong)?|more|another (?:date|day)|other (?:dates?|days?)|later dates?"
)


def refusal(text: str, *, more: bool = False) -> str | None:
    """Whether a text refuses what is offered: NO or NONE, or MORE where `more` of it can be shown; None otherwise.

    Only the whole text does: "không có thẻ" is a topic, and "không" before other words is part of a wish.
    """
    key = matching_key(text)
    core = bare(key)
    if not key or strong_word(key) is not None or _is_a_name(text, key):
        return None
    if more and (_MORE.fullmatch(key) or _MORE.fullmatch(core)):
        return MORE
    if _NONE.fullmatch(key) or _NONE.fullmatch(core):
        return NONE
    if _NO.fullmatch(key) or _NO.fullmatch(core) or yes_or_no(text) is False:
        return NO
    return None


def _is_a_name(text: str, key: str) -> bool:
    """Whether a surname stands before it, or the accents of a name are on it: Hồ Thị Không, Thới and Thời are people."""
    return names_somebody(text) or (
        key == "thoi" and unicodedata.normalize("NFC", text).strip().casefold() not in ("thoi", "thôi")
    )
