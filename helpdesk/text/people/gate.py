"""The gate through which every run of words goes that is found where a name may be, in a list that was asked for and in a
sentence alike: what of it is the name, and how likely it is one among what stands around it."""

from collections.abc import Container, Sequence
from itertools import pairwise

from helpdesk.text.people.kin_words import is_kin, is_ourselves
from helpdesk.text.people.likely_names import Likely, how_likely
from helpdesk.text.people.name_endings import before_talk, without_endings
from helpdesk.text.people.name_words import AGES, MIDDLE_NAMES
from helpdesk.text.people.spoken_names import Word
from helpdesk.text.people.words_around_names import BEFORE_A_NAME, BORN, TO_BOOK
from helpdesk.text.people.words_of_talk import FUNCTION, Kind, kind_of


def through_the_gate(
    name: Sequence[Word], *, said: Sequence[Word], born: bool, common: Container[str] = ()
) -> tuple[list[Word], Likely]:
    """The words of the name itself, without courtesy and talk behind it, and how likely they are one.

    `said`: all words of the item it was found in; `born`: a birth year is said to it; `common`: see `words_of_talk.kind_of`.
    """
    whole = list(name[: without_endings([word.written for word in name])])
    whole = whole[: before_talk([word.written for word in whole])]
    return whole, _how_likely_among(whole, said, born=born, common=common)


def _how_likely_among(
    name: Sequence[Word], said: Sequence[Word], *, born: bool, common: Container[str]
) -> Likely:
    if not name:
        return Likely.NOT
    likely = how_likely([word.written for word in name], born=born, common=common)
    around = [word for word in said if not any(word is one for one in name) and not word.is_number]
    if not born and _are_counted(name, said):
        return Likely.NOT
    if likely is Likely.NOT or not around or _is_called(name[0], said):
        return likely
    if len(name) == 1 and name[0].key in FUNCTION:
        # "Cho em hoi", "dk cho", "gia dinh em co", "Y Trem 1939 thoi": what is left of them is no name.
        return Likely.NOT
    plain = all(word.key in _AROUND or is_kin(word.written) for word in around)
    speaks = any(is_ourselves(word.written) or word.key in _SPEAKS for word in around)
    if likely is Likely.PERHAPS and (speaks or not plain):
        return Likely.NOT
    if len(name) == 1 and kind_of(name[0].written, common) is Kind.EITHER and not born and not plain:
        others = [word for word in around if word.key not in _AROUND and not is_kin(word.written)]
        return Likely.NOT if len(others) > 1 else Likely.PERHAPS  # "250 ngan", and nobody called so
    return likely


def _is_called(first: Word, said: Sequence[Word]) -> bool:
    """Whether "tên" or "là" stands right before a name."""
    before = any(word.key in _CALLED and after is first for word, after in pairwise(said))
    return before and first.key not in _ASKS


def _are_counted(name: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether households are: "5 hộ nghe", "3 hộ trong bản"."""
    if name[0].key != "ho" or len(name) < _SURNAME_AND_NAME or name[1].key in MIDDLE_NAMES:
        return False
    number = any(word.is_number and after is name[0] for word, after in pairwise(said))
    return number and kind_of(name[1].written) is not Kind.NAME


_SURNAME_AND_NAME = 2
_CALLED = frozenset({"ten", "la"})
_ASKS = frozenset({"ai", "gi", "nao"})
"""Behind them no name: "ghi tên ai"."""
_SPEAKS = frozenset({"em", "con", "chau", "toi", "tui", "minh"})
"""With these whoever writes speaks of herself: "tôi sợ kim" names nobody."""
_AROUND = BEFORE_A_NAME | TO_BOOK | BORN | AGES | {"dat", "nhe", "a", "nua", "them", "ghi"}
"""Words around a name that say nothing else; among others what may be a name is none: "tay bị đau"."""
