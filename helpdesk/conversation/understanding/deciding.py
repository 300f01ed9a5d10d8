"""Which topic is meant, by two opinions that must not contradict each other: the phrases heard, and the nearest examples.

Phrases know why, and are wrong where a text has other words than we thought of; examples know how people write, and
are wrong where two topics share their words. Where both say the same, or one is clear and the other does not object,
the topic is acted on; otherwise the likeliest of both are named in a question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

UNKNOWN = "unknown"

ENOUGH = 5.0
"""The weight of phrases from which a topic is acted on."""

LEAD = 0.85
"""By how much it must lead the next."""

WORTH_ASKING = 4.0
"""What must speak for a topic before she is asked whether she means it."""

COURTESY = frozenset({"thanks", "greeting"})
"""No second topic around a wish."""

SPECIAL = 9.5
"""The weight of a line that says something special: it stands where no example is near."""

NEAR_ENOUGH = 0.5
NEARER = 0.1
"""The likeness from which the nearest example decides where phrases do not, and by how much it must lead."""

NO_OBJECTION = 0.1
"""How much nearer the examples of another topic may be before they contradict the phrases."""

FAR = 0.35
"""The likeness below which examples have no opinion."""

STRANGE = 0.4
"""The likeness to a text that is no business of ours from which it is taken for one."""

OFFERED = 3
"""Topics that are named when she is asked which she means."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The topic, whether it is acted on, how much speaks for it (0 to 1), and what she is asked about where it is not."""

    topic: str
    sure: bool
    confidence: float
    likeliest: tuple[str, ...]


def certain(topic: str) -> Decision:
    """A word that is the whole text."""
    return Decision(topic, True, 0.99, (topic,))


def decide(phrases: Mapping[str, float], likes: Mapping[str, float], *, ours: bool, either: bool) -> Decision:
    """Decide between topics by the weight of their phrases and the likeness of their examples.

    `ours`: most of the text is understood; `either`: it says "or".
    """
    if any(weight >= ENOUGH for topic, weight in phrases.items() if topic not in COURTESY):
        phrases = {topic: weight for topic, weight in phrases.items() if topic not in COURTESY}
        likes = {topic: like for topic, like in likes.items() if topic not in COURTESY}
    said = _ranked(phrases)
    near = _ranked(likes)
    topic, weight, lead = said[0][0], said[0][1], _lead(said)
    nearest, like = near[0]
    likeliest = _likeliest(phrases, likes)
    if topic == UNKNOWN or (nearest == UNKNOWN and _is_strange(phrases.get(topic, 0.0), likes, topic, like)):
        return Decision(UNKNOWN, False, 0.1, likeliest)
    if either and len(said) > 1 and said[1][1] >= ENOUGH and lead < 2 * LEAD + 1:
        return Decision(topic, False, _confidence(weight, like, sure=False), likeliest)
    if weight >= ENOUGH and lead >= LEAD:
        sure = _is_sure(topic, weight, likes, nearest, like, ours=ours)
        if not sure and not ours and like < FAR:
            return Decision(UNKNOWN, False, 0.15, likeliest)
        return Decision(topic, sure, _confidence(weight, like, sure=sure), likeliest)
    if nearest != UNKNOWN and like >= NEAR_ENOUGH and _lead(near) >= NEARER:
        return Decision(nearest, True, _confidence(weight, like, sure=True), likeliest)
    if weight >= ENOUGH and (ours or like >= FAR):
        return Decision(topic, False, _confidence(weight, like, sure=False), likeliest)
    if nearest != UNKNOWN and like >= FAR:
        return Decision(nearest, False, _confidence(weight, like, sure=False), likeliest)
    return Decision(UNKNOWN, False, 0.1 if likeliest else 0.0, likeliest)


def _is_strange(weight: float, likes: Mapping[str, float], topic: str, like: float) -> bool:
    return like >= STRANGE and weight < SPECIAL + 1 and likes.get(topic, 0.0) < like - NO_OBJECTION / 2


def _is_sure(
    topic: str, weight: float, likes: Mapping[str, float], nearest: str, like: float, *, ours: bool
) -> bool:
    if nearest == topic:
        return ours or like >= (NEAR_ENOUGH + STRANGE) / 2
    if not ours:
        return False
    return likes.get(topic, 0.0) >= like - NO_OBJECTION or (like < FAR and weight >= SPECIAL)


def _ranked(values: Mapping[str, float]) -> Sequence[tuple[str, float]]:
    """Highest first; with nothing, a topic that has no weight."""
    return sorted(values.items(), key=lambda pair: (-pair[1], pair[0])) or [("", 0.0)]


def _lead(ranked: Sequence[tuple[str, float]]) -> float:
    return ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)


def _likeliest(phrases: Mapping[str, float], likes: Mapping[str, float]) -> tuple[str, ...]:
    """Topics by both opinions together, those for which next to nothing speaks left out."""
    together = {
        topic: phrases.get(topic, 0.0) + 15 * likes.get(topic, 0.0) for topic in phrases.keys() | likes.keys()
    }
    ranked = [
        topic for topic, value in _ranked(together) if topic not in (UNKNOWN, "") and value >= WORTH_ASKING
    ]
    return tuple(ranked[:OFFERED])


def _confidence(weight: float, like: float, *, sure: bool) -> float:
    speaks = min(weight, 12) / 12 * 0.2 + min(like, 1.0) * 0.2
    return round((0.59 if sure else 0.2) + speaks, 2)
