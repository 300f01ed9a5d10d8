"""What of a text the learned weights look at: words, their neighbours, their letters, and the ideas heard in it."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import sqrt

MOST_IDEAS = 12
"""Ideas that are paired with each other: a long story has more, and says less with each."""

MOST_LETTERS = 400
"""Letters that are looked at in threes; long stories are told by their words."""

_PAIR, _LETTERS = 0.7, 0.4
"""What a pair of ideas and three letters count for; a word counts 1."""


def features(words: Sequence[str], ideas: Sequence[str], fillers: Sequence[bool]) -> dict[str, float]:
    """Features with their values, of length 1 all together; none for no words.

    `words` are keys as they are compared, with marks for names, places and days; `fillers` tells of each whether it
    has no meaning of its own.
    """
    telling = [word for word, filler in zip(words, fillers, strict=True) if not filler]
    heard = sorted(set(ideas))
    letters = f" {' '.join(words)} "[:MOST_LETTERS]
    found = dict.fromkeys((f"c {letters[at : at + 3]}" for at in range(len(letters) - 2)), _LETTERS)
    found |= dict.fromkeys((f"j {one} {two}" for one, two in combinations(heard[:MOST_IDEAS], 2)), _PAIR)
    found |= dict.fromkeys((f"w {word}" for word in words), 1.0)
    found |= dict.fromkeys((f"n {one} {two}" for one, two in pairwise(words)), 1.0)
    found |= dict.fromkeys((f"o {one} {two}" for one, two in pairwise(telling)), 1.0)
    found |= dict.fromkeys((f"i {idea}" for idea in heard), 1.0)
    length = sqrt(sum(value * value for value in found.values())) or 1.0
    return {name: value / length for name, value in found.items()}
