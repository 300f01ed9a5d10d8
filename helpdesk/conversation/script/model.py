"""A script: the structure the engine walks, and the words for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import Slot

BASE_LANGUAGE = "vi"
FACT_PREFIX = "fact_"
HOW_TO_BOOK = "how_to_book"
"""The placeholder at the end of an answer: how to book, for who has not booked and is asked nothing."""
_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """The wording of one thing said, with its variants; `line` is where it stands in its file."""

    sms: str
    ussd: str | None = None
    one_way: str | None = None
    fallback: str | None = None
    line: int = 0

    def variants(self) -> dict[str, str]:
        """Every wording there is, by the name of its key."""
        named = {"sms": self.sms, "ussd": self.ussd, "one_way": self.one_way, "fallback": self.fallback}
        return {name: wording for name, wording in named.items() if wording is not None}


@lru_cache(maxsize=4096)
def placeholders(wording: str) -> tuple[str, ...]:
    """The names in braces, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(wording)))


@lru_cache(maxsize=4096)
def facts_in(wording: str) -> tuple[str, ...]:
    """The commune facts that a wording names, without their prefix; where one is missing the fallback is said."""
    names = placeholders(wording)
    return tuple(name.removeprefix(FACT_PREFIX) for name in names if name.startswith(FACT_PREFIX))


def fill(wording: str, values: Mapping[str, str]) -> str:
    """The wording with its placeholders filled. Raises KeyError for one that has no value."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], wording)


@dataclass(frozen=True, slots=True)
class StepTexts:
    """All texts of one step."""

    slots: Mapping[Slot, Text] = field(default_factory=dict)
    labels: tuple[Text, ...] = ()
    option: Text | None = None
    segments: int = 1
    line: int = 0
    # Where each exit stands, by outcome; that of a step which only says stands under "to".
    exit_lines: Mapping[str, int] = field(default_factory=dict)
    # Told on USSD it comes by SMS, too: something to keep.
    also_by_sms: bool = False
    # The commune fact that it names is the answer itself: where hers is not known, she is asked which commune is meant.
    asks_commune: bool = False
    # It ends a topic, and there is nothing to text behind it.
    nothing_to_reply: bool = False


@dataclass(frozen=True, slots=True)
class FlowScript:
    """One file of `flows/`."""

    name: str
    file: str
    title: str
    intents: tuple[str, ...]
    starts_by_us: bool
    # The program leads to it by what was said or done, where no intent and no exit does.
    turned_to: bool
    # Topics whose question it answers more exactly: who was understood as asking for one of them may be told this.
    refines: frozenset[str]
    texts: Mapping[str, StepTexts]
    intent_lines: Mapping[str, int] = field(default_factory=dict)


Wordings = Mapping[tuple[str, str], StepTexts]
"""Texts of another language by (flow, step)."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What may stand in braces: the longest value it can have, per language, for checking budgets at their worst,
    and one that is met mostly, for saying what conversations cost."""

    longest: Mapping[str, str]
    about: str
    line: int = 0
    typical: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """Everything in `flows/`."""

    structure: Structure
    edition: str
    flows: Mapping[str, FlowScript]
    placeholders: Mapping[str, Placeholder]
    # phrase → language → words; small pieces that values are spoken with.
    phrases: Mapping[str, Mapping[str, str]]
    overlays: Mapping[str, Wordings]
    # Languages whose overlay has every text; only these are offered.
    languages: tuple[str, ...]
    forbidden: tuple["Forbidden", ...]
    # The folder's own name, with which every `file` begins.
    folder: str = "flows"
    phrase_lines: Mapping[str, int] = field(default_factory=dict)
    # Languages that are to be offered, with the line that says so: one of these that lacks a text is a fault.
    declared: Mapping[str, int] = field(default_factory=dict)

    def texts(self, flow: str, step: str, language: str) -> StepTexts:
        """The texts of a step in `language`, or in the base language. Raises KeyError for an unknown step."""
        if language != BASE_LANGUAGE and language in self.languages:
            return self.overlays[language][flow, step]
        return self.flows[flow].texts[step]

    def flow_for(self, intent: str) -> str | None:
        """The flow that serves an intent."""
        return next((name for name, flow in self.flows.items() if intent in flow.intents), None)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A phrase that may never be sent, and why."""

    phrase: str
    reason: str
    unless: tuple[str, ...] = ()
