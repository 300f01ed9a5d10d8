"""What goes into the engine and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from helpdesk.conversation.engine.state import State


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a flow, knowing some facts. With `suspend`, what was being asked is taken up again afterwards.

    Without it, what is `below` is, nearest first; a question may be taken up there at a step that does something.
    """

    flow: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    suspend: bool = False
    below: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """A text and what it was understood to be: an outcome of the open question, or None.

    `facts` are answers that were given beside this one.
    """

    outcome: str | None
    value: Any = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """The outcome of the action that was asked for. `lasting`: it cannot be undone by going back."""

    outcome: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class GoBack:
    """Ask the previous question again."""


@dataclass(frozen=True, slots=True)
class Expired:
    """Nobody answered for too long."""


Input = Start | Heard | Happened | GoBack | Expired


class Slot(StrEnum):
    """Which text of a step is meant."""

    SAY = "say"
    ASK = "ask"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Saying:
    """A text to be rendered by whoever knows the words: step, slot, and the answers known at that moment."""

    flow: str
    step: str
    slot: Slot
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Said this; waits for an answer."""

    state: State
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class NeedsAction:
    """Said this; run `action` with the state's answers and feed back `Happened`."""

    state: State
    sayings: tuple[Saying, ...]
    action: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Said this; nothing is asked any more."""

    sayings: tuple[Saying, ...]
    outcome: str


Result = Waiting | NeedsAction | Ended
