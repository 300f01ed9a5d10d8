"""What we start with: all that is said on each way from the beginning of a flow to its first question or its end."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.conversation.engine.structure import Ask, Say
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.model import Script, Text, facts_in
from helpdesk.conversation.script.ways import Spot, next_spots, ways_out
from helpdesk.text.folding import fold


@dataclass(frozen=True, slots=True)
class First:
    """A text that is said before anybody answered; `asks` whether it is a question."""

    flow: str
    step: str
    asks: bool
    text: Text

    def one_way(self, *, facts_known: bool) -> str:
        """The words said where nobody can reply."""
        words = self.text.one_way if self.text.one_way is not None else self.text.sms
        return words if facts_known or not facts_in(words) else self.text.fallback or ""


def first_words(script: Script) -> Iterator[tuple[First, ...]]:
    """The texts of each way through each flow that we start; they are one message."""
    for name, flow in script.flows.items():
        if flow.starts_by_us:
            yield from _ways(script, (name, script.structure.flows[name].start), ())


def _ways(script: Script, spot: Spot, gone: tuple[Spot, ...]) -> Iterator[tuple[First, ...]]:
    if spot in gone:
        return
    step = script.structure.step(*spot)
    said: tuple[First, ...] = ()
    if isinstance(step, (Say, Ask)):
        asks = isinstance(step, Ask)
        text = script.flows[spot[0]].texts[spot[1]].slots[Slot.ASK if asks else Slot.SAY]
        said = (First(*spot, asks, text),)
    if isinstance(step, Ask) or any(target.ends for _, target in ways_out(step)):
        yield said
    for there in () if isinstance(step, Ask) else next_spots(script.structure, spot):
        for rest in _ways(script, there, (*gone, spot)):
            yield (*said, *rest)


def one_way_messages(script: Script) -> list[str]:
    """Every message that we start with, folded, as it is said where nobody can reply; each once."""
    found = (
        "\n".join(fold(first.one_way(facts_known=known)) for first in way)
        for way in first_words(script)
        for known in (True, False)
    )
    return [message for message in dict.fromkeys(found) if message]
