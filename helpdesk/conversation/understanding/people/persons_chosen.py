"""Who of a list is meant by a name: "nôm", "chỉ hủy Hồ Thị B thôi"."""

from collections.abc import Sequence

_AROUND_A_PERSON = frozenset({"nguoi", "cho", "ten", "la", "da", "a"})
_CANCELS = frozenset(
    {"huy", "bo", "chi", "rieng", "moi", "mot", "minh", "thoi", "giup", "xin", "toi", "cancel", "only"}
)
"""What may stand around the name of whoever does not come: "chỉ hủy Hồ Thị B thôi"."""


def named_words(key: str) -> set[str]:
    """The words of the name in a text of which `key` is the matching key."""
    words = key.split()
    around = _AROUND_A_PERSON | _CANCELS if {"huy", "bo", "cancel"} & set(words[:-1]) else _AROUND_A_PERSON
    return set(words) - around


def fitting(said: set[str], names: Sequence[str]) -> list[int]:
    """Whom of these (matching keys of their names) all the words fit. Whole words only: "no" is not Nom, and somebody
    would lose her place."""
    return [at for at, name in enumerate(names) if said <= set(name.split())]
