"""The learned weights, and how likely they make each topic. Plain sums: the same everywhere, nothing is downloaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.tsv")
"""Written by `make learn`. First line: the mark of the examples; second: the topics; then a line for each feature."""


@dataclass(frozen=True, slots=True)
class Model:
    """`rows`: by feature, the number of a topic and its weight, for all topics to which it matters."""

    mark: str
    topics: tuple[str, ...]
    rows: Mapping[str, tuple[tuple[int, float], ...]]

    def likelihoods(self, found: Mapping[str, float]) -> dict[str, float]:
        """How likely each topic is; they add up to 1."""
        sums = [0.0] * len(self.topics)
        for number, weight in self.rows.get("", ()):
            sums[number] += weight
        for name, value in found.items():
            for number, weight in self.rows.get(name, ()):
                sums[number] += value * weight
        most = max(sums)
        parts = [exp(one - most) for one in sums]
        total = sum(parts)
        return {topic: part / total for topic, part in zip(self.topics, parts, strict=True)}


@cache
def model() -> Model:
    """The weights that come with the service."""
    with WEIGHTS.open(encoding="utf-8") as lines:
        return read_weights(lines)


def read_weights(lines: Iterable[str]) -> Model:
    """The model of a file of weights."""
    mark, topics, *rows = (line.rstrip("\n").split("\t") for line in lines)
    return Model(mark[0], tuple(topics), {row[0]: tuple(map(_weight, row[1:])) for row in rows})


def _weight(cell: str) -> tuple[int, float]:
    number, _, weight = cell.partition(":")
    return int(number), float(weight)
