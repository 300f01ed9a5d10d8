"""Languages beside the base language: what of a script one still lacks, and the script as it reads in one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from helpdesk.conversation.script.model import (
    FlowScript,
    Script,
    StepTexts,
    Text,
    Wordings,
)


def lacking(
    language: str,
    overlays: Mapping[str, Wordings],
    flows: Mapping[str, FlowScript],
    phrases: Mapping[str, Mapping[str, str]],
) -> list[str]:
    """What a language must still have before it is offered: steps as "flow.step", phrases as "phrases.name".

    A step is there when it has every text of the base language, choice by choice and variant by variant: a one-way
    text without its own wording would ask for a number that nobody can send.
    """
    overlay = overlays[language]
    steps = [
        f"{name}.{step}"
        for name, flow in flows.items()
        for step, texts in flow.texts.items()
        if not _says_all_of(overlay.get((name, step), StepTexts()), texts)
    ]
    return steps + [f"phrases.{name}" for name, words in phrases.items() if language not in words]


def _says_all_of(other: StepTexts, base: StepTexts) -> bool:
    return [place for place, _ in _texts(other)] == [place for place, _ in _texts(base)] and all(
        set(ours.variants()) <= set(theirs.variants())
        for (_, ours), (_, theirs) in zip(_texts(base), _texts(other), strict=True)
    )


def _texts(texts: StepTexts) -> list[tuple[str, Text]]:
    """All texts of a step by their place in it, in one order for all languages."""
    return sorted(_placed(texts), key=lambda placed: placed[0])


def _placed(texts: StepTexts) -> Iterator[tuple[str, Text]]:
    yield from ((str(slot), text) for slot, text in texts.slots.items())
    yield from ((f"choice {number}", text) for number, text in enumerate(texts.labels, start=1))
    if texts.option is not None:
        yield "option", texts.option


def in_language(script: Script, language: str) -> Script:
    """The script in which `language` is offered, finished or not: what it lacks stands in the base language."""
    if language not in script.overlays:
        return script
    overlay = script.overlays[language]
    whole = {
        (name, step): _filled_up(overlay.get((name, step), StepTexts(segments=texts.segments)), texts)
        for name, flow in script.flows.items()
        for step, texts in flow.texts.items()
    }
    return replace(
        script,
        overlays={**script.overlays, language: whole},
        languages=tuple(dict.fromkeys((*script.languages, language))),
    )


def _filled_up(texts: StepTexts, base: StepTexts) -> StepTexts:
    return replace(
        texts,
        slots={slot: texts.slots.get(slot, text) for slot, text in base.slots.items()},
        labels=texts.labels if len(texts.labels) == len(base.labels) else base.labels,
        option=texts.option if base.option is not None and texts.option is not None else base.option,
    )
