"""Actions for children under six: with a card they can have level 1 only, and whoever books for them is told before."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.openings import Opening
from helpdesk.conversation.actions.facts import Facts, people_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people.persons import Person, is_under_six

TOLD = "under_six_told"
"""The answer that holds the children of whom she was told, and who are to come all the same: [[name, birth year], …]."""

ASKED = "under_six_asked"
"""The answer that holds the children of whom she is being told."""

Answers = Mapping[str, Any]


def told_of_under_six(opening: Opening, named: Sequence[Sequence[Any]], answers: Answers) -> Happened | None:
    """The same as below, on the day of an opening."""
    return told_in_year(opening.day.year, named, answers)


def told_in_year(year: int, named: Sequence[Sequence[Any]], answers: Answers) -> Happened | None:
    """`under_six`, `some_under_six`: all or some of those named are all that year, with `young`, those of whom she has
    not been told yet; None where there is nobody to tell of."""
    told = [list(child) for child in answers.get(TOLD) or ()]
    young = among(named, in_year=year)
    new = [child for child in young if child not in told]
    if not new:
        return None
    facts: Facts = {"young": spoken(new), ASKED: young}
    return Happened("under_six" if len(young) == len(named) else "some_under_six", facts)


def among(named: Sequence[Sequence[Any]], *, in_year: int) -> list[list[Any]]:
    """The children under six among those named."""
    return [[name, born] for name, born in named if is_under_six(born, in_year=in_year)]


def spoken(children: Sequence[Sequence[Any]]) -> Any:
    """The value of `young`."""
    return people_facts([Person(0, name, born) for name, born in children])["people"]


def keep_under_six(_scene: Scene, answers: Answers) -> Happened:
    """She was told, and wants the place all the same."""
    return Happened("done", {TOLD: answers.get(ASKED) or []})


def leave_out_under_six(_scene: Scene, answers: Answers) -> Happened:
    """Those named without the children of whom she was told."""
    young = answers.get(ASKED) or []
    left = [person for person in answers["people"] if list(person) not in young]
    return Happened("left", {"people": left, "persons": len(left)})
