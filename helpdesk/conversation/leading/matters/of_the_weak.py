"""Who cannot see, is very old, or says in the steps that she cannot walk: help for the weak is offered, and no menu."""

import re

from helpdesk.conversation.leading.matters.what_now import STEPS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import tells
from helpdesk.conversation.understanding.words import any_word

WEAK = "elderly_home"
"""The flow that offers it."""

MAY_BE_OF_THEM = frozenset({None, WEAK, "eligibility", "no_result", "steps"})
"""Topics that such words resemble; who asks to be rung, or for a card, is heard on that."""

LONGEST = 16
"""Words; who tells more asks something."""

_KIN = r"(?:cha|bo|me|ma|mu|ong|ba|cu|bac|chu|anh|chi|em|con|chau|vo|chong|co|di|hang xom)"
_SEES_NOTHING = re.compile(
    rf"\b{_KIN}\b.*\b(?:(?:bi )?(?:mu|loa|hong|mo|kem|duc|mong)(?: (?:ca|hai|2|mot|1))* mat|mat (?:bi )?(?:mu|mo|kem|loa|duc|khong (?:thay|nhin|con thay))|khong thay duong|khiem thi|bi mu)\b|\b(?:toi|tui|em) (?:bi )?mu(?: (?:ca|hai|2))* mat\b"
)
_A_PICTURE = re.compile(
    r"\b(?:anh|hinh|the|chup|khuon|quet|guong)(?: \w+){0,2} mat\b|\btrong (?:anh|hinh|the)\b"
)
_VERY_OLD = re.compile(
    r"^(?:\w+ ){0,2}(?:nguoi|ong|ba|cu) (?:lao|gia)(?: (?:nha|toi|tui|minh|em|nay|tuoi|cao|yeu|qua|roi))*(?: (?:[6-9]\d|1[01]\d)(?: tuoi)?)?(?: (?:thi|lam|the nao|lam sao|lam rang|o dau|duoc khong|sao|a))*$"
)
_CANNOT_WALK = re.compile(
    r"\b(?:khong|ko|nao|no|chang) (?:the |con )?(?:di|ra|len|day|ngoi)(?: (?:lai|xa|dung|day|bo))* (?:duoc|noi|vung)\b|\b(?:bi )?liet\b|\bnam (?:mot cho|lien giuong)\b"
)


def of_the_weak(said: Said) -> Onward | None:
    """Help for the weak. In the steps whoever cannot walk has answered none of their questions."""
    state, understood = said.state, said.understood
    if state is not None and state.flow == STEPS and _CANNOT_WALK.search(said.key):
        return tells(said, WEAK)
    if understood.answer is not None or understood.intent not in MAY_BE_OF_THEM or said.wants_silence:
        return None
    if any_word(said.key) is not None or len(said.key.split()) > LONGEST:
        return None
    blind = _SEES_NOTHING.search(said.key) and not _A_PICTURE.search(said.key)
    weak = blind or _VERY_OLD.fullmatch(said.key)
    return tells(said, WEAK) if weak else None
