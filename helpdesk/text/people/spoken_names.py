"""A name among the words that people put around it: "con gai toi ten la y cuc" → Y Cuc."""

from dataclasses import dataclass

import regex  # type: ignore[import-untyped]

from helpdesk.text.folding import matching_key
from helpdesk.text.people import name_words
from helpdesk.text.people.kin_words import is_kin, is_only_kin, kin_at_the_end, kin_in_front
from helpdesk.text.people.name_endings import without_endings

_NOT_IN_NAMES = regex.compile(r"[^\p{L}\p{M}\p{N}'\-]+")
# "Thanh1985", "1985Thanh", "sn85" and "80t" are two words each.
_GLUED = regex.compile(
    r"(?<=\p{L})(?=(?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d)(?=\p{L})|(?<=\b(?:sn|ns|s))(?=\d)|(?<=\b\d{2,3})(?=t(?:u[oổ]i)?\b)",
    regex.IGNORECASE,
)
_WORD_PART = regex.compile(r"\p{L}[\p{L}\p{M}]*")


WHOLE_WITH_MORE = 4
"""Words of a name behind which "nữ" says what she is: "Hồ Thị Cò nữ", but not "Hồ Thị Nữ"."""


@dataclass(frozen=True)
class Word:
    """A word as typed, and its matching key."""

    written: str
    key: str

    @property
    def is_number(self) -> bool:
        return self.key.isdecimal()


def words_in(text: str) -> list[Word]:
    """The words and numbers of a text, without punctuation, emoji and other signs."""
    cleaned = (_NOT_IN_NAMES.sub(" ", _GLUED.sub(" ", text))).split()
    words = (Word(word, matching_key(word)) for word in (word.strip("'-") for word in cleaned))
    return [word for word in words if word.written]


def name_in(words: list[Word]) -> list[Word]:
    """The words of the name itself, [] where the words speak of someone without a name ("vo toi")."""
    if is_only_kin(_typed(words)):
        return []
    if (kin := kin_in_front(_typed(words))) and _full_name_at(words, kin):
        words = words[kin:]
    if kin := kin_at_the_end(_typed(words)):
        words = words[:-kin]
    if len(words) > 1 and words[0].written.lower() == "họ" and words[1].key in name_words.SURNAMES:
        # "Họ Cao": her surname, and nothing more.
        words = words[1:] if len(words) > 2 else []
    words = _without_openings(words)
    while words and words[-1].key in name_words.BEFORE_A_NUMBER:
        words = words[:-1]
    while len(words) >= WHOLE_WITH_MORE and words[-1].key == "nu":
        words = words[:-1]
    words = words[: without_endings([word.written for word in words])]
    if len(words) == 1 and words[0].written.lower() in name_words.POLITE_ENDINGS:
        return []
    if _keys(words) in name_words.THANKS or all(word.key in name_words.NOBODY for word in words):
        return []
    return [] if len(words) == 1 and _is_spelt_kin(words[0]) else _surname_first(words)


def _without_openings(words: list[Word]) -> list[Word]:
    """The words behind what stands before a name; [] where what is left is nobody's."""
    left_out = False
    while length := _opening(words, left_out=left_out):
        words, left_out = words[length:], True
    return [] if left_out and _keys(words) in name_words.NOBODY_BEHIND_KIN else words


def _is_spelt_kin(word: Word) -> bool:
    """Whether its accent says that it is whose kin somebody is, and nobody called Ba or Châu: "bà sinh 1971"."""
    typed = word.written.lower()
    return not typed.isascii() and (is_kin(typed) or typed in name_words.ACCENTED_OPENINGS)


def _surname_first(words: list[Word]) -> list[Word]:
    """A name behind which the surname is told: "Pot họ Hồ" → Hồ Pot."""
    if len(words) == _WITH_SURNAME and words[1].key == "ho" and words[2].key in name_words.SURNAMES:
        return [words[2], words[0]] if words[0].key not in name_words.SURNAMES else words
    return words


_WITH_SURNAME = 3


def without_year_words(words: list[Word]) -> list[Word]:
    """The words before a birth year without "sinh nam", "sn" and the like; [] if there is nothing else."""
    for phrase in name_words.BEFORE_A_YEAR:
        if _keys(words)[-len(phrase) :] == phrase:
            return words[: -len(phrase)]
    if set(_keys(words)[-2:]) == name_words.NAMES_BEFORE_A_YEAR:
        return words[:-1] if _is_name_before_year(words[-2], words[:-2], last=words[-1]) else words[:-2]
    if words and words[-1].key in name_words.NAMES_BEFORE_A_YEAR and not _ends_name(words[-1], words[:-1]):
        return words[:-1]
    return words


def without_kin_behind(words: list[Word]) -> list[Word]:
    """A name without what the next one is to her: "Hồ Pot vợ" before "Y Thơm". A name of two words remains."""
    end = len(words)
    while end > _WITH_SURNAME - 1 and (is_kin(words[end - 1].written) or words[end - 1].key in _WHOSE):
        end -= 1
    return words if words[end - 1].key in name_words.MIDDLE_NAMES else words[:end]


_WHOSE = frozenset({"trai", "gai", "la", "ten"})


def title(words: list[Word]) -> str:
    """The name as it is printed: lower case and ALL CAPS become title case, other spelling stays."""
    return " ".join(_titled(word.written) for word in words)


def is_lower_among(word: Word, others: list[Word]) -> bool:
    """Whether the word is in lower case among words with capitals, so that it is no name.

    One capital is not enough: phones put it at the beginning of every text.
    """
    return word.written.islower() and sum(other.written[0].isupper() for other in others) >= 2


def _typed(words: list[Word]) -> list[tuple[str, str]]:
    return [(word.written, word.key) for word in words]


def _full_name_at(words: list[Word], at: int) -> bool:
    return len(words) > at + 1 and words[at].key in name_words.SURNAMES


def _keys(words: list[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _opening(words: list[Word], *, left_out: bool) -> int:
    """How many words at the beginning are not the name; a name always remains."""
    keys = _keys(words)
    if len(keys) < 2 or keys[1] in name_words.MIDDLE_NAMES:
        return 0
    if words[0].written.lower() in name_words.ACCENTED_OPENINGS or (
        left_out and keys[0] in name_words.AFTER_OPENINGS
    ):
        return 1
    if length := _phrase_at_start(keys, name_words.OPENINGS, then=1):
        return length
    for phrases, then in (
        (name_words.OPENINGS_BEFORE_A_SURNAME, 2),
        (name_words.OPENINGS_BEFORE_A_FULL_NAME, 3),
    ):
        length = _phrase_at_start(keys, phrases, then=then)
        if length and keys[length] in name_words.SURNAMES:
            return length
        # "Vợ Y Lan": nobody has a surname in front of Y.
        if (length := _phrase_at_start(keys, phrases, then=2)) and keys[length] == "y":
            return length
        if _phrase_at_start(keys, phrases, then=1) and keys[1] == "toi":
            return 1
    return 0


def _phrase_at_start(keys: tuple[str, ...], phrases: tuple[tuple[str, ...], ...], *, then: int) -> int:
    """The length of the first phrase that the keys begin with, if at least `then` words follow it; else 0."""
    for phrase in phrases:
        if keys[: len(phrase)] == phrase and len(keys) >= len(phrase) + then:
            return len(phrase)
    return 0


def _is_name_before_year(word: Word, before: list[Word], *, last: Word) -> bool:
    """Whether the person before "sinh nam" or "nam sinh" is called by the first word of the two."""
    if not before:
        return False
    if before[-1].key in name_words.MIDDLE_NAMES or (word.written.istitle() and last.written.islower()):
        return True
    # "sinh nam 1985" is what everyone writes; "hoai nam sinh 1985" is Hoài Nam rather than "nam sinh".
    return word.key == "nam" and not is_lower_among(word, before) and not _is_whole(before)


def _ends_name(word: Word, before: list[Word]) -> bool:
    """Whether a single "sinh" or "nam" before a year is the name of the person."""
    if not before or is_lower_among(word, before):
        return False
    if word.key == "sinh" and word.written.islower() and len(before) == 1:
        return before[0].key in name_words.SURNAMES  # "ông Bình sinh 1961" is no Bình Sinh
    return (
        word.key == "nam"
        or word.written.istitle()
        or before[-1].key in name_words.MIDDLE_NAMES
        or not _is_whole(before)
    )


def _is_whole(words: list[Word]) -> bool:
    """Whether these may be all of a name: three words, or two of a woman called Y."""
    return len(words) >= (2 if words[0].key == "y" else 3)


def _titled(written: str) -> str:
    if not (written.islower() or written.isupper()):
        return written
    return str(_WORD_PART.sub(lambda part: part[0][0].upper() + part[0][1:].lower(), written))
