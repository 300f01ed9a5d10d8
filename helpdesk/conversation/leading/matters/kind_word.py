"""Praise and pictures of a kind face: no question, no consent, and answered as thanks are; said again, by silence."""

import re
import unicodedata

from helpdesk.conversation.counting import THANKS
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said

_PRAISE = re.compile(
    r"(?:(?:da|u|uh|vang|ok|the|vay|thi|may|ban|can bo|xa|lam|nhu vay|rua|ni) )*(?:tot|hay|gioi|tuyet(?: voi)?|quy hoa|quy|mung|nhanh|ro rang|hieu roi|biet roi|ro roi)(?: (?:lam|qua|ghe|that|roi|nha|nhe|a|ta|he|ha|do|can bo|cam on))+"
    r"|(?:very )?(?:good|great|nice|helpful)(?: (?:job|work|thanks|thank you))*"
)
_KIND = frozenset("👍👌🙏❤♥😊🙂😀😃😄😁🥰😍😘🤗👏💪🌹🌺🌸💐✅☺😇🤝")


def kind_word(said: Said) -> Onward | None:
    """A kind word back, once."""
    state = said.state
    if said.understood.answer is not None or (
        state is not None and (state.flow not in ASK_WHICH_FROM or state.below)
    ):
        return None
    if not (_PRAISE.fullmatch(said.key) or _is_kind_face(said.text)):
        return None
    if THANKS in said.told_of or said.wants_silence:
        return Onward(None, noted_as=THANKS)
    return Onward(Start(THANKS), anew=True, noted_as=THANKS)


def _is_kind_face(text: str) -> bool:
    """Whether there is nothing but such pictures; their colours and joiners count for nothing."""
    shown = [
        sign for sign in text if not sign.isspace() and unicodedata.category(sign) not in ("Mn", "Sk", "Cf")
    ]
    return bool(shown) and all(sign in _KIND for sign in shown)
