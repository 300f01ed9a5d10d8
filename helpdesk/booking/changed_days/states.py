"""Calling off and putting off an opening: the kinds, the reasons, and the states with the moves that are allowed."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What becomes of the day."""

    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why. One of these and no free text: it is said to everybody who is booked."""

    RAIN = "rain"
    LANDSLIDE = "landslide"
    ILLNESS = "illness"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReasonLabel:
    """A reason in words, as it stands after "because of"."""

    vietnamese: str
    english: str


REASONS: dict[Reason, ReasonLabel] = {
    Reason.RAIN: ReasonLabel("mưa lũ", "floods"),
    Reason.LANDSLIDE: ReasonLabel("sạt lở đường", "a landslide"),
    Reason.ILLNESS: ReasonLabel("cán bộ ốm", "illness"),
    Reason.OTHER: ReasonLabel("việc đột xuất", "other duties"),
}


class ChangeState(StrEnum):
    """Where a change is: held back so that it can be undone, undone, or in effect for good."""

    HELD = "held"
    UNDONE = "undone"
    IN_EFFECT = "in_effect"


class ToldState(StrEnum):
    """How somebody who was booked learns of it."""

    # To be told by the sweep.
    WAITING = "waiting"
    # A text was written, to her or to the neighbour who tells her.
    TEXTED = "texted"
    # An official rings.
    RUNG = "rung"
    # No phone: the leader, or whoever goes there, tells them.
    IN_PERSON = "in_person"
    # An official says that they know.
    TOLD = "told"
    # There is nothing to tell any more: she cancelled or moved by herself, or it has changed again since.
    OVERTAKEN = "overtaken"


CHANGE_MOVES: dict[ChangeState, frozenset[ChangeState]] = {
    ChangeState.HELD: frozenset({ChangeState.UNDONE, ChangeState.IN_EFFECT}),
    ChangeState.UNDONE: frozenset(),
    ChangeState.IN_EFFECT: frozenset(),
}

TOLD_MOVES: dict[ToldState, frozenset[ToldState]] = {
    ToldState.WAITING: frozenset(
        {ToldState.TEXTED, ToldState.RUNG, ToldState.IN_PERSON, ToldState.TOLD, ToldState.OVERTAKEN}
    ),
    # Taken back before it left, because the day changes once more: to be told again if that is undone.
    ToldState.TEXTED: frozenset({ToldState.WAITING, ToldState.RUNG, ToldState.TOLD, ToldState.OVERTAKEN}),
    ToldState.RUNG: frozenset({ToldState.WAITING, ToldState.TOLD, ToldState.OVERTAKEN}),
    ToldState.IN_PERSON: frozenset({ToldState.TOLD, ToldState.OVERTAKEN}),
    ToldState.TOLD: frozenset(),
    ToldState.OVERTAKEN: frozenset(),
}


def sources_of(target: ToldState) -> list[str]:
    """The states from which somebody may move to `target`; what a conditional update asks for."""
    return [state.value for state, targets in TOLD_MOVES.items() if target in targets]
