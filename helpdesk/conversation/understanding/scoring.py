"""How much each topic is spoken of: the heaviest line of its table that fits the ideas heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from helpdesk.conversation.understanding.hearing import Heard
from helpdesk.conversation.understanding.topics.procedure import PROCEDURE
from helpdesk.conversation.understanding.topics.trouble import TROUBLE
from helpdesk.conversation.understanding.topics.wishes import WISHES

NEAR = 9
"""Words within which the ideas of one line must stand."""

SHORTLY = 2
"""Words that may stand between the two of `a>b`."""

FURTHER_LINE = 0.05
"""What each further line of a topic that fits adds: it only decides between equals."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: a weight, ideas that must be there (several in a term stand in this order), and must not."""

    topic: str
    weight: float
    terms: tuple[tuple[str, ...], ...]
    without: frozenset[str]


@cache
def lines() -> Mapping[str, tuple[Line, ...]]:
    """Every line of every table, by its first idea."""
    found: dict[str, list[Line]] = {}
    for table in (PROCEDURE, TROUBLE, WISHES):
        topic = ""
        for written in table.strip().splitlines():
            if not written.startswith(" "):
                topic = written.rstrip(":")
                continue
            weight, *words = written.split()
            terms = tuple(tuple(word.split(">")) for word in words if not word.startswith("!"))
            without = frozenset(word[1:] for word in words if word.startswith("!"))
            line = Line(topic, float(weight), terms, without)
            found.setdefault(terms[0][0], []).append(line)
    return {idea: tuple(of_idea) for idea, of_idea in found.items()}


def topics() -> frozenset[str]:
    """Every topic that a text may be taken to be about."""
    return frozenset(line.topic for of_idea in lines().values() for line in of_idea)


def scores(heard: Sequence[Heard]) -> dict[str, float]:
    """The weight of each topic that has any."""
    by_idea: dict[str, list[Heard]] = {}
    for one in heard:
        by_idea.setdefault(one.idea, []).append(one)
    found: dict[str, float] = {}
    fitting: dict[str, int] = {}
    table = lines()
    for idea in by_idea:
        for line in table.get(idea, ()):
            if line.without.isdisjoint(by_idea) and _fits(line, by_idea):
                found[line.topic] = max(found.get(line.topic, 0.0), line.weight)
                fitting[line.topic] = fitting.get(line.topic, -1) + 1
    return {topic: weight + min(0.3, FURTHER_LINE * fitting[topic]) for topic, weight in found.items()}


def _fits(line: Line, by_idea: Mapping[str, Sequence[Heard]]) -> bool:
    places: list[Heard] = []
    for term in line.terms:
        if any(idea not in by_idea for idea in term):
            return False
        if len(term) == 1:
            places.append(_nearest(by_idea[term[0]], places))
            continue
        pair = _in_order(by_idea[term[0]], by_idea[term[1]])
        if pair is None:
            return False
        places += pair
    return max(one.start for one in places) - min(one.start for one in places) <= NEAR


def _nearest(heard: Sequence[Heard], places: Sequence[Heard]) -> Heard:
    """The one nearest to what was found before, in words of its own if there are any."""
    if not places:
        return heard[0]
    apart = [
        one for one in heard if all(one.end <= other.start or other.end <= one.start for other in places)
    ]
    return min(apart or heard, key=lambda one: abs(one.start - places[0].start))


def _in_order(first: Sequence[Heard], second: Sequence[Heard]) -> tuple[Heard, Heard] | None:
    for one in first:
        for other in second:
            if 0 <= other.start - one.end <= SHORTLY:
                return one, other
    return None
