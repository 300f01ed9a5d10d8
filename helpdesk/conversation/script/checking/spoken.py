"""How long what is said can become: rendered as it is sent, every placeholder at its longest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from helpdesk.conversation.actions.table import Action
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.rendering.render import Manner, Mode, render, render_messages
from helpdesk.conversation.script.checking.known import Known, known_in
from helpdesk.conversation.script.languages import in_language
from helpdesk.conversation.script.model import BASE_LANGUAGE, FACT_PREFIX, Placeholder, Script
from helpdesk.conversation.script.ways import Spot
from helpdesk.text.segments import Measure, measure


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a step."""

    spot: Spot
    slot: Slot


class Longest:
    """Renders a script in one language with the longest values."""

    def __init__(self, script: Script, language: str, actions: Mapping[str, Action]) -> None:
        self.language = language
        self.script = in_language(script, language)
        self.values = {name: self._value(each, language) for name, each in script.placeholders.items()}
        self.known = {name: known_in(flow, actions) for name, flow in script.structure.flows.items()}

    def _value(self, placeholder: Placeholder, language: str) -> str:
        return placeholder.longest.get(language, placeholder.longest.get(BASE_LANGUAGE, ""))

    def messages(self, said: Sequence[Said]) -> list[Measure]:
        """The messages that say these together to someone who can reply, where commune facts are known or not."""
        sayings = [Saying(*one.spot, one.slot, self._answers(one.spot)) for one in said]
        sent = (
            [measure(text) for text in render_messages(self.script, sayings, Manner(self.language), facts)]
            for facts in (self._facts, self._no_facts)
        )
        return max(sent, key=lambda measures: sum(each.segments for each in measures))

    def measure(self, said: Sequence[Said], *, mode: Mode = "sms") -> Measure:
        """The cost of saying these together, at their longest: one-way or not, commune facts known or not."""
        sayings = [Saying(*one.spot, one.slot, self._answers(one.spot)) for one in said]
        texts = (
            render(self.script, sayings, Manner(self.language, mode=mode, two_way=two_way), facts)
            for two_way, facts in product((True, False), (self._facts, self._no_facts))
        )
        return max(map(measure, texts), key=lambda cost: (cost.segments, cost.characters))

    def dialled(self, said: Sequence[Said]) -> tuple[str, ...]:
        """What these say together on USSD, before it is parted into pages: commune facts known or not."""
        sayings = [Saying(*one.spot, one.slot, self._answers(one.spot)) for one in said]
        manner = Manner(self.language, mode="ussd")
        return tuple(render(self.script, sayings, manner, facts) for facts in (self._facts, self._no_facts))

    def text(self, said: Said) -> str:
        """What is said to someone who can reply, in a commune whose facts are known."""
        saying = Saying(*said.spot, said.slot, self._answers(said.spot))
        return render(self.script, [saying], Manner(self.language), self._facts)

    def _answers(self, spot: Spot) -> dict[str, Any]:
        flow, name = spot
        step = self.script.structure.step(flow, name)
        answers: dict[str, Any] = _Values(self.values)
        if isinstance(step, Ask) and step.options:
            known = self.known[flow].get(name, Known())
            line = {"value": 0, "facts": _Values(self.values)}
            answers[step.options] = [line] * known.most_lines(step.options)
        return answers

    def _facts(self) -> Mapping[str, str]:
        facts = {name: value for name, value in self.values.items() if name.startswith(FACT_PREFIX)}
        return {name.removeprefix(FACT_PREFIX): value for name, value in facts.items()}

    def _no_facts(self) -> Mapping[str, str]:
        return _Values()


class Typical(Longest):
    """Renders it with the values that are met mostly, in a commune that has told its facts."""

    def _value(self, placeholder: Placeholder, language: str) -> str:
        longest = super()._value(placeholder, language)
        return placeholder.typical.get(language, placeholder.typical.get(BASE_LANGUAGE, longest))

    def _no_facts(self) -> Mapping[str, str]:
        return self._facts()


class _Values(dict[str, Any]):
    """A value that there cannot be is a fault of its own; here it is nothing."""

    def __missing__(self, _name: str) -> str:
        return ""


def all_said(script: Script) -> Iterator[Said]:
    """Every text of every step, but of questions whose list has no wording: those cannot be said at all."""
    for name, flow in script.flows.items():
        for step, texts in flow.texts.items():
            asked = script.structure.step(name, step)
            if isinstance(asked, Ask) and asked.options and texts.option is None:
                continue
            yield from (Said((name, step), slot) for slot in texts.slots)
