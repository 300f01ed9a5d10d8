"""Who says who she is and books for others: "tôi là Hồ Văn Khe ở bản Tuộc, xin đăng ký cho mẹ tôi …" books for the mother
alone, and where she says that she is to go, not where he lives."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import Place
from helpdesk.text.folding import fold

_OTHERS = r"(?:me|vo(?! chong)|chong|con|chau|bo|cha|ba|ong|anh|chi|em|co|chu|bac|di|cau|mu|hang xom|ba con|dan|nguoi nha|nguoi gia|[0-9]{1,2} nguoi|cac|may)"
_INTRODUCES = re.compile(
    r"^\W*(?:(?:kinh gui|kinh chao|kinh thua|thua|da|xin chao|chao|alo|can bo|cac|anh chi|quy|cong an|xa|a|oi)\b\W*)*"
    r"(?:toi|tui|em|con|chau|minh)(?: ten)?(?: la|:)? (?P<who>[^;0-9]{3,70}?)\W+"
    rf"(?=(?:muon|xin|nho|dang ky|dang ki|dk|dat|can|mong)\b[^;]{{0,60}}?\bcho (?:\w+ )?{_OTHERS}\b)",
    re.IGNORECASE,
)


def without_introduction(text: str, *, today: date, places: Sequence[Place]) -> str:
    """The text without who says it, where others are named behind it for whom something is wanted; else as it is."""
    plain = unicodedata.normalize("NFC", text)
    folded = fold(plain)
    said = _INTRODUCES.match(folded) if len(folded) == len(plain) else None
    if said is None:
        return text
    rest = plain[said.end() :]
    introduced = read(plain[: said.end()], today=today, places=places).people
    return rest if introduced and read(rest, today=today, places=places).people else text
