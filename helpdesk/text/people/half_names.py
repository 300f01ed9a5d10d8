"""A name of which only the beginning came, where a text was cut: "Hồ Thị A 1990, Hồ Văn"."""

import unicodedata

from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES

_SPELT = MIDDLE_NAMES | {"văn", "thị"}
"""As typed: "Vân" is a name, and "Văn" nearly always what stands before one."""

_A_SURNAME_AND_A_MIDDLE_NAME = 2


def is_half_a_name(name: str) -> bool:
    """Whether a name is a surname and a middle name, and nothing behind them."""
    words = unicodedata.normalize("NFC", name).casefold().split()
    if len(words) != _A_SURNAME_AND_A_MIDDLE_NAME or words[1] not in _SPELT:
        return False
    return matching_key(words[0]) in SURNAMES
