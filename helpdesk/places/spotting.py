"""Which places a text speaks of, among its other words: "dk ho van a ca rong 1 thu 4" → Cà Roòng 1.

Names are compared by their sound, so that c and k, d and z are alike, exactly first, then with a likeness and a margin.
The number of a village is compared exactly: without it a name that several villages share is several candidates.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from helpdesk.places.beside_years import beside_a_year
from helpdesk.places.communes import Place
from helpdesk.places.elsewhere import ELSEWHERE
from helpdesk.places.named_spans import MARGIN, SURE, TO_BOOK, Found, number_at, spans_from, with_number
from helpdesk.places.place_index import PlaceIndex, index_of, sound
from helpdesk.places.tables import PlaceKind
from helpdesk.text.everyday_words import ORDINARY
from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES
from helpdesk.text.tokens import Token, accents_of

__all__ = ["Spotted", "index_of", "spot_place"]

SHORT = 4
SURE_OF_SHORT = 75
"""The same for names from four letters on: one slip in four costs 25."""

SURE_ALONE = 88
"""The same for a name that stands alone among other words."""

LONG = 9
SURE_OF_LONG = 90
"""The same for the name of a commune from nine letters on: one slip of them."""

MOST_CANDIDATES = 4
VILLAGE_WORDS = frozenset({"ban", "thon", "lang", "xom", "bann", "banr", "bnan", "village", "khu"})
WEAK_WORDS = frozenset(
    {"o", "tai", "den", "ve", "len", "xuong", "vao", "vo", "at", "in", "to", "toi", "qua", "ra"}
)
_BEFORE_A_COMMUNE = frozenset({"xa", "tam", "tt", "ubnd", "center", "centre"})
"""Behind these a commune is named, whatever else its name may mean: "trung tâm Dân Hóa"."""
_SAYS_WHERE = WEAK_WORDS | VILLAGE_WORDS
_NEVER_IN_A_NAME = _SAYS_WHERE | {"khac"}
_AFTER_AT = frozenset({"do", "day", "dau", "nha", "xa", "mo", "ban", "gan"})
_THAT = frozenset({"do", "day", "nay", "kia", "ni", "no", "ay", "to"})
"""Behind "ban" typed without accents they say which village: "bản đó" is that one, and perhaps no bản Dộ."""
_CALLED = frozenset(
    {"y", "ba", "ong", "co", "chu", "anh", "chi", "bac", "me", "bo", "cu", "em", "chau", "cau", "di"}
)
"""With these somebody is spoken of, or named."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """The place that was meant, or the candidates; `at`: the tokens that name it."""

    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    at: frozenset[int] = frozenset()


def spot_place(tokens: Sequence[Token], index: PlaceIndex, *, taken: set[int]) -> Spotted:
    """The place spoken of in tokens that are not `taken`. A commune's centre gives way to a village."""
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        # The "t" of "46t" is no letter of a name.
        unit = tokens[at].glued and len(tokens[at].key) == 1
        here = None if unit or at in taken or tokens[at].is_number else _at(tokens, at, index, taken)
        if here is not None:
            found.append(here)
            at = here.at.stop
        else:
            at += 1
    return _decided(found or beside_a_year(tokens, index, taken))


def _decided(found: list[Found]) -> Spotted:
    if not found:
        return Spotted()
    found = [one for one in found if not (one.somebody and _is_elsewhere(one, found))]
    at = frozenset(near for one in found for near in one.at)
    villages = [one for one in found if one.places[0].kind is PlaceKind.VILLAGE]
    best = max(one.strength for one in villages or found)
    meant = [one.places for one in villages or found if one.strength == best]
    candidates = tuple(dict.fromkeys(place for places in meant for place in places))[:MOST_CANDIDATES]
    return Spotted(candidates[0] if len(candidates) == 1 else None, candidates, at)


def _is_elsewhere(one: Found, found: Sequence[Found]) -> bool:
    """Whether the centre of another commune is written in the same text."""
    communes = {place.commune for place in one.places}
    return any(
        other.places[0].kind is PlaceKind.CENTRE and other.places[0].commune not in communes
        for other in found
    )


def _at(tokens: Sequence[Token], at: int, index: PlaceIndex, taken: set[int]) -> Found | None:
    token = tokens[at]
    if (
        token.key in ("ban", "b")
        and (number := number_at(tokens, at + 1, taken, index.by_number)) in index.by_number
    ):
        return Found((index.by_number[number],), range(at, at + 2), 2)
    if token.key in ("ban", "b") and (apart := _digits_apart(tokens, at + 1, taken)) in index.by_number:
        return Found((index.by_number[apart],), range(at, at + 3), 3)
    if at and tokens[at - 1].key in MIDDLE_NAMES and at - 1 not in taken:
        return None
    if at + 1 < len(tokens) and not tokens[at + 1].parted and (token.key, tokens[at + 1].key) in ELSEWHERE:
        return None
    before = _word_before(tokens, at)
    windows = spans_from(tokens, at, taken)
    called = (before in _CALLED or token.key in _CALLED) and before not in _SAYS_WHERE
    if called or before in SURNAMES:
        # "Cao Ba Loc 1966", "y pleng 1971", "bà lòm 1960": who has a birth year is somebody.
        windows = [window for window in windows if not _is_year(tokens, window.stop)]
    found = _named_at(tokens, windows, index, taken, before)
    return replace(found, somebody=True) if found is not None and called else found


def _digits_apart(tokens: Sequence[Token], at: int, taken: set[int]) -> str:
    """A number of two digits that stand apart: "bản 3 9"; empty where they are none."""
    digits = [token.key for token in tokens[at : at + 2] if token.is_number and len(token.key) == 1]
    return "".join(digits) if len(digits) == 2 and not {at, at + 1} & taken else ""


def _named_at(
    tokens: Sequence[Token], windows: Sequence[range], index: PlaceIndex, taken: set[int], before: str
) -> Found | None:
    """The place that one of these spans names, exactly or nearly."""
    if not windows:
        return None
    token, behind_village = tokens[windows[0].start], before in VILLAGE_WORDS
    if sound(token.key)[:2] in index.beginnings:
        for window in windows:
            exact = index.by_sound.get(sound("".join(tokens[near].key for near in window)))
            if exact and (
                _believable(tokens, window, index, taken, before)
                or _is_commune(tokens, window, exact, before)
                or _is_spelt_partly(tokens, window, exact)
            ):
                return with_number(tokens, window, exact, taken, 2 + behind_village)
    for window in windows:
        like = _like(tokens, window, index, behind_village=behind_village)
        if like:
            return with_number(tokens, window, like, taken, 1 + behind_village)
    return None


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The word in front, if nothing parts them; neighbours ("hàng xóm") are no hamlet."""
    before = "" if not at or tokens[at].parted else tokens[at - 1].key
    return "" if before == "xom" and at > 1 and tokens[at - 2].key == "hang" else before


def _believable(
    tokens: Sequence[Token], window: range, index: PlaceIndex, taken: set[int], before: str
) -> bool:
    """Whether a name that is also everyday words is meant as a name."""
    words = [tokens[at] for at in window]
    everyday = all(word.key in ORDINARY for word in words)
    if everyday and len(words) == 1 and words[0].key not in index.letters:
        return False  # "ban cay" sounds like bản K-Ai, and is trees
    if before in VILLAGE_WORDS or (before in _BEFORE_A_COMMUNE and len(words) > 1):
        return not _says_which(tokens, window)
    if any(word.accented for word in words):
        return "".join(accents_of(word.written) for word in words) in index.accents
    letters = sum(len(word.key) for word in words)
    if not everyday and (letters >= 3 or before in WEAK_WORDS) and before not in SURNAMES - {"ha", "y", "lo"}:
        return True
    if not everyday:
        alone = _edge(tokens, window.start, taken) and _edge(tokens, window.stop, taken)
        return len(words) > 1 or (alone and len(window) < len(tokens) and _books(tokens))
    if len(window) == len(tokens):
        return False  # "dong", and nothing else, may be a slip for anything
    alone = _edge(tokens, window.start, taken) and _edge(tokens, window.stop, taken)
    if before in WEAK_WORDS:
        return len(words) > 1 or (before in ("o", "tai") and words[0].key not in _AFTER_AT)
    return alone and not (len(words) == 1 and before.isdecimal() and len(before) != 4)


def _is_spelt_partly(tokens: Sequence[Token], window: range, named: Sequence[tuple[Place, str]]) -> bool:
    """Whether several words have some of the accents of a name and no others: "co đo" is Cờ Đỏ."""
    typed = [set(_letters(tokens[at].written)) for at in window]
    if len(typed) == 1 or not any(tokens[at].accented for at in window):
        return False
    names = [name.split() for place, _ in named for name in (place.name, *place.aliases)]
    return any(
        len(name) == len(typed)
        and all(mine <= set(_letters(theirs)) for mine, theirs in zip(typed, name, strict=True))
        for name in names
    )


def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word.casefold())


def _says_which(tokens: Sequence[Token], window: range) -> bool:
    """Whether "ban do" may be "bản đó": typed small and without accents, in a text that books nothing."""
    word = tokens[window.start]
    if len(window) > 1 or word.key not in _THAT or word.accented:
        return False
    shouted = all(token.written.isupper() for token in tokens if token.key.isalpha())
    if word.written[0].isupper() and not shouted:
        return False
    return not _books(tokens)


def _books(tokens: Sequence[Token]) -> bool:
    """Whether the text looks like a booking: there a village is named, and what is near its name is meant for it."""
    return any(token.key in TO_BOOK or _is_year(tokens, at) for at, token in enumerate(tokens))


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a birth year of four digits stands there, with nothing between."""
    return at < len(tokens) and not tokens[at].parted and tokens[at].is_number and len(tokens[at].key) == 4


def _is_commune(
    tokens: Sequence[Token], window: range, named: Sequence[tuple[Place, str]], before: str
) -> bool:
    """Whether a commune's whole name of several everyday words is meant: "dat cho dan hoa thu 7", and not "người dân
    hòa thuận". What was typed with accents must have those of the name, which `_believable` knows."""
    centre = any(place.kind is PlaceKind.CENTRE for place, _ in named)
    after = tokens[window.stop].key if window.stop < len(tokens) else ""
    typed = any(tokens[at].accented for at in window)
    # "3 người Thượng Trạch" are counted.
    people = before in _PEOPLE and not (window.start > 1 and tokens[window.start - 2].is_number)
    return centre and len(window) > 1 and not typed and not people and after not in _GOES_ON


_PEOPLE = frozenset({"nguoi", "nhan", "ba", "nong", "cu", "toan"})
_GOES_ON = frozenset({"thuan", "binh", "hop", "nhap", "don", "giai"})
"""Words with which a commune's name is none: "nhân dân", "hòa thuận", "hóa đơn"."""


def _edge(tokens: Sequence[Token], at: int, taken: set[int]) -> bool:
    """Whether the text begins or ends there, is parted, or goes on with a date or a number."""
    if at in (0, len(tokens)) or tokens[at].parted or tokens[at].is_number or tokens[at - 1].is_number:
        return True
    return at in taken or at - 1 in taken or tokens[at].key in _DAYS_THAT_ARE_NAMES


_DAYS_THAT_ARE_NAMES = frozenset({"mai", "mot", "kia"})
"""Days that are not taken for dates before the places are known: "CO DO MAI" is Cờ Đỏ, tomorrow."""


def _like_a_commune(keys: Sequence[str], index: PlaceIndex) -> Sequence[tuple[Place, str]]:
    """The centre of a commune of whose long name a letter is lost or wrong: "thuog trach"."""
    known = index.communes.get(sound(keys[0])[:1])
    heard = sound("".join(keys)) if known else ""
    if not known or len(heard) < LONG:
        return ()
    best = process.extractOne(heard, known, scorer=fuzz.ratio, score_cutoff=SURE_OF_LONG)
    named = index.by_sound[best[0]] if best else ()
    return [pair for pair in named if pair[0].kind is PlaceKind.CENTRE]


def _like(
    tokens: Sequence[Token], window: range, index: PlaceIndex, *, behind_village: bool
) -> Sequence[tuple[Place, str]]:
    keys = [tokens[at].key for at in window]
    first, last = keys[0], keys[-1]
    if not behind_village:
        if len(keys) > 1 and (commune := _like_a_commune(keys, index)):
            return commune
        if first in ORDINARY and last in ORDINARY:
            return ()
    if not _NEVER_IN_A_NAME.isdisjoint(keys) or (len(keys) > 1 and len(last) == 1):
        return ()
    heard = sound("".join(keys))
    if len(heard) < (3 if behind_village else 5) or len(heard) > 16:
        return ()
    choices = index.by_first.get(heard[:1], ())
    limit = SURE if behind_village else SURE_ALONE
    if behind_village and len(heard) >= SHORT:
        limit = SURE_OF_SHORT
    best = process.extract(heard, choices, scorer=fuzz.ratio, score_cutoff=limit, limit=3)
    doubtful = len(heard) < SHORT or all(key in ORDINARY for key in keys)
    if not best or (doubtful and not _books(tokens)):
        return ()  # "ban coc", "ban khac"
    near = [index.by_sound[name] for name, score, _ in best if score >= best[0][1] - MARGIN]
    return [pair for pairs in near for pair in pairs if pair[0].kind is PlaceKind.VILLAGE]
