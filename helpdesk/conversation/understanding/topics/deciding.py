"""Which topic is meant, by how likely each is; where none leads clearly, she is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = "unknown"

ENOUGH = 0.4
"""How likely a topic must be to be acted on."""

DEEDS = frozenset({"opt_out", "opt_in"})
CERTAIN_ENOUGH = 0.8
"""What is done at once, with no question in between, must be as likely as this: "who sends this?" is no "stop"."""

LEAD = 0.3
"""By how much it must lead the next: what only one of the two views of a text says so is not enough."""

WISHES = 0.3
"""How likely another topic must be for "thank you" beside it to be no topic."""

STRANGE = 0.25
"""How likely it must be that a text is no business of ours to be taken for one."""

WORTH_ASKING = 0.06
"""How likely a topic must be for her to be asked whether she means it."""

WORTH_BESIDE = 0.25
"""And how likely beside the likeliest: of fifteen lines in such lists one is saved by it, and hers is missing from one list
of two hundred."""

WORTH_NAMING = 0.02
"""The same where she says "or" herself."""

EITHER = 0.15
"""How likely a second topic must be, where she says "or", for the first not to be acted on: "or must I come myself" in
a story asks nothing else."""

OFFERED = 3
"""Topics that are named when she is asked which she means."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The topic, whether it is acted on, how likely it is (0 to 1), and what she is asked about where it is not."""

    topic: str
    sure: bool
    confidence: float
    likeliest: tuple[str, ...]


def certain(topic: str) -> Decision:
    """A word that is the whole text, or what says so plainly that nothing else can be meant."""
    return Decision(topic, True, 0.99, (topic,))


NOTHING = Decision(UNKNOWN, False, 0.0, ())
"""No word in it."""

ONLY_NAMES = Decision("book", False, 0.4, ("book",))
"""Somebody is named, and nothing is said about her."""


ONLY_A_NAME_WRONG = Decision("wrong_info", False, 0.4, ("my_booking", "wrong_info"))
"""A name is wrong, in a booking or in VNeID: "sửa tên"."""

ONLY_A_VILLAGE = Decision("book", False, 0.4, ("book", "visit_when"))
ONLY_A_CENTRE = Decision("book", False, 0.4, ("book", "hours", "visit_when"))
"""A place is named, and nothing is said about it: she is asked what she wants there."""


COURTESY = frozenset({"thanks", "greeting"})
"""No second topic around a wish."""


def decide(likely: Mapping[str, float], *, either: bool = False, about: bool = False) -> Decision:
    """Decide by how likely each topic is, ENOUGH, LEAD and STRANGE as they do best on the parts that are learned
    from, each author's texts by the weights of the others'.

    `either`: the text says "or", so that two topics are two even where one leads, if the other is likely at all.
    `about`: it names no more than a thing of ours, and she is asked what of it she means, however unlikely each is.
    """
    likely = _without_courtesy(likely)
    ranked = sorted(likely, key=lambda topic: (-likely[topic], topic))
    worth_asking = WORTH_NAMING if either else WORTH_ASKING
    best, second = ranked[0], ranked[1]
    likeliest = max(share for topic, share in likely.items() if topic != UNKNOWN)
    if not either:
        worth_asking = max(worth_asking, WORTH_BESIDE * likeliest)
    offered = [topic for topic in ranked if topic != UNKNOWN and likely[topic] >= worth_asking][:OFFERED]
    if best == UNKNOWN or likely.get(UNKNOWN, 0.0) >= STRANGE:
        worth = tuple(topic for topic in offered if likely[topic] >= WISHES)
        if about and not worth:
            worth = tuple(topic for topic in ranked if topic != UNKNOWN and likely[topic] >= WORTH_NAMING)
            worth = worth[:OFFERED]
        return Decision(UNKNOWN, False, round(likely[UNKNOWN] * 0.2, 2), worth)
    sure = likely[best] >= ENOUGH and likely[best] - likely[second] >= LEAD
    second_asked = either and second != UNKNOWN and likely[second] >= EITHER
    sure = sure and not second_asked and (best not in DEEDS or likely[best] >= CERTAIN_ENOUGH)
    return Decision(best, sure, min(0.99, round(likely[best], 2)), tuple(offered))


def _without_courtesy(likely: Mapping[str, float]) -> Mapping[str, float]:
    others = {topic: share for topic, share in likely.items() if topic not in COURTESY}
    wish = max(share for topic, share in others.items() if topic != UNKNOWN)
    if wish < WISHES:
        return likely
    rest = sum(others.values())
    return {topic: share / rest for topic, share in others.items()}
