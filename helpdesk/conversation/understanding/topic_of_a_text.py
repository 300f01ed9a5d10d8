"""Which topic a text is about: by rules where nothing else can be meant, by the learned weights everywhere else."""

import re
from collections.abc import Sequence

from helpdesk.conversation.understanding.bookings.puts_down import only_puts_down
from helpdesk.conversation.understanding.taken_apart import Facts, Taken
from helpdesk.conversation.understanding.topics.deciding import (
    NOTHING,
    ONLY_A_CENTRE,
    ONLY_A_NAME_WRONG,
    ONLY_A_VILLAGE,
    ONLY_NAMES,
    Decision,
    certain,
    decide,
)
from helpdesk.conversation.understanding.topics.hearing import hear
from helpdesk.conversation.understanding.topics.learned.features import Views, features
from helpdesk.conversation.understanding.topics.learned.model import model
from helpdesk.conversation.understanding.topics.spellings import FILLERS, NEUTRAL
from helpdesk.conversation.understanding.topics.words_spelled_out import Word
from helpdesk.conversation.understanding.words import any_word
from helpdesk.messaging.policy.machine_texts import is_of_a_machine
from helpdesk.places.spotting import Spotted
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key
from helpdesk.text.people.kin_words import OF_HER_KIN, is_kin
from helpdesk.text.people.party_words import KIN, KIN_MORE, LINKS, SELF
from helpdesk.text.people.words_around_names import BORN


def topic_of(taken: Taken) -> Decision:
    """The topic, or what she is asked about."""
    by_words = _of_the_whole(taken.plain)
    if by_words is not None:
        return by_words
    keys = [word.key for word in taken.words]
    if _cancels_by_name(taken) or keys in (["huy", "<when>"], ["huy", "<weekend>"]):
        return certain("cancel")
    ideas = [one.idea for one in hear(taken.words)]
    two_listed = keys[:2] == ["huy", "<name>"] and taken.words[1].parted  # "Huy, Hồ Thị B": two who come
    undoes = not UNDOING.isdisjoint(ideas) and not two_listed
    if not undoes and (_can_only_book(taken.facts) or only_puts_down(taken)):
        return certain("book")
    said = [word.key for word in taken.words if _has_meaning(word.key) and word.key not in OF_HER_KIN]
    if (taken.facts.people or _only_kin_with_years(keys)) and not undoes and not said:
        return ONLY_NAMES
    if not taken.facts.taken and _is_a_scrap([word.key for word in taken.words], ideas):
        return NOTHING
    if _WHERE_SHE_IS.issuperset(keys):
        only = _of_its_place(taken.facts.spotted)
        if only is not None:
            return only
    either = any(word.key in _OR for word in taken.words)
    telling = sum(_has_meaning(word.key) for word in taken.words)
    about = telling <= ABOUT and not ABOUT_WHICH.isdisjoint(ideas)
    decision = decide(model().likelihoods(traits_of(taken.words, ideas)), either=either, about=about)
    if (
        keys
        and all(key in _OF_A_WRONG_NAME or _says_nothing(key) for key in keys)
        and "ten" in keys
        and telling
        and not _WRONG.isdisjoint(keys)
    ):
        return ONLY_A_NAME_WRONG
    said_more = any(_has_meaning(key) and key not in _OF_A_CENTRE for key in keys)
    dated = taken.facts.when.day is not None and not decision.likeliest
    if decision.sure or (said_more and not dated):
        return decision
    return _of_its_place(taken.facts.spotted) or decision


def _of_the_whole(plain: str) -> Decision | None:
    """What a text is by all of its words together: a word that works at any moment, or what no person wrote."""
    key = matching_key(plain)
    word = any_word(key)
    if word is not None:
        return certain(_as_intent(word))
    return NOTHING if is_of_a_machine(plain, key) else None


_OF_A_WRONG_NAME = frozenset({"sua", "doi", "sai", "viet", "ghi", "nham", "ten", "ho", "lai"})
_WRONG = frozenset({"sua", "doi", "sai", "nham", "lai"})
_OF_A_CENTRE = frozenset(
    {"trung", "tam", "tt", "ubnd", "uy", "tru", "center", "centre", "commune", "village"}
)


_WHERE_SHE_IS = frozenset({"<place>", "<when>", "<weekend>"}) | frozenset(
    " ".join(
        ("toi tui em e con chau minh nha o ban thon xa la nguoi day ni nay da a", "in from i am live")
    ).split()
)
"""Words of a text that says no more than where somebody lives, and a day perhaps."""


def _of_its_place(spotted: Spotted) -> Decision | None:
    """What a text is about that names a place and says nothing else, but a day perhaps; None where it names none."""
    if not spotted.candidates:
        return None
    centre = spotted.candidates[0].kind is PlaceKind.CENTRE
    return ONLY_A_CENTRE if centre else ONLY_A_VILLAGE


def _is_a_scrap(keys: Sequence[str], ideas: Sequence[str]) -> bool:
    """Whether there is too little to go by: a syllable of two letters, or one word that means nothing here."""
    if len(keys) == 1 and len(keys[0]) <= 2:
        return True
    return not ideas and sum(_has_meaning(key) for key in keys) <= 1


def _only_kin_with_years(keys: Sequence[str]) -> bool:
    """Whether somebody is spoken of by what she is to her and a birth year, and nothing else is said: "vo toi 1988"."""
    years = any(len(key) == _YEAR_DIGITS and key.isdecimal() and key[:2] in ("19", "20") for key in keys)
    return years and any(map(is_kin, keys)) and all(key.isdecimal() or key in _KIN_AND_YEARS for key in keys)


_YEAR_DIGITS = 4
_KIN_AND_YEARS = KIN | KIN_MORE | SELF | LINKS | OF_HER_KIN | BORN | {"ba", "ong", "cho", "dk", "a", "nhe"}


_OR = frozenset({"hoac", "hay"})

ABOUT, ABOUT_WHICH = 1, frozenset({"sim", "card", "account", "password"})
"""Telling words of a text that names no more than a thing that several topics are about: "muốn hỏi về sim"."""

UNDOING = frozenset({"cancel", "huy_alone", "change_day", "not_coming", "erase", "wrong"})
"""Ideas with which a text that names somebody, and a day, is no booking."""

_TO_CANCEL = re.compile(r"\b(?:huy bo|huy|cancel|(?:bo|gach|rut) ten)\b")
LONGEST_CANCELLING = 16
"""Words of a text that says no more than who is cancelled."""

_AROUND_CANCELLING = frozenset(
    " ".join(
        (
            "da xin toi tui em con chau minh muon can nho cho chi rieng moi mot giup gium ho lich hen dat ten ong ba anh chi co chu",
            "bac me vo chong thoi nhe a nha di voi va khong nua dum of for only please the booking toi trai gai <name> <when>",
        )
    ).split()
)


def _cancels_by_name(taken: Taken) -> bool:
    """Whether nothing is said but that somebody who is named is to be cancelled: "chỉ hủy Hồ Thị B"."""
    if not taken.facts.people or len(taken.words) > LONGEST_CANCELLING:
        return False
    keys = [word.key for word in taken.words]
    listed = any(word.key == "<name>" and word.parted for word in taken.words)
    before, name, after = " ".join(keys).partition("<name>")
    if before == "huy " and listed:
        return False  # "Huy, Hồ Thị B": two who come
    said = _TO_CANCEL.search(before)
    around = f"{before[: said.start()]} {before[said.end() :]} {after}" if said and name else ""
    return bool(around) and all(key in _AROUND_CANCELLING for key in around.split())


def _can_only_book(facts: Facts) -> bool:
    """Whether somebody is named with a birth year, and a village or a day: nobody writes that for anything else."""
    years = any(person.birth_year is not None for person in facts.people)
    return years and (facts.spotted.place is not None or facts.when.day is not None)


def _as_intent(word: str) -> str:
    return {"back": "menu", "accents": "language"}.get(word, word)


def traits_of(words: Sequence[Word], ideas: Sequence[str]) -> Views:
    """What the learned weights look at in words and the ideas in them: see `learned.features`."""
    return features([word.key for word in words], ideas, [_says_nothing(word.key) for word in words])


def _says_nothing(key: str) -> bool:
    return key in FILLERS or key in NEUTRAL


def _has_meaning(key: str) -> bool:
    return len(key) > 1 and key[0] != "<" and not key.isdecimal() and not _says_nothing(key)
