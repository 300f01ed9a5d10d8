"""The texts of a language written as YAML, as somebody would write them by hand."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.model import StepTexts, Text

_LONGEST_LINE = 120
_STEP = re.compile(r"([a-z0-9_]+):")


def overlay_yaml(steps: Mapping[str, StepTexts], *, before: str = "") -> str:
    """One file of `languages/<code>/`: step by step, an empty line between. Remarks above a step in the text that
    stood there `before` are kept, and so is its order; new steps come last."""
    remarks = _remarks(before)
    order = dict.fromkeys((*(step for step in remarks if step in steps), *steps))
    blocks = [
        "".join(f"{line}\n" for line in (*remarks.get(step, ()), f"{step}:", *_step(steps[step])))
        for step in order
    ]
    return "\n".join(blocks)


def _step(texts: StepTexts) -> Iterator[str]:
    for slot in (Slot.SAY, Slot.ASK, Slot.AGAIN):
        if slot in texts.slots:
            yield from _text(f"  {slot}:", texts.slots[slot], "    ")
    if texts.segments != 1:
        yield f"  segments: {texts.segments}"
    if texts.labels:
        yield "  choices:"
        for label in texts.labels:
            yield from _label(label)
    if texts.option is not None:
        yield from _text("  option:", texts.option, "    ")


def _text(name: str, text: Text, indent: str) -> Iterator[str]:
    variants = text.variants()
    if len(variants) == 1:
        yield f"{name} {quoted(text.sms)}"
        return
    yield name
    yield from (f"{indent}{variant}: {quoted(words)}" for variant, words in variants.items())


def _label(label: Text) -> Iterator[str]:
    variants = label.variants()
    if len(variants) == 1:
        yield f"    - {quoted(label.sms)}"
    else:
        told = ", ".join(f"{variant}: {quoted(words)}" for variant, words in variants.items())
        yield f"    - {{ {told} }}"


def quoted(words: str) -> str:
    """A text in double quotes; JSON's are YAML's."""
    return json.dumps(words, ensure_ascii=False)


def _remarks(text: str) -> dict[str, tuple[str, ...]]:
    """The remarks right above each step."""
    found: dict[str, tuple[str, ...]] = {}
    above: list[str] = []
    for line in text.splitlines():
        step = _STEP.match(line)
        if step:
            found[step[1]] = tuple(above)
        above = [*above, line] if line.startswith("#") else []
    return found


def phrases_yaml(before: str, phrases: Mapping[str, Mapping[str, str]], changed: Iterable[str]) -> str:
    """The file of phrases with the words of those that have `changed`; everything else stays letter for letter."""
    lines = before.splitlines(keepends=True)
    for name in changed:
        start = next(place for place, line in enumerate(lines) if line.startswith(f"{name}:"))
        end = start + 1
        while end < len(lines) and lines[end].startswith(" "):
            end += 1
        lines[start:end] = [_phrase(name, phrases[name])]
    return "".join(lines)


def _phrase(name: str, words: Mapping[str, str]) -> str:
    told = [f"{language}: {quoted(text)}" for language, text in words.items()]
    line = f"{name}: {{ {', '.join(told)} }}"
    return (
        f"{line}\n"
        if len(line) <= _LONGEST_LINE
        else "\n".join((f"{name}:", *(f"  {one}" for one in told), ""))
    )
