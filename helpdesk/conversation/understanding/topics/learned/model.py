"""The learned weights, and how likely they make each topic. Plain sums: the same everywhere, nothing is downloaded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from struct import unpack

from helpdesk.conversation.understanding.topics.learned.features import Views

WEIGHTS = Path(__file__).with_name("weights.tsv")
"""Written by `make learn`. First line: the mark of the examples; second: the topics; then a line for each feature."""

WORDS, LETTERS = "words", "letters"
"""Names of the lines that hold what each view begins with, before any feature is counted."""

_BITS = 32
_HUNDREDTHS = 100
"""Weights are written with two decimals, so that hundredths are whole numbers."""

_MIDDLE = 1 << (_BITS - 1)


@dataclass(frozen=True, slots=True)
class Model:
    """`rows`: by feature, its weights for all topics in one whole number, `_BITS` bits for each topic.

    Adding two such numbers adds the weights of every topic at once, which is what a text of hundreds of features
    needs; that a weight may be negative changes nothing in the sums. See `packed`.
    """

    mark: str
    topics: tuple[str, ...]
    rows: Mapping[str, int]

    def likelihoods(self, found: Views) -> dict[str, float]:
        """How likely each topic is: what both views make of it, one half each. They add up to 1."""
        by_words = self._of_view(WORDS, found.words)
        by_letters = self._of_view(LETTERS, found.letters)
        halves = zip(self.topics, by_words, by_letters, strict=True)
        return {topic: (one + other) / 2 for topic, one, other in halves}

    def _of_view(self, view: str, found: Mapping[str, float]) -> Sequence[float]:
        by_value: dict[float, int] = {1.0: self.rows.get(view, 0)}
        for name, value in found.items():
            row = self.rows.get(name)
            if row is not None:
                by_value[value] = by_value.get(value, 0) + row
        sums = [0.0] * len(self.topics)
        for value, row in by_value.items():
            for topic, weight in enumerate(unpacked(row, len(sums))):
                sums[topic] += value * weight
        most = max(sums)
        parts = [exp(one - most) for one in sums]
        total = sum(parts)
        return [part / total for part in parts]


def packed(weights: Iterable[tuple[int, float]]) -> int:
    """Weights by the number of their topic as one whole number."""
    return sum(round(weight * _HUNDREDTHS) << (_BITS * topic) for topic, weight in weights)


def unpacked(row: int, topics: int) -> Sequence[float]:
    """The weight of every topic in a row or in a sum of rows; each must be below 20 million."""
    fields = unpack(f"<{topics}I", (row + _lift(topics)).to_bytes(topics * _BITS // 8, "little"))
    return [(field - _MIDDLE) / _HUNDREDTHS for field in fields]


@cache
def _lift(topics: int) -> int:
    """The middle of every field: lifted by it no weight is negative, and none borrows from its neighbour."""
    return sum(_MIDDLE << (_BITS * topic) for topic in range(topics))


@cache
def model() -> Model:
    """The weights that come with the service."""
    with WEIGHTS.open(encoding="utf-8") as lines:
        return read_weights(lines)


def read_weights(lines: Iterable[str]) -> Model:
    """The model of a file of weights."""
    mark, topics, *rows = (line.rstrip("\n").split("\t") for line in lines)
    return Model(mark[0], tuple(topics), {row[0]: packed(map(_weight, row[1:])) for row in rows})


def _weight(cell: str) -> tuple[int, float]:
    number, _, weight = cell.partition(":")
    return int(number), float(weight)
