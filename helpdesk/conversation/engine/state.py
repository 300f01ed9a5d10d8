"""Where a contact is in a conversation: plain values that survive a save and a reload."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

VERSION = 1
"""Of the saved form; `State.from_json` reads every version ever written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A question already answered, to which one may go back, with the answers as they were then."""

    flow: str
    step: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class State:
    """One step of one flow with its answers; `below` is what waits to be taken up again, nearest first."""

    flow: str
    step: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    tries: int = 0
    trail: tuple[Mark, ...] = ()
    below: tuple["State", ...] = ()

    def at(self, flow: str, step: str) -> "State":
        """The same conversation at another step, where nothing has been tried yet."""
        return replace(self, flow=flow, step=step, tries=0)

    def knowing(self, answers: Mapping[str, Any]) -> "State":
        """The same place, with these answers added or replaced."""
        return replace(self, answers={**self.answers, **answers}) if answers else self

    def to_json(self) -> dict[str, Any]:
        """Plain data for the database."""
        return {"version": VERSION, **_frame(self), "below": [_frame(state) for state in self.below]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "State":
        """The inverse of `to_json`."""
        return replace(_unframe(data), below=tuple(_unframe(frame) for frame in data["below"]))


def _frame(state: State) -> dict[str, Any]:
    trail = [[mark.flow, mark.step, dict(mark.answers)] for mark in state.trail]
    return {
        "flow": state.flow,
        "step": state.step,
        "answers": dict(state.answers),
        "tries": state.tries,
        "trail": trail,
    }


def _unframe(data: Mapping[str, Any]) -> State:
    trail = tuple(Mark(flow, step, answers) for flow, step, answers in data["trail"])
    return State(data["flow"], data["step"], data["answers"], data["tries"], trail)
