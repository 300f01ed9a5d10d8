"""Who speaks of herself as "con" or "cháu", as the young do to officials; elsewhere these are somebody's child."""

from collections.abc import Sequence

from helpdesk.text.tokens import Token

_SPEAKERS = frozenset({"con", "chau", "em", "e"})
_WISHES = frozenset(
    {"muon", "hoi", "xin", "can", "nho", "chao", "cam", "quen", "mun", "dinh", "tinh", "thay", "nghe", "hieu"}
)
_DOES = _WISHES | {
    "bi",
    "mat",
    "dang",
    "da",
    "khong",
    "ko",
    "k",
    "chua",
    "o",
    "ten",
    "lam",
    "dat",
    "di",
    "biet",
    "doi",
    "huy",
}
_BEFORE = frozenset(
    {"", "da", "a", "thua", "oi", "cho", "bo", "chao", "ad", "nay", "vang", "o", "kinh", "ah", "roi"}
)
"""Words before a speaker who begins a sentence: "dạ con", "cán bộ ơi cháu", "cho con hỏi"."""

_OF_A_CHILD = frozenset(
    {
        "tuoi",
        "lop",
        "hoc",
        "truong",
        "nho",
        "be",
        "gai",
        "trai",
        "nhoc",
        "tre",
        "mam",
        "sinh",
        "lon",
        "ut",
        "cai",
    }
)
"""Words with which a child may be spoken of after all: then nothing is decided here."""


def speakers_in(tokens: Sequence[Token]) -> set[int]:
    """The tokens "con", "cháu" and "em" that mean whoever writes: "con muốn đăng ký", "dạ cháu mất sim rồi"."""
    keys = [token.key for token in tokens]
    if _OF_A_CHILD & set(keys):
        return set()
    found = set()
    written_out = any(token.accented for token in tokens)
    for at, key in enumerate(keys[:-1]):
        token, following = tokens[at], tokens[at + 1]
        if (
            key not in _SPEAKERS
            or following.parted
            or (token.accented and token.written.casefold() != "cháu")
        ):
            continue
        # Without accents "còn" is typed like "con": only what cannot stand behind it shows the speaker.
        does = _WISHES if key == "con" and not written_out else _DOES
        before = "" if not at or token.parted else keys[at - 1]
        if following.key in does and before in _BEFORE:
            found.add(at)
    return found
