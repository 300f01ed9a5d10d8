"""Who asks how she will be reminded, perhaps because the phone is borrowed: "tôi trả máy rồi, nhắc tôi bằng cách nào"."""

import re

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH

_WHO = r"(?:toi|tui|em|con|chau|minh|ba con|me|ong|ba)"
_REMINDS = r"(?:nhac|bao|bao tin|nhan tin|nhan|lien lac|lien he)"
_HOW = re.compile(
    rf"\b{_REMINDS}(?: (?:hen|lich|lai|tin|cho|den|voi|gap))*(?: {_WHO})?(?: (?:thi|duoc))* (?:bang cach nao|cach nao|cach mo|kieu (?:gi|chi|nao|mo)|the nao|nhu the nao|bang gi|bang chi|qua (?:dau|mo|ai|so nao|may nao)|vao (?:dau|so nao|may nao|mo)|(?:lam |ra )?(?:sao|rang))(?: (?:duoc|vay|rua|a|ha|day|can bo|gio))*$"
    rf"|\b(?:lam sao|cach nao|rang) (?:ma )?(?:can bo |xa )?{_REMINDS}(?: (?:cho|duoc))* {_WHO}\b"
)
_NO_PHONE = re.compile(
    rf"\b(?:tra may|(?:may|dien thoai)(?: nay)?(?: la)? (?:muon|cua (?:hang xom|nguoi (?:ta|khac)))|muon may|(?:khong|ko) (?:co|con|cam) (?:may|dien thoai)|{_REMINDS}(?: hen)? {_WHO})\b"
)


def how_she_is_told(said: Said) -> Onward | None:
    """The question how, of who has a place: by a call, through a neighbour, by text."""
    state = said.state
    if REACH not in said.script.flows or said.understood.answer is not None or said.wants_silence:
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    if not (_HOW.search(said.key) and _NO_PHONE.search(said.key)) or not said.hers:
        return None
    return Onward(Start(REACH), anew=True, noted_as=REACH)
