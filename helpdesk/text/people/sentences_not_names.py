"""Sentences that look like a name where names are asked for: "toi khong nho nam sinh", "doi chut", "ca nha".

Whoever is asked "ai?" and answers with a sentence is asked once more: nobody called Khong Nho Nam Sinh comes. A surname
in front makes a name of every word, so that only words that nobody is called in a row make a sentence behind one.
"""

from collections.abc import Sequence
from itertools import pairwise

from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES

_TELLING = frozenset(
    " ".join(
        (
            "khong ko chua duoc dc bao gi sao muon can biet hieu hoi nguoi moi qua troi toi tui minh "
            "nhung rang the lam roi dang nao cua lai cho gio nhieu may dau nay kia voi phai neu nen vi "
            "thi rat tat hang xom dit dm xa het di oi",
        )
    ).split()
)
"""Words of sentences that, folded, are few people's names."""

_SURE = frozenset(
    " ".join(
        ("khong ko chua duoc dc gi muon biet hieu hoi qua troi nhung toi tui nguoi dit dm rang neu phai",)
    ).split()
)
"""Those of which one is enough among three words without a surname."""

_PHRASES = frozenset(
    {
        *(
            "doi chut",
            "cho chut",
            "doi ti",
            "cho ti",
            "chut nua",
            "lat nua",
            "ti nua",
            "tu tu",
            "doi da",
            "de coi",
        ),
        *(
            "de xem",
            "ca nha",
            "gia dinh",
            "moi nguoi",
            "tat ca",
            "ca lang",
            "ca ban",
            "ca ho",
            "hang xom",
            "ba con",
        ),
        *(
            "xa qua",
            "lau qua",
            "ban qua",
            "met qua",
            "kho qua",
            "troi oi",
            "oi troi",
            "troi mua",
            "mua to",
            "hom nay",
        ),
        *(
            "ngay mai",
            "hom qua",
            "chieu nay",
            "sang mai",
            "toi nay",
            "mai mot",
            "cam on",
            "xin loi",
            "lam sao",
            "the nao",
        ),
        *(
            "tai sao",
            "bao gio",
            "khi nao",
            "o dau",
            "cai gi",
            "du ma",
            "dit me",
            "het roi",
            "xong roi",
            "nham roi",
        ),
    }
)
"""Two words that are nobody, though each may be called so."""

_ASKS = frozenset({"o dau", "bao nhieu", "bao lau", "khi nao", "the nao", "lam sao", "tai sao", "may gio"})
"""Two words of a question: with them in a row it is nobody, whatever stands in front."""

NOBODY_NAMED = frozenset(
    f"{kin}{whose}"
    for kin in (
        "ba noi",
        "ba ngoai",
        "ong noi",
        "ong ngoai",
        "ca nha",
        "ca gia dinh",
        "hai vo chong",
        "vo chong",
    )
    for whose in ("", " toi", " tui", " em", " con", " chau", " minh", " nha toi")
)
"""Whole texts, as matching keys, that speak of people without a name."""


def is_sentence(keys: Sequence[str]) -> bool:
    """Whether the words of what stands where a name is asked for are a sentence. `keys`: matching keys."""
    if len(keys) < 2:
        return False
    if any(" ".join(pair) in _ASKS for pair in pairwise(keys)):
        return True
    telling = sum(key in _TELLING for key in keys)
    if keys[0] in SURNAMES:
        behind = keys[1:]
        told = sum(key in _TELLING for key in behind) > 1 or not _SURE.isdisjoint(behind)
        return len(keys) > 3 and keys[1] not in MIDDLE_NAMES and told
    if len(keys) == 2:
        return " ".join(keys) in _PHRASES or keys[1] == "nguoi"  # five of them, and nobody called Năm
    if keys[1] in MIDDLE_NAMES:
        return sum(key in _TELLING for key in keys[2:]) > 1
    return telling >= 2 or not _SURE.isdisjoint(keys)
