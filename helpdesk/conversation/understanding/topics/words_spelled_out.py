"""From the tokens of a text to its words as they are compared: spellings made plain, facts replaced by marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.conversation.understanding.topics.speakers import speakers_in
from helpdesk.conversation.understanding.topics.spellings import DIALECT, SPELLINGS
from helpdesk.text.folding import matching_key
from helpdesk.text.syllables import may_be_syllable
from helpdesk.text.tokens import Kind, Token, accents_of

MOST_WORDS = 60
"""Words in which topics are looked for; whoever has not said by then what she wants is asked."""

CODE_LENGTH, A_CODE = 5, "<code>"
"""Digits of what may be the code of a booking, and the mark that stands for it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: its key, its accents where it was typed with some, and the token it came from."""

    key: str
    accents: str
    token: int
    parted: bool


def spelled_out(tokens: Sequence[Token], *, taken: set[int], marks: Mapping[int, str]) -> list[Word]:
    """The words of a text, slips of the thumb as they are. In place of `taken` tokens stand `marks`: <when>, <place>, <name>."""
    words: list[Word] = []
    speakers = speakers_in(tokens)
    for at, token in enumerate(tokens[: 2 * MOST_WORDS]):
        if at in taken:
            mark = marks.get(at, "")
            if mark and (not words or words[-1].key != mark):
                words.append(Word(mark, "", at, token.parted))
            continue
        if at in speakers:
            words.append(Word("toi", "", at, token.parted))
            continue
        before = tokens[at - 1].key if at and at - 1 not in taken else ""
        after = tokens[at + 1].key if at + 1 < len(tokens) and at + 1 not in taken else ""
        for place, (key, accents) in enumerate(_plain(token, before, after)):
            words.append(Word(key, accents, at, token.parted and not place))
        if len(words) >= MOST_WORDS:
            break
    return words


def _plain(token: Token, before: str, after: str) -> Sequence[tuple[str, str]]:
    key = token.key
    if token.kind is not Kind.WORD:
        if token.is_number and len(key) == CODE_LENGTH:
            return ((A_CODE, ""),)
        return _hour(token) if token.kind is Kind.HOUR else ((key, ""),)
    said = _by_its_neighbours(token, before, after)
    if said is not None:
        return said
    if token.accented and (plain := DIALECT.get(token.written.casefold())):
        return _keys_of((plain,))
    expanded = SPELLINGS.get(key)
    if expanded and (not token.accented or len(key) <= 2 or key not in _SYLLABLE_TOO):
        return _keys_of(expanded)
    return ((key, accents_of(token.written) if token.accented else ""),)


def _by_its_neighbours(token: Token, before: str, after: str) -> Sequence[tuple[str, str]] | None:
    """What a word stands for that stands for different words in different places."""
    match token.key:
        case "dc":
            return _keys_of(("được",))
        case "dk":
            return _keys_of(("được",) if _is_may(before, after) else ("đăng", "ký"))
        case "no" if token.written.casefold() == "nỏ" or (before in ("tui", "toi") and after in _AFTER_NOT):
            return _keys_of(("không",))
        case "ca" if after == "xa":
            return _keys_of(("công", "an"))
        case "the" if after and not may_be_syllable(after) and after not in SPELLINGS:
            return (("the", "english"),)
        case "k" if after == "hoat":
            return _keys_of(("kích",))
        case "mk" if before in _BEFORE_ME or after in _AFTER_ME:
            return _keys_of(("mình",))
    return None


_AFTER_NOT = frozenset({"biet", "duoc", "di", "co", "doc", "thay", "ro"})
_BEFORE_ME = frozenset({"cho", "cua", "vs", "voi", "ck", "vk", "me", "con", "nha", "giup", "la", "ten"})
_AFTER_ME = frozenset(
    " ".join(("va vs voi muon mun can hoi co o lam di dk dky dki xin ten sn sinh ra vua sap",)).split()
)
"""Behind "mk" that is "mình": who writes does or wants something; a password does neither."""
_SYLLABLE_TOO = frozenset({"man", "lam", "dag", "mag", "tra", "cam", "bua", "vs", "tau", "tao"})


def _hour(token: Token) -> Sequence[tuple[str, str]]:
    return (("gio", ""),) if token.written[-1:].isalpha() else (("", ""),)


@lru_cache(maxsize=512)
def _keys_of(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((matching_key(word), "") for word in words)


_BEFORE_MAY = frozenset(
    {
        "lam",
        "co",
        "di",
        "nhan",
        "xem",
        "thay",
        "vao",
        "doc",
        "goi",
        "quet",
        "k",
        "ko",
        "khong",
        "den",
        "dung",
        "kich",
        "hoat",
    }
)
_ASKS = frozenset({"khong", "ko", "k", "kg", "hok", "chua", "hk", "khg", "v", "z", "vay", "ha", "a", ""})


def _is_may(before: str, after: str) -> bool:
    """Whether "dk" stands for "được": behind a verb, or before "không"."""
    return (before in _BEFORE_MAY and after in _ASKS) or (bool(before) and after in _ASKS - {"", "a", "ha"})
