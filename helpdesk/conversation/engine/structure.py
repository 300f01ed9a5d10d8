"""What the engine walks: steps and exits, without a word of text.

A conversation is pinned to the structure it began with; it is stored as JSON under the hash of that JSON.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from helpdesk.conversation.engine.limits import MAX_TRIES


class Lead(StrEnum):
    """Where an exit leads."""

    STEP = "step"
    FLOW = "flow"
    # The end; what lies suspended below is taken up again.
    END = "end"
    # The end of everything: she has been passed on, and nothing is asked any more.
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Target:
    """An exit's goal: a step of the same flow, the beginning of another flow, or the end with an outcome."""

    lead: Lead
    name: str

    @classmethod
    def parse(cls, text: str) -> "Target":
        """`who` is a step, `flow book` another flow, `end done` or `leave done` the end. Raises ValueError otherwise."""
        words = text.split()
        if len(words) == 1 and words[0] not in ("end", "leave"):
            return cls(Lead.STEP, words[0])
        if len(words) == 2 and words[0] in (Lead.FLOW, Lead.END, Lead.LEAVE):
            return cls(Lead(words[0]), words[1])
        raise ValueError(f"'{text}' is neither a step, nor 'flow NAME', nor 'end OUTCOME' or 'leave OUTCOME'")

    @property
    def ends(self) -> bool:
        """Whether the flow is over there."""
        return self.lead in (Lead.END, Lead.LEAVE)

    def __str__(self) -> str:
        return self.name if self.lead is Lead.STEP else f"{self.lead} {self.name}"


@dataclass(frozen=True, slots=True)
class Say:
    """Says its text and goes on."""

    to: Target


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks its text and waits.

    `choices` are exits by the number replied; `options` names the answer that holds a list made by an action.
    Everything else an answer can turn out to be is an outcome in `exits`; the value lands in answers[`keep`].
    """

    expect: str
    exits: Mapping[str, Target]
    choices: tuple[Target, ...] = ()
    options: str | None = None
    keep: str | None = None
    tries: int = MAX_TRIES


@dataclass(frozen=True, slots=True)
class Do:
    """Asks the caller to run an action and goes on by its outcome."""

    action: str
    exits: Mapping[str, Target]


Step = Say | Ask | Do


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps of one flow, the first of them, and whether it is an aside after which one returns."""

    start: str
    steps: Mapping[str, Step]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """All flows."""

    flows: Mapping[str, Flow]

    def step(self, flow: str, step: str) -> Step:
        """One step. Raises KeyError when this structure has none of that name."""
        return self.flows[flow].steps[step]

    def to_json(self) -> dict[str, Any]:
        """Plain data, in which equal structures are equal."""
        return {name: _flow_to_json(flow) for name, flow in sorted(self.flows.items())}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Structure":
        """The inverse of `to_json`."""
        return cls({name: _flow_from_json(flow) for name, flow in data.items()})

    def edition(self) -> str:
        """The hash that names this structure."""
        canonical = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _flow_to_json(flow: Flow) -> dict[str, Any]:
    steps = {name: _step_to_json(step) for name, step in flow.steps.items()}
    return {"start": flow.start, "aside": flow.aside, "steps": steps}


def _flow_from_json(data: Mapping[str, Any]) -> Flow:
    steps = {name: _step_from_json(step) for name, step in data["steps"].items()}
    return Flow(start=data["start"], steps=steps, aside=data["aside"])


def _step_to_json(step: Step) -> dict[str, Any]:
    match step:
        case Say():
            return {"say": str(step.to)}
        case Do():
            return {"do": step.action, "exits": _exits_to_json(step.exits)}
        case Ask():
            return {
                "ask": step.expect,
                "exits": _exits_to_json(step.exits),
                "choices": [str(target) for target in step.choices],
                "options": step.options,
                "keep": step.keep,
                "tries": step.tries,
            }


def _step_from_json(data: Mapping[str, Any]) -> Step:
    if "say" in data:
        return Say(Target.parse(data["say"]))
    exits = {outcome: Target.parse(target) for outcome, target in data["exits"].items()}
    if "do" in data:
        return Do(data["do"], exits)
    choices = tuple(Target.parse(target) for target in data["choices"])
    return Ask(data["ask"], exits, choices, data["options"], data["keep"], data["tries"])


def _exits_to_json(exits: Mapping[str, Target]) -> dict[str, str]:
    return {outcome: str(target) for outcome, target in exits.items()}
