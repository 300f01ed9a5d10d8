"""Where one name ends and the next begins, when nothing stands between them: "ho thi b dinh xon y cuc" are three."""

from collections.abc import Sequence

from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES

_OF_HERE = frozenset({"ho", "dinh", "cao", "nguyen", "tran"})
"""Surnames that are rarely a given name."""

NO_SURNAME_BEFORE = frozenset({"ten", "tro", "so", "khau", "danh", "tuoi", "hon", "trong"})
"""Words before which they are something else: "họ tên", "định danh", "cao tuổi", "trân trọng"."""


def begins_another(keys: Sequence[str], start: int, at: int) -> bool:
    """Whether another name begins at `at`, behind the words of one that began at `start`. `keys`: matching keys.

    A surname with "văn" or "thị" begins one always; a woman's "Y" and a surname of these parts do so behind a whole
    name, and so does the surname with which that name began.
    """
    key, after = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
    if not after or after.isdecimal() or after in NO_SURNAME_BEFORE or at - start < 2:
        return False
    if key in SURNAMES and after in MIDDLE_NAMES:
        return at + 2 < len(keys) and not keys[at + 2].isdecimal()
    if keys[start] == "y" or keys[start + 1] in MIDDLE_NAMES:
        whole = at - start >= (2 if keys[start] == "y" else 3)
        return whole and (key in _OF_HERE or key == "y")
    return key in ("y", keys[start]) and key in _OF_HERE | {"y"}


def parted(keys: Sequence[str]) -> list[int]:
    """The places at which names begin in words that are all of names; the first is 0."""
    starts = [0]
    for at in range(1, len(keys)):
        if begins_another(keys, starts[-1], at):
            starts.append(at)
    return starts
