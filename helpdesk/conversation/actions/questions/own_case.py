"""Actions about a resident's own case: what she answered on the way through the steps, and what follows from it.

Her answers are kept as the numbers of the choices in `flows/steps.yaml`, counted from 0, under names that stay with
her while a conversation lasts (`engine.limits.HER_OWN`).
"""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

Answers = Mapping[str, Any]

WHO, CARD, SIM, SMARTPHONE, PARENT = "my_who", "my_card", "my_sim", "my_smartphone", "my_parent"
ADULT, CHILD, UNDER_SIX = range(3)
"""Choices of `who`: 14 and older, 6 to 13, younger than 6."""
VALID, EXPIRED, NONE, NOT_SURE = range(4)
"""Choices of `card`; of `child_card` the first is a valid one, too."""
YES = 0
"""The choice, of all other questions, that all is as it should be."""

_QUESTIONS = {
    ADULT: {WHO: "who", CARD: "card", SIM: "sim", SMARTPHONE: "smartphone"},
    CHILD: {WHO: "who", CARD: "child_card", SIM: "child_sim", PARENT: "parent"},
    UNDER_SIX: {WHO: "who"},
}


def recall_case(_scene: Scene, answers: Answers) -> Happened:
    """Whether she has begun with the steps before, and up to which of the five."""
    known = [name for name in _questions(answers) if answers.get(name) is not None]
    return Happened("begun", {"step": len(known) + 1}) if known else Happened("fresh")


def next_question(_scene: Scene, answers: Answers) -> Happened:
    """The first question that she has not answered; `list` when there is none left."""
    if answers.get(WHO) == UNDER_SIX:
        return Happened("under_six")
    open_ones = (step for name, step in _questions(answers).items() if answers.get(name) is None)
    return Happened(next(open_ones, "list"))


def forget_case(_scene: Scene, _answers: Answers) -> Happened:
    """Begin again: nothing is known of her case."""
    return Happened("done", dict.fromkeys((WHO, CARD, SIM, SMARTPHONE, PARENT)))


def own_list(_scene: Scene, answers: Answers) -> Happened:
    """What she brings, what comes first where something is missing, and what is to be done afterwards."""
    child = answers.get(WHO) == CHILD
    has_card = answers.get(CARD) in ((VALID,) if child else (VALID, NOT_SURE))
    has_sim = answers.get(SIM) == YES
    bring, then = _for_child(answers) if child else _for_adult(answers)
    if not has_card and not has_sim:
        bring = [bring[0], "this_phone"]  # somebody must first look at what there is
    missing = {(True, True): "ready", (False, True): "needs_card", (True, False): "needs_sim"}
    outcome = missing.get((has_card, has_sim), "needs_both")
    facts = {
        "bring_list": {"list": [[{"phrase": f"bring_{item}"}] for item in bring]},
        "next_step": {"phrase": f"next_{then}"},
    }
    return Happened(f"child_{outcome}" if child else outcome, facts)


def _for_adult(answers: Answers) -> tuple[list[str], str]:
    cards = {VALID: ["card"], EXPIRED: ["old_card"], NONE: ["papers_there_are"], NOT_SURE: ["card"]}
    bring = [*cards.get(answers.get(CARD, NOT_SURE), ["card"]), "phone", "more"]
    return bring, "smartphone" if answers.get(SMARTPHONE) == YES else "basic_phone"


def _for_child(answers: Answers) -> tuple[list[str], str]:
    card = "child_card" if answers.get(CARD) == VALID else "child_papers"
    then = "parent_confirms" if answers.get(PARENT) == YES else "parent_too"
    return [card, "parent_phone"], then


def _questions(answers: Answers) -> Mapping[str, str]:
    """The questions of her case: the answer that each keeps, and its step."""
    return _QUESTIONS.get(answers.get(WHO, ADULT), _QUESTIONS[ADULT])
