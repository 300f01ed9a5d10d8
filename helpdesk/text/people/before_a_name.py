"""What stands in front of a name with nothing between them: "em gui ten day ho thi nhe", "dk giup em dinh xon"."""

from collections.abc import Sequence
from itertools import pairwise

from helpdesk.text.people.kin_words import is_kin, is_ourselves
from helpdesk.text.people.likely_names import OF_HERE, Likely, how_likely
from helpdesk.text.people.name_words import AGES, MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.spoken_names import Word
from helpdesk.text.people.words_around_names import BEFORE_A_NAME, BORN, NO_NAME_AFTER, TO_BOOK
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
    """Whether a surname with "van" or "thi" and a name stand there, or one of these parts with a name behind it."""
    behind = [word for word in phrase[at + 1 : at + 3] if not word.is_number]
    if phrase[at].key not in SURNAMES or not behind:
        return False
    if behind[0].key in MIDDLE_NAMES:
        return len(behind) > 1
    two = [phrase[at].written, behind[0].written]
    return phrase[at].key in OF_HERE and how_likely(two, born=False) is Likely.SURE


def _all_of_talk(words: Sequence[Word], following: Word) -> bool:
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else following
        if word.is_number:
            if len(word.key) > _MOST_DIGITS or after.key in AGES:
                return False
        elif word.key in OF_HERE:
            if after.key not in NO_NAME_AFTER.get(word.key, ()):
                return False
        elif not _is_of_talk(word):
            return False
    return True


def _is_of_talk(word: Word) -> bool:
    kind = kind_of(word.written)
    plain = is_kin(word.written) or is_ourselves(word.written) or word.key in FUNCTION | _SAID_TOO
    return kind is Kind.TALK or (kind is Kind.EITHER and plain)


def how_likely_among(name: Sequence[Word], said: Sequence[Word], *, born: bool) -> Likely:
    """How likely a name is one that was found among the words `said`, all of the same item of a list."""
    if not name:
        return Likely.NOT
    likely = how_likely([word.written for word in name], born=born)
    around = [word for word in said if not any(word is one for one in name) and not word.is_number]
    keys = {word.key for word in around}
    if not born and _are_counted(name, said):
        return Likely.NOT
    if likely is Likely.NOT or not around or not _CALLED.isdisjoint(keys):
        return likely
    if len(name) == 1 and name[0].key in FUNCTION and not born:
        # "Cho em hoi", "dk cho", "gia dinh em co": what is left of them is no name.
        return Likely.NOT
    plain = all(word.key in _AROUND or is_kin(word.written) for word in around)
    speaks = any(is_ourselves(word.written) or word.key in _SPEAKS for word in around)
    return Likely.NOT if likely is Likely.PERHAPS and (speaks or not plain) else likely


def _are_counted(name: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether households are: "5 hộ nghe", "3 hộ trong bản"."""
    if name[0].key != "ho" or len(name) < _SURNAME_AND_NAME or name[1].key in MIDDLE_NAMES:
        return False
    number = any(word.is_number and after is name[0] for word, after in pairwise(said))
    return number and kind_of(name[1].written) is not Kind.NAME


_SURNAME_AND_NAME = 2
_CALLED = frozenset({"ten", "la"})
_SPEAKS = frozenset({"em", "con", "chau", "toi", "tui", "minh"})
"""With these whoever writes speaks of herself: "tôi sợ kim" names nobody."""
_AROUND = BEFORE_A_NAME | TO_BOOK | BORN | AGES | {"dat", "nhe", "a", "nua", "them", "ghi"}
"""Words around a name that say nothing else; among others what may be a name is none: "tay bị đau"."""
