"""Words by which people say what somebody is to them, and what stands around those words: "con gái tôi", "hàng xóm".

Most of them are names as well (Ba, Con, Anh, Châu), so an accent that makes a word another one is looked at, and nothing
here says where such a word stands: that is `relations_beside_names`.
"""

from collections.abc import Mapping, Sequence

from helpdesk.text.people.name_words import MIDDLE_NAMES
from helpdesk.text.people.party_words import COUPLES, TOGETHER

SELF = "self"

KIN: Mapping[str, str] = {
    **dict.fromkeys(("vo", "vợ", "vk", "wife"), "wife"),
    **dict.fromkeys(("chong", "chồng", "ck", "husband"), "husband"),
    **dict.fromkeys(("con", "daughter", "child", "kid"), "son_or_daughter"),
    **dict.fromkeys(("chau", "cháu", "grandchild"), "grandchild"),
    **dict.fromkeys(("me", "mẹ", "má", "mạ", "mother", "mom"), "mother"),
    **dict.fromkeys(("cha", "bo", "bố", "father", "dad"), "father"),
    **dict.fromkeys(("ong", "ông", "grandfather"), "grandfather"),
    **dict.fromkeys(("bà", "mệ", "grandmother"), "grandmother"),
    **dict.fromkeys(("anh",), "older_brother"),
    **dict.fromkeys(("chi", "chị"), "older_sister"),
    **dict.fromkeys(("em",), "younger_sibling"),
    **dict.fromkeys(("neighbour", "neighbor"), "neighbour"),
}
"""What they say, by the word as typed, case aside; the values are those under which relations are kept. "Ba" alone is the
father, the grandmother, or three."""

FATHER_OR_GRANDMOTHER = "ba"

KIN_OF_TWO: Mapping[tuple[str, str], str] = {
    ("hang", "xom"): "neighbour",
    ("lang", "gieng"): "neighbour",
    ("nguoi", "nha"): "relative",
    ("ho", "hang"): "relative",
    ("ba", "con"): "relative",
    ("ban", "than"): SELF,
    ("chinh", "toi"): SELF,
}
"""The same of two words, as matching keys."""

_OURSELVES = frozenset({"toi", "tôi", "tui", "tau", "mình", "myself"})
"""Whoever writes, as typed. Without its accent "minh" is Minh, and with another one "tới" is Tới."""

YOUNGER = frozenset({"em", "con", "chau"})
"""What younger people call themselves as well."""

OF_HER_KIN = frozenset(
    {"trai", "gai", "noi", "ngoai", "ruot", "dau", "re", "ut", "lon", "nho", "ca", "cua", "nha", "ten", "la"}
)
"""Behind a word of kin: "con gái", "bà nội", "vợ của tôi", "vợ tên là"."""

IN_LAW = frozenset({"vo", "chong"})
"""Behind another word of kin: "mẹ vợ", "em chồng"."""


def is_group(first: str, second: str) -> bool:
    """Whether two words of kin together are several people: "vợ chồng", "mẹ con". Matching keys."""
    return (first, second) in TOGETHER or (first, second) in COUPLES


def kin_of(written: str) -> str | None:
    """What one word as typed says; None for "ba", which says nothing alone, and for every other word."""
    return KIN.get(written.casefold())


def is_kin(written: str) -> bool:
    """Whether it is a word of kin at all."""
    return kin_of(written) is not None or written.casefold() == FATHER_OR_GRANDMOTHER


def is_ourselves(written: str) -> bool:
    """Whether a word as typed is whoever writes."""
    return written.casefold() in _OURSELVES


def kin_in_front(words: Sequence[tuple[str, str]]) -> int:
    """How many words (as typed, and as keys) at the beginning say what somebody is: 3 of "anh trai tôi Hồ Văn A"; 0
    where it is one word only, which may be a name."""
    keys = [key for _, key in words]
    start = 1 if len(keys) > 1 and keys[0] in _MINE_OR_SO_MANY else 0
    end = _kin_at(words, keys, start)
    return end if end > 1 else 0


def is_only_kin(words: Sequence[tuple[str, str]]) -> bool:
    """Whether words say of nobody who is named what she is: "hàng xóm", "em gái", "bản thân". "Chị Dậu" is somebody."""
    if len(words) < _A_PHRASE or _kin_at(words, [key for _, key in words], 0) != len(words):
        return False
    in_law = words[0][1] in _CHILDREN and words[-1][0].casefold() in _IN_LAW_SPELT
    told = (words[0][1], words[1][1]) in KIN_OF_TWO or words[-1][1] in _NOBODY_ENDS_SO or in_law
    return told or is_ourselves(words[-1][0])


def says_whose_kin(written: Sequence[str]) -> bool:
    """Whether the last word belongs to one of kin, and is no name, whatever year follows: "em trai", "mẹ mình", "vk".
    "Con Minh" is called so."""
    last = written[-1].casefold()
    if last in _NEVER_A_NAME:
        return True
    before = written[-2].casefold() if len(written) > 1 else ""
    mine = last == written[-1] == "minh" and before in _NEVER_BEFORE_A_NAME
    return is_kin(before) and (mine or last in _SAYS_WHICH)


_NEVER_A_NAME = frozenset({"vk", "ck", "wife", "husband", "mother", "father", "daughter"})
_NEVER_BEFORE_A_NAME = frozenset({"vo", "vợ", "chong", "chồng", "me", "mẹ", "bo", "bố", "cha"})
_SAYS_WHICH = frozenset(
    ("trai", "gai", "gái", "noi", "nội", "ngoai", "ngoại", "ruot", "ruột", "re", "rể", "mình")
)


def kin_at_the_end(words: Sequence[tuple[str, str]]) -> int:
    """How many words at the end say whose kin she is, behind a name of two and more: 2 of "Hồ Thị B mẹ tôi", else 0."""
    keys = [key for _, key in words]
    if not words or not is_ourselves(words[-1][0]):
        return 0
    for start in range(_A_PHRASE, len(words) - 1):
        if _kin_at(words, keys, start) == len(words) and keys[start - 1] not in MIDDLE_NAMES:
            told = start - 1 if start > _A_PHRASE and keys[start - 1] == "la" else start
            return len(words) - told
    return 0


_A_PHRASE = 2
_NOBODY_ENDS_SO = frozenset({"trai", "gai", "noi", "ngoai"})
_CHILDREN, _IN_LAW_SPELT = frozenset({"con", "em", "chau"}), frozenset({"dau", "dâu", "re", "rể", "ut", "út"})
""" "Con dâu", "em rể", "con út"; "chị Dậu" is somebody."""
_MINE_OR_SO_MANY = frozenset({"my", "hai", "ba", "bon", "2", "3", "4"})


def _kin_at(words: Sequence[tuple[str, str]], keys: Sequence[str], start: int) -> int:
    """Where the words of kin that begin at `start` end; `start` where there are none."""
    two = tuple(keys[start : start + 2])
    if two in KIN_OF_TWO or two == ("ban", "toi") or (len(two) == _A_PHRASE and is_group(*two)):
        end = start + 2
    elif start < len(words) and is_kin(words[start][0]):
        end = start + 1
    else:
        return start
    while end < len(words) and (keys[end] in OF_HER_KIN | IN_LAW or is_ourselves(words[end][0])):
        end += 1
    return end
