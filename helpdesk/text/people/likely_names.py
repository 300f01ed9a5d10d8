"""The one gate for names: whether a run of words can be what somebody is called, wherever it stands in a text.

A name has a surname that is used here, or is a woman's "Y" and a word, or is made of words that nothing else is said with.
Words of talk in a row are nobody. What may be both is asked about, and not booked.
"""

import re
from collections.abc import Container, Sequence
from enum import IntEnum

from helpdesk.text.folding import matching_key
from helpdesk.text.people.kin_words import is_kin
from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.sentences_not_names import is_sentence
from helpdesk.text.people.words_around_names import GLUED, SURNAMES_HERE, SURNAMES_TYPED
from helpdesk.text.people.words_of_talk import FUNCTION, Kind, kind_of
from helpdesk.text.syllables import may_be_syllable

LONGEST = 5
"""Words of a name."""

OF_HERE = frozenset(["ho", "y", "dinh", "cao", "nguyen", "tran", "le", "pham", "hoang"])
"""Surnames that are rarely another word."""

_ALSO_BEFORE_THEN = frozenset({"mai", "do", "lam", "ha", "vi", "lo", "dang"})
"""Surnames behind which an unaccented "thi" may be "thì"."""

NO_NAME_BEHIND = {
    "ho": frozenset(
        " ".join(
            ("ten tro so khau chieu ngheo hang va gia dan noi bao toi tui minh voi di den muon cho",)
        ).split()
    ),
    "y": frozenset(["te", "kien", "leng", "la", "ta", "toi", "nhu", "muon", "dinh"]),
    "cao": frozenset(["tuoi", "hon", "qua", "nhat", "cap"]),
    "dinh": frozenset(["danh", "dan", "vi"]),
    "le": frozenset(["phi"]),
}
"""Words with which surnames say something else: "họ tên", "ý kiến", "cao tuổi", "định danh"."""

_RATHER_TALK = frozenset(
    {"nghe", "nhe", "nay", "kia", "se", "dang", "lai", "len", "ra", "cung", "can", "biet", "hoi"}
)
"""The same, where they are often said and seldom called so: she is asked."""

_OF_SEVERAL = frozenset({("gia", "dinh"), ("hang", "xom"), ("ba", "con")})
"""Behind "ho" they are "hộ gia đình", "họ hàng xóm"."""

_TITLES = frozenset(["bac", "chu", "co", "cau", "mo", "thim", "mu", "cu", "duong", "be"])
"""Before a name: "bác Sáu", "cụ Thơm"."""

_SURNAME_AND_NAME = 2


class Likely(IntEnum):
    """How likely words are a name; PERHAPS: she is asked."""

    NOT, PERHAPS, SURE = range(3)


def how_likely(written: Sequence[str], *, born: bool, common: Container[str] = ()) -> Likely:
    """How likely these words, as typed, are somebody's name. `born`: a birth year is said to them; `common`: further words
    of talk, see `words_of_talk.kind_of`."""
    if not written:
        return Likely.NOT
    keys = [matching_key(word) for word in written]
    if any(_DIGIT.search(key) for key in keys):
        return Likely.NOT
    kinds = [kind_of(word, common) for word in written]
    if len(keys) > 1 and _is_surname(written, keys[0]):
        likely = _with_surname(written, keys, kinds)
        if born and (likely is not Likely.NOT or len(keys) == _SURNAME_AND_NAME):
            return Likely.SURE  # "Ho Chieu 1980" is no passport
    elif len(keys) > _SURNAME_AND_NAME and keys[1] in MIDDLE_NAMES:
        # "Chu Van An", and not "toi thi sao".
        likely = Likely.NOT if keys[0] in FUNCTION and not _titled(written) else Likely.SURE
    elif keys[0] in GLUED and len(keys) > 1:
        likely = Likely.SURE  # "hovan tiem"
    elif all(map(_may_be_said, keys)):
        likely = _without_surname(written, kinds, born=born)
    else:
        likely = Likely.NOT
    if born:
        return _with_year(likely, kinds)
    sentence = not has_title(written) and is_sentence(list(written))
    return Likely.NOT if likely is not Likely.NOT and sentence else likely


def has_title(written: Sequence[str]) -> bool:
    """Whether words, as typed, are "chú Bảy", "bác Sáu": how somebody is called, and what may be one."""
    two = len(written) == _SURNAME_AND_NAME and matching_key(written[0]) in _TITLES
    return two and kind_of(written[1]) is not Kind.TALK


def _may_be_said(key: str) -> bool:
    """Whether a word is one at all: "zzzz", "kttk" and "mxh30" are keys that were hit."""
    letters = key.replace(" ", "")
    spoken = len(letters) == 1 or (_VOWEL.search(letters) is not None and _HELD_DOWN.search(letters) is None)
    return letters.isalpha() and spoken


_VOWEL, _HELD_DOWN, _DIGIT = re.compile(r"[aeiouy]"), re.compile(r"(.)\1\1"), re.compile(r"\d")


def _is_surname(written: Sequence[str], key: str) -> bool:
    """Whether a name begins with its surname; one that is a word as well shows itself by capitals: "Vo Minh Anh"."""
    known = key in SURNAMES or (key in SURNAMES_HERE and _titled(written))
    return known and (written[0].isascii() or written[0].casefold() in SURNAMES_TYPED)


def _with_year(likely: Likely, kinds: Sequence[Kind]) -> Likely:
    """A birth year shows a name where the words may be one; of words of talk it makes none."""
    if likely is Likely.NOT:
        return Likely.NOT
    return Likely.SURE if Kind.TALK not in kinds or likely is Likely.SURE else Likely.PERHAPS


def _with_surname(written: Sequence[str], keys: Sequence[str], kinds: Sequence[Kind]) -> Likely:
    surname, behind = keys[0], keys[1]
    if behind in MIDDLE_NAMES:
        return _full(written, keys, kinds)
    if behind == "y" and len(keys) > _SURNAME_AND_NAME:
        return _with_surname(written[1:], keys[1:], kinds[1:])  # "Nguyen Y Nuong"
    if tuple(keys[1:3]) in _OF_SEVERAL and not _titled(written):
        return Likely.NOT
    if len(keys) == _SURNAME_AND_NAME:
        return _surname_and_name(written, keys, kinds)
    talk = [key for key, kind in zip(keys[1:], kinds[1:], strict=True) if kind is Kind.TALK]
    if not talk:
        plain = surname in OF_HERE or Kind.NAME in kinds[1:] or _titled(written)
        return Likely.SURE if plain else Likely.PERHAPS
    if len(talk) > 1 or not FUNCTION.isdisjoint(talk) or surname not in OF_HERE:
        return Likely.PERHAPS if _titled(written) and len(talk) == 1 else Likely.NOT
    return Likely.SURE if set(kinds[1:]) != {Kind.TALK} or _titled(written) else Likely.PERHAPS


def _full(written: Sequence[str], keys: Sequence[str], kinds: Sequence[Kind]) -> Likely:
    """ "Ho Van A". "Mai thì được" has a surname and "thi" as well."""
    if keys[1] == "van" or keys[0] not in _ALSO_BEFORE_THEN or not written[1].isascii() or _titled(written):
        return Likely.SURE
    talk = {key for key, kind in zip(keys[2:], kinds[2:], strict=True) if kind is Kind.TALK}
    return Likely.NOT if talk & FUNCTION else Likely.SURE


def _surname_and_name(written: Sequence[str], keys: Sequence[str], kinds: Sequence[Kind]) -> Likely:
    surname, behind, kind = keys[0], keys[1], kinds[1]
    if behind in NO_NAME_BEHIND.get(surname, ()) and kind is not Kind.NAME:
        return Likely.PERHAPS if _titled(written) else Likely.NOT
    if surname in OF_HERE:
        # "Ho Co" and "Y Da" are people; "ho nghe" may be households, and a word of courtesy.
        talks = behind in _RATHER_TALK and kind is not Kind.NAME and not _titled(written)
        return Likely.PERHAPS if talks else Likely.SURE
    if kind is Kind.NAME or _titled(written):
        return Likely.SURE
    return Likely.PERHAPS if kind is Kind.EITHER else Likely.NOT


def _without_surname(written: Sequence[str], kinds: Sequence[Kind], *, born: bool) -> Likely:
    talk, names = kinds.count(Kind.TALK), kinds.count(Kind.NAME)
    if len(kinds) == 1:
        return _one_word(written[0], kinds[0], born=born)
    if len(kinds) > LONGEST:
        return Likely.NOT
    if not talk:
        called = len(kinds) == _SURNAME_AND_NAME and is_kin(written[0])  # "anh Tuan"
        return Likely.SURE if names or called or _titled(written) else Likely.PERHAPS
    if len(kinds) == _SURNAME_AND_NAME and written[0].casefold() == "a" and (born or _titled(written)):
        return Likely.PERHAPS  # "A Vo"
    if talk > 1 or len(kinds) > LONGEST - 2:
        perhaps = _titled(written) and len(kinds) == _SURNAME_AND_NAME and not _of_sentences(written)
        return Likely.PERHAPS if perhaps else Likely.NOT
    if names and _titled(written):
        return Likely.SURE  # "Cu Bai"
    shows = names or (born and len(kinds) == _SURNAME_AND_NAME)  # "Đông Ý 1990"
    titled = is_kin(written[0]) or matching_key(written[0]) in _TITLES
    called = titled and not _of_sentences(written[1:])
    return Likely.PERHAPS if shows or called else Likely.NOT


def _one_word(written: str, kind: Kind, *, born: bool) -> Likely:
    """ "Xon", "Mai", "Sáu": a word that is not known as another one, or that people are called by above all."""
    key = matching_key(written)
    if kind is Kind.NAME:
        # Several words may be written as one: "quenmatkhau".
        return Likely.SURE if born or may_be_syllable(key) or written[0].isupper() else Likely.PERHAPS
    seldom = kind is Kind.TALK or (not born and written.isascii() and (key in FUNCTION or is_kin(written)))
    return Likely.PERHAPS if seldom else Likely.SURE


def _of_sentences(written: Sequence[str]) -> bool:
    return not FUNCTION.isdisjoint(map(matching_key, written))


def _titled(written: Sequence[str]) -> bool:
    """Whether every word begins with a capital, and is not all of capitals, which says nothing."""
    return all(word[0].isupper() for word in written) and not all(word.isupper() for word in written)
