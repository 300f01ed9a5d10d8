"""Who says that she cannot hear is texted, and not rung: "tôi điếc, đừng gọi"."""

import re

from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import matching_key

_WHO = r"(?:da|thua|vi|tai|toi|tui|em|con|chau|minh|me|bo|ba|ong|nha|bi|tai toi|mu|gia roi)"
_CANNOT_HEAR = (
    r"(?:diec|cam diec|bi diec|lang tai|khiem thinh|nghenh ngang|nghe kem"
    r"|(?:khong|ko|k|chang|hong|hem) nghe(?: dien thoai| may| goi| ai noi)* (?:duoc|ro|noi|thay|may|gi)|nghe (?:khong|ko|k) (?:duoc|ro|noi|thay)|deaf|(?:can ?not|can t) hear)"
    r"(?: (?:dien thoai|goi|gi|noi|ro|lam|dau|roi|nang|ca hai tai|tai))*"
)
_NO_CALL = r"(?:dung|khong|ko|khoi|thoi|xin dung|don t|do not) (?:co )?(?:goi|goi dien|dien|alo|call)(?: (?:dien|thoai|lai|nua|cho|me|a|nhe|nha|toi|tui|em|chau|nua))*|(?:sao |lai |con |cu |ma )*goi(?: dien| lai)? (?:cho ai|lam gi|lam chi|chi)(?: (?:vay|the|rua|nua|a))*"
_TEXT = r"(?:xin |hay |cu |nho |chi |thi |please )?(?:nhan|nhan tin|gui tin|text)(?: (?:tin|thoi|cho|me|toi|tui|em|chau|giup|nhe|nha|a|can bo|only))*"
_BETWEEN = r"(?:nen|thi|vi vay|vay|xin|so|and|roi|ma|can bo|im|i am|i m|i)"
_SAYS_SO = re.compile(rf"(?:(?:{_WHO}|{_BETWEEN}|{_CANNOT_HEAR}|{_NO_CALL}|{_TEXT})(?: |$))+")
_SOMEBODY = re.compile(
    r"(?:(?:da|thua|vi) )*(?:con|chau|me|bo|ba|ong|mu|vo|chong|nha|em) (?:toi|tui|em|minh)\b"
)
"""Of her child or her mother nothing is said about how she herself is told."""
_REASON = re.compile(rf"\b{_CANNOT_HEAR}")
_WAY = re.compile(rf"\b(?:{_NO_CALL}|{_TEXT})")


def texted_instead(text: str) -> Understood | None:
    """Texts from now on, where she says why no call reaches her and how she is to be told; how she wants to be told is
    asked where only the reason is said. None for all else: "cậu điếc làm được không" asks."""
    key = matching_key(text)
    if not _REASON.search(key) or not _SAYS_SO.fullmatch(key):
        return None
    if _WAY.search(key):
        return Understood(intent=REACH, facts={"reach_said": "text"})
    return None if _SOMEBODY.match(key) else Understood(intent=REACH)
