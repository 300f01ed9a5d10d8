"""Another village for the booking that is open: "ở bản Tuộc mới đúng", "thôi lại bản Tuộc"."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from helpdesk.conversation.understanding.reading import Reading
from helpdesk.places.communes import Place
from helpdesk.places.matching import match_place
from helpdesk.places.spotting import index_of, spot_place
from helpdesk.text.days.spoken_dates import find_when
from helpdesk.text.folding import fold
from helpdesk.text.tokens import Token, tokens_of

ANY_DAY = date(2000, 1, 1)
"""Only which words say a day matters here."""

_AROUND = frozenset(
    " ".join(
        (
            "a ah o oi u uh da ok oke thoi lai moi dung co chu ma la thi phai nham lon roi khong ko k tai ve qua sang den len ra xuong vo vao toi "
            "tui em con chau minh muon thich xin cho doi chuyen chon lay lam dat ghi di nhe nha voi duoc dc hon gan tien kia do "
            "ban thon lang noi trung tam xa giup ho thanh i want to at in no not sorry please rather instead wrong village",
        )
    ).split()
)
"""Words around a village where she wants to go; what else is said is something else."""

_ASKS = frozenset({"khong", "ko", "k", "kg", "hong", "chua"})

_BEFORE = r"\W*(?:(?:u|da|oi|a|thoi|nham|sai|lon|ghi|viet|xin loi|can bo|sorry|no|roi)\b\W*)*"
_NOT = r"(?:khong|ko|k|chu khong|chu ko|chu k) (?:phai|o|tai)(?: (?:la|o|tai))*"
_BEHIND = r"(?: (?:moi (?:la )?dung|nhe|nha|voi))*\W*"
_NOT_BUT = tuple(
    re.compile(one)
    for one in (
        rf"{_BEFORE}{_NOT} (?P<not>[^,.;]+?)(?:\W*[,.;]\W*|\W+)(?:ma|phai|la)(?: (?:phai|la|o|tai))* (?P<new>[^,.;]+?){_BEHIND}",
        rf"{_BEFORE}{_NOT} (?P<not>[^,.;]+?)\W*[,.;]\W*(?:(?:o|tai) )*(?P<new>[^,.;]+?){_BEHIND}",
        rf"{_BEFORE}(?:(?:o|tai|phai la|la) )*(?P<new>[^,.;]+?)\W+{_NOT} (?P<not>[^,.;]+?){_BEHIND}",
    )
)
"""One village and not another: "không phải Dân Hóa mà là Thượng Trạch"."""

_LONGEST = 120
"""Letters in which that is said. Of a text without words the patterns take a time that grows with the cube of its length."""


def not_there_but(text: str, places: Callable[[], Sequence[Place]]) -> Place | None:
    """Which of two villages is meant, where one is ruled out and nothing else is said; None for all else."""
    key = " ".join(fold(text).lower().split())
    if len(key) > _LONGEST:
        return None
    for pattern in _NOT_BUT:
        said = pattern.fullmatch(key)
        if said is None:
            continue
        ruled_out, meant = (match_place(said[part], places()).place for part in ("not", "new"))
        if ruled_out is not None and meant is not None and meant != ruled_out:
            return meant
    return None


def rather_there(text: str, reading: Reading, places: Sequence[Place]) -> bool:
    """Whether a text names one village, perhaps with a day, and says nothing else than that she wants to go there."""
    if reading.place is None or reading.people or text.rstrip().endswith("?"):
        return False
    tokens = tokens_of(text)
    when = find_when(tokens, today=ANY_DAY, taken=set())
    spotted = spot_place(tokens, index_of(places), taken=when.at)
    if spotted.place != reading.place or _asks(tokens):
        return False
    said = spotted.at | when.at
    return all(token.key in _AROUND for at, token in enumerate(tokens) if at not in said)


def _asks(tokens: Sequence[Token]) -> bool:
    """ "Bản Tuộc có không" asks; "bản Tuộc được không" is a wish."""
    keys = [token.key for token in tokens]
    return keys[-1:] != [] and keys[-1] in _ASKS and keys[-2:-1] not in (["duoc"], ["dc"])
