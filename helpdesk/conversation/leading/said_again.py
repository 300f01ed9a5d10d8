"""Who asks for our last answer once more, "nhắn lại tin lúc nãy": it is said again, and nothing is changed by it.

"Nhắn lại" is no wish to have our messages again: who is rung because she cannot read has somebody read it to her.
"""

import re

from helpdesk.conversation.engine.structure import Do, Structure
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE

HERS = "my_booking"

LONGEST = 14
"""Words of such a wish; a longer text tells of something."""

_SAYS = r"(?:noi|nhac|gui|nhan(?: tin)?|viet|doc|ghi|cho xem|cho coi|tra loi)"
_JUST_NOW = r"(?:luc nay|luc nai|vua roi|vua nay|vua gui|vua nhan|hoi nay|khi nay|ban nay|truoc|cu|hoi sang|sang nay|cuoi)"
_IT = r"(?:(?:cai |cau |loi |may )?(?:tin(?: nhan)?|cau|loi|cai|noi dung))"
_AGAIN = re.compile(
    rf"\b{_SAYS}(?: (?:giup|gium|dum|ho))? lai(?: (?:cho|giup|gium|dum|ho|toi|tui|con|em|chau|minh|mot|lan|nua|xem|coi))* {_IT}(?: {_JUST_NOW})?\b"
    rf"|\b{_SAYS}(?: (?:cho|giup|toi|tui|con|em|chau|minh))* {_IT}(?: {_JUST_NOW})? (?:lai|mot lan nua|lan nua)\b"
    rf"|\b{_IT} {_JUST_NOW}\b.*\b(?:gi|sao|quen|mat|xoa|la chi|noi chi)\b|\b{_JUST_NOW}(?: \w+){{0,3}} (?:noi|nhan|gui|bao)(?: \w+){{0,2}} (?:gi|chi)\b"
    r"|\b(?:say|send|repeat)(?: (?:me|it|that|this|your|the|last|message|answer))* again\b|\brepeat (?:that|it|the last|your last)\b"
)
_ONLY_AGAIN = re.compile(
    rf"(?:(?:da|thua|xin|lam on|can bo|oi|may|noi|a) )*{_SAYS} lai(?: (?:di|nhe|a|cho|toi|tui|con|em|chau|giup|voi|xem|coi|mot|lan|nua|duoc|khong|can bo|cai|hon|ro))*"
)
_MORE = re.compile(
    r"\b(?:goi lai|nhan tin lai$|the|can cuoc|sim|mat khau|passcode|otp|ma|ten|ngay|lich|hen)\b"
)
"""Something that is to be given or written again, and no answer of ours."""


def said_again(said: Said) -> Onward | None:
    """The open question whole, or our last answer; her place instead, where that told of it."""
    state, understood = said.state, said.understood
    if understood.answer is not None or PEOPLE in understood.facts or len(said.key.split()) > LONGEST:
        return None
    if understood.intent == "opt_in" and (said.scene.contact.opted_out_at is not None or not said.told):
        return None  # whoever stopped our messages, or was told nothing yet, has no answer that she wants once more
    alone = _ONLY_AGAIN.fullmatch(said.key) is not None and understood.intent not in ("opt_in", "callback")
    if not alone and (_AGAIN.search(said.key) is None or _MORE.search(said.key) is not None):
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if state is not None or not said.told:
        return None
    flow, _, step = said.told[0].partition(".")
    return _once_more(said, said.script.structure, flow, step, alone=len(said.told) == 1)


def _once_more(said: Said, structure: Structure, flow: str, step: str, *, alone: bool) -> Onward:
    known = structure.flows.get(flow)
    if known is not None and known.aside and not isinstance(known.steps[known.start], Do):
        return beside(said, flow, noted_as=flow)
    texts = said.script.flows[flow].texts.get(step) if flow in said.script.flows else None
    if (
        alone
        and texts is not None
        and Slot.SAY in texts.slots
        and not _tells_values(texts.slots[Slot.SAY].sms)
    ):
        return Onward(None, only_says=Saying(flow, step, Slot.SAY, {}))
    hers = said.hers
    return Onward(Start(HERS if hers else "unknown"), anew=True)


def _tells_values(sms: str) -> bool:
    """Whether a text has placeholders that are not known everywhere."""
    return any(
        name not in ("how_to_book",) and not name.startswith("fact_")
        for name in re.findall(r"\{(\w+)\}", sms)
    )
