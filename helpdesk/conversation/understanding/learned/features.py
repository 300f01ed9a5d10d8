"""What of a text the second opinion looks at: its words, their neighbours, and the ideas that were heard in it."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import sqrt

MOST_IDEAS = 12
"""Ideas that are paired with each other: a long story has more, and says less with each."""

_WORD, _NEXT, _OVER, _IDEA, _IDEAS = 1.0, 1.0, 1.0, 1.0, 0.7


def features(words: Sequence[str], ideas: Sequence[str], fillers: Sequence[bool]) -> dict[str, float]:
    """Features with their values, of length 1 all together; none for no words.

    `words` are keys as they are compared, with marks for names, places and days; `fillers` tells of each whether it
    has no meaning of its own.
    """
    telling = [word for word, filler in zip(words, fillers, strict=True) if not filler]
    heard = sorted(set(ideas))
    found = dict.fromkeys((f"w {word}" for word in words), _WORD)
    found |= dict.fromkeys((f"n {one} {two}" for one, two in pairwise(words)), _NEXT)
    found |= dict.fromkeys((f"o {one} {two}" for one, two in pairwise(telling)), _OVER)
    found |= dict.fromkeys((f"i {idea}" for idea in heard), _IDEA)
    found |= dict.fromkeys((f"j {one} {two}" for one, two in combinations(heard[:MOST_IDEAS], 2)), _IDEAS)
    length = sqrt(sum(value * value for value in found.values())) or 1.0
    return {name: value / length for name, value in found.items()}
