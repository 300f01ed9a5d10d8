"""Rendering what the engine said: variant, language, placeholders, numbers to reply with, folding."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.rendering.keyed_in import keyed_in
from helpdesk.conversation.rendering.values import phrase, speak
from helpdesk.conversation.script.model import (
    FACT_PREFIX,
    HOW_TO_BOOK,
    Script,
    StepTexts,
    Text,
    facts_in,
    fill,
    placeholders,
)
from helpdesk.text.folding import fold, typographic
from helpdesk.text.segments import measure
from helpdesk.text.ussd_pages import plain

MAX_SEGMENTS = 2
"""Of one message: longer ones are read by few and arrive in pieces."""

Mode = Literal["sms", "ussd"]
Facts = Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a contact is spoken to."""

    language: str = "vi"
    accents: bool = False
    mode: Mode = "sms"
    two_way: bool = True
    # The phrase that says what to text next at the end of an answer; "" where a question follows.
    how_to_book: str = HOW_TO_BOOK


def render(script: Script, sayings: Sequence[Saying], manner: Manner, facts: Facts) -> str:
    """One message for all that was said in a turn; empty when nothing was. `facts` is asked only when needed.

    Raises KeyError for a step that the current script no longer has.
    """
    return "\n".join(_spoken(script, sayings, manner, facts))


def render_messages(
    script: Script, sayings: Sequence[Saying], manner: Manner, facts: Facts
) -> tuple[str, ...]:
    """The same in as few messages as can be of at most MAX_SEGMENTS each: one, but for what is asked again at length.

    Where contacts asked for accents, messages are parted where their folded form would be.
    """
    packed: list[str] = []
    for part in _spoken(script, sayings, manner, facts):
        together = f"{packed[-1]}\n{part}" if packed else part
        if packed and measure(fold(together)).segments <= MAX_SEGMENTS:
            packed[-1] = together
        else:
            packed.append(part)
    return tuple(packed)


def _spoken(script: Script, sayings: Sequence[Saying], manner: Manner, facts: Facts) -> list[str]:
    # What to text next is said once, at the end of all.
    before = replace(manner, how_to_book="")
    parts = [_saying(script, saying, before, facts) for saying in sayings[:-1]]
    parts += [_saying(script, saying, manner, facts) for saying in sayings[-1:]]
    if manner.mode == "ussd":
        over = bool(sayings) and sayings[-1].slot is Slot.SAY
        parts = [keyed_in(part, script.phrases, manner.language, over=over) for part in parts]
    # Without accents nothing may leave GSM-7: one sign in a name would make the whole text three times as dear.
    return [typographic(part) if manner.accents else plain(part) for part in parts if part]


def _saying(script: Script, saying: Saying, manner: Manner, facts: Facts) -> str:
    texts = script.texts(saying.flow, saying.step, manner.language)
    step = script.structure.flows[saying.flow].steps.get(saying.step)
    main = texts.slots[Slot.SAY if saying.slot is Slot.SAY else Slot.ASK]
    if saying.slot is Slot.AGAIN:
        main = texts.slots.get(Slot.AGAIN, main)
    words = _word(script, main, saying.answers, manner, facts)
    words = words[:1].upper() + words[1:]  # a text may begin with a value such as "bản Tuộc"
    if saying.slot is Slot.SAY or not manner.two_way:
        return words
    options = getattr(step, "options", None)
    lines = [words, *_choices(script, texts, saying.answers, manner, facts)]
    if options:
        lines += _options(script, texts, saying.answers.get(options, ()), manner)
    return "\n".join(line for line in lines if line)


def _choices(
    script: Script, texts: StepTexts, answers: Mapping[str, Any], manner: Manner, facts: Facts
) -> list[str]:
    labels = (_word(script, label, answers, manner, facts) for label in texts.labels)
    return [f"{number} {label}" for number, label in enumerate(labels, start=1)]


def _options(
    script: Script, texts: StepTexts, options: Sequence[Mapping[str, Any]], manner: Manner
) -> list[str]:
    assert texts.option is not None, "the checker lets no options through without their wording"  # noqa: S101
    return [
        f"{number} {_word(script, texts.option, option['facts'], manner, dict)}"
        for number, option in enumerate(options, start=1)
        if not option.get("hidden")
    ]


def _word(script: Script, text: Text, answers: Mapping[str, Any], manner: Manner, facts: Facts) -> str:
    wording = text.sms
    if manner.mode == "ussd" and text.ussd is not None:
        wording = text.ussd
    if not manner.two_way and text.one_way is not None:
        wording = text.one_way
    known: Mapping[str, str] = {}
    needed = facts_in(wording)
    if needed:
        known = facts()
        if not all(name in known for name in needed):
            wording = text.fallback or ""
    values = {}
    for name in placeholders(wording):
        if name.startswith(FACT_PREFIX):
            values[name] = known[name.removeprefix(FACT_PREFIX)]
        elif name == HOW_TO_BOOK:
            next_words = manner.how_to_book
            values[name] = phrase(script.phrases, next_words, manner.language) if next_words else ""
        else:
            values[name] = speak(answers[name], manner.language, script.phrases)
    return fill(wording, values).rstrip()
