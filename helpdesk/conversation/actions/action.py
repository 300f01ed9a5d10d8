"""What an action of a flow is: its function, the outcomes a step must have exits for, and what it makes known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to choose from: the outcome that brings it, the placeholders of each line, the most lines there can be."""

    outcome: str
    line: frozenset[str]
    most: int


@dataclass(frozen=True, slots=True)
class Action:
    """`gives`: per outcome, the placeholders known afterwards; `lists`: the lists to choose from."""

    run: Callable[[Scene, Mapping[str, Any]], Happened]
    gives: Mapping[str, frozenset[str]]
    lists: Mapping[str, Listing]

    @property
    def outcomes(self) -> frozenset[str]:
        """All outcomes."""
        return frozenset(self.gives)


def action(
    run: Callable[[Scene, Mapping[str, Any]], Happened],
    gives: Mapping[str, frozenset[str]],
    **lists: Listing,
) -> Action:
    """An action as it stands in the table, its lists by name."""
    return Action(run, gives, lists)


NOTHING: frozenset[str] = frozenset()
PLACE = frozenset({"place"})
OPENING = PLACE | {"when", "hours", "level2", "level2_sentence", "free"}
BOOKING = OPENING | {"people", "party", "code", "arrival"}
NUMBER = frozenset({"number"})
CHANGED_DAY = PLACE | {"old_when", "reason"}
MISSED = frozenset({"people", "missed"})
TAKEN = frozenset({"people", "taken"})
"""Placeholders that are known together."""

DONE = {"done": NOTHING}
"""Of an action that can come to one thing only."""

DAY_IN_VAIN = {
    "unclear_day": NOTHING,
    **dict.fromkeys(("past_day", "not_then"), frozenset({"asked_day"})),
    "other_part": frozenset({"asked_day", "asked_part", "hours"}),
    "no_part": PLACE | {"asked_part"},
}
"""What a day that she asked for may come to where it cannot be hers."""
