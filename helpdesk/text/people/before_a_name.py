"""What stands in front of a name with nothing between them: "em gui ten day ho thi nhe", "dk giup em dinh xon"."""

from collections.abc import Sequence

from helpdesk.text.people.kin_words import is_kin, is_ourselves
from helpdesk.text.people.likely_names import OF_HERE, Likely, how_likely
from helpdesk.text.people.name_words import AGES, MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.spoken_names import Word
from helpdesk.text.people.words_around_names import NO_NAME_AFTER
from helpdesk.text.people.words_of_talk import FUNCTION, Kind, kind_of

_MOST_DIGITS = 2
"""Of a number that counts people; what has more is a year, and is somebody's."""

_SAID_TOO = frozenset({"vang", "dung", "danh", "gom", "thay", "moi", "nhan"})
"""Given names that stand in front of names as the words that they are: "vâng", "gồm"."""


def without_words_before(phrase: Sequence[Word]) -> list[Word]:
    """The words from the first name on that shows itself, where nothing but words of talk stands before it; else all."""
    for at in range(1, len(phrase)):
        if _begins_a_name(phrase, at):
            return list(phrase[at:]) if _all_of_talk(phrase[:at], phrase[at]) else list(phrase)
    return list(phrase)


def _begins_a_name(phrase: Sequence[Word], at: int) -> bool:
    """Whether a surname with "van" or "thi" and a name stand there, or one of these parts with a name behind it, or any
    name that is said to be one: "chau ten la hung"."""
    if _is_called(phrase, at):
        return True
    behind = [word for word in phrase[at + 1 : at + 3] if not word.is_number]
    if phrase[at].key not in SURNAMES or not behind:
        return False
    if behind[0].key in MIDDLE_NAMES:
        return len(behind) > 1
    if phrase[at].key not in OF_HERE:
        return False
    name = [phrase[at].written, *(word.written for word in behind)]
    return Likely.SURE in (how_likely(name, born=False), how_likely(name[:2], born=False))


def _is_called(phrase: Sequence[Word], at: int) -> bool:
    before = [word.key for word in phrase[:at]]
    plain = kind_of(phrase[at].written) is not Kind.TALK and not phrase[at].is_number
    return plain and "ten" in before and before[-1] in ("ten", "la")


def _all_of_talk(words: Sequence[Word], following: Word) -> bool:
    sentence = sum(kind_of(word.written) is Kind.TALK for word in words) > 1
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else following
        if word.is_number:
            if len(word.key) > _MOST_DIGITS or after.key in AGES:
                return False
        elif word.key in OF_HERE:
            if after.key not in NO_NAME_AFTER.get(word.key, ()):
                return False
        elif not _is_of_talk(word, among=sentence):
            return False
    return True


def _is_of_talk(word: Word, *, among: bool) -> bool:
    """`among`: several words of talk stand there, so that one that people are called by as well is one of them."""
    kind = kind_of(word.written)
    plain = among or is_kin(word.written) or is_ourselves(word.written) or word.key in FUNCTION | _SAID_TOO
    return kind is Kind.TALK or (kind is Kind.EITHER and plain)
