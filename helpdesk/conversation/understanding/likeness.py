"""How much a text is like the example sentences of each topic: words, pairs of words and ideas they have in common.

What is rare among the examples counts more than what is common (inverse document frequency, K. Spärck Jones, Journal of
Documentation 28, 1972), and a long sentence is not liker for being long (cosine). Nothing is learned or drawn by lot:
whoever adds a sentence to `examples` can say what it changes.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import pairwise

from helpdesk.conversation.understanding.examples.procedure import PROCEDURE
from helpdesk.conversation.understanding.examples.strange import STRANGE
from helpdesk.conversation.understanding.examples.trouble import TROUBLE
from helpdesk.conversation.understanding.examples.wishes import WISHES
from helpdesk.conversation.understanding.hearing import Heard, Word, hear, words_of
from helpdesk.text.tokens import tokens_of

FURTHER = 0.15
"""What the second and third nearest sentence of a topic add, each as a part of its likeness."""

NEVER_SEEN = 0.8
"""The weight of what is in no example, as a part of that of what is in one only: it makes a text less like them."""

FEWEST_WORDS = 2
"""Words of the shortest text that is held against examples: one word has too many neighbours."""

MOST_COMMON = 0.04
"""The part of the sentences in which a trait may be and still tell topics apart."""

_SAYS_NOTHING = frozenset(
    " ".join(
        (
            "a ah ad oi o nhe nha voi vay v z rua he hi da thua em toi tui e anh chi bac chu xin cho hoi la thi ma nhi i me of to",
        )
    ).split()
)


@dataclass(frozen=True, slots=True)
class Examples:
    """All sentences: the topic and the length of each, and by what is in a sentence its weight and where it is."""

    topics: tuple[str, ...]
    lengths: tuple[float, ...]
    weights: Mapping[str, float]
    places: Mapping[str, tuple[int, ...]]
    # Too common to tell topics apart.
    common: frozenset[str]


def traits(words: Sequence[Word], heard: Sequence[Heard]) -> frozenset[str]:
    """What a text is compared by: its words, its pairs of words, and "#" with each idea in it."""
    keys = [word.key for word in words if word.key not in _SAYS_NOTHING]
    pairs = (f"{one} {other}" for one, other in pairwise(keys))
    return frozenset((*keys, *pairs, *(f"#{one.idea}" for one in heard)))


@cache
def examples() -> Examples:
    """Every sentence of every table."""
    topics: list[str] = []
    found: list[frozenset[str]] = []
    for table in (PROCEDURE, TROUBLE, WISHES, STRANGE):
        for topic, sentence in sentences(table):
            words = _words(sentence)
            topics.append(topic)
            found.append(traits(words, hear(words)))
    return _indexed(topics, found)


_MARK = re.compile(r"<(\w+)>")


def _words(sentence: str) -> list[Word]:
    """The words of an example, in which names, places and days are marks as `words_of` puts them."""
    tokens = tokens_of(_MARK.sub(r" \1", sentence))
    marked = {match[1] for match in _MARK.finditer(sentence)}
    taken = {at for at, token in enumerate(tokens) if token.key in marked}
    return words_of(tokens, taken=taken, marks={at: f"<{tokens[at].key}>" for at in taken})


def sentences(table: str) -> Iterable[tuple[str, str]]:
    """Topic and sentence of each of a table: `topic:` and under it, indented, sentences parted by "|"."""
    topic = ""
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            topic = line.rstrip(":")
            continue
        for sentence in line.split("|"):
            if sentence.strip():
                yield topic, sentence.strip()


def _indexed(topics: Sequence[str], found: Sequence[frozenset[str]]) -> Examples:
    places: dict[str, list[int]] = {}
    for number, of_sentence in enumerate(found):
        for trait in of_sentence:
            places.setdefault(trait, []).append(number)
    places = {trait: where for trait, where in places.items() if len(where) <= MOST_COMMON * len(found)}
    weights = {trait: math.log(1 + len(found) / len(where)) for trait, where in places.items()}
    lengths = tuple(
        math.sqrt(sum(weights.get(trait, 0.0) ** 2 for trait in of_one)) or 1.0 for of_one in found
    )
    every = frozenset(trait for of_one in found for trait in of_one)
    kept = {trait: tuple(where) for trait, where in places.items()}
    return Examples(tuple(topics), lengths, weights, kept, every - weights.keys())


def likenesses(said: frozenset[str]) -> dict[str, float]:
    """For each topic how like its sentences a text with these traits is, from 0 to 1.3; nothing for a single word."""
    if sum(" " not in trait and trait.isalpha() for trait in said) < FEWEST_WORDS:
        return {}
    index = examples()
    strange = NEVER_SEEN * math.log(1 + len(index.topics))
    telling = said - index.common
    length = math.sqrt(sum(index.weights.get(trait, strange) ** 2 for trait in telling)) or 1.0
    common: defaultdict[int, float] = defaultdict(float)
    for trait in telling & index.weights.keys():
        weight = index.weights[trait] ** 2
        for number in index.places[trait]:
            common[number] += weight
    nearest: defaultdict[str, list[float]] = defaultdict(list)
    for number, weight in common.items():
        nearest[index.topics[number]].append(weight / index.lengths[number])
    return {topic: _of_topic(nlargest(3, likes)) / length for topic, likes in nearest.items()}


def _of_topic(likes: Sequence[float]) -> float:
    return likes[0] + FURTHER * sum(likes[1:])
