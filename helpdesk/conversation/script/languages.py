"""Languages beside the base language: what of a script one still lacks, and the script as it reads in one."""

from collections.abc import Mapping
from dataclasses import replace

from helpdesk.conversation.script.model import FlowScript, Script, StepTexts, Wordings
from helpdesk.conversation.script.wordings import parts

OFFERED = "offered.yaml"
"""In `languages/`: the list of languages that are to be offered, and so must lack nothing."""

PHRASES = "phrases"
"""Where the name of a flow stands otherwise, for what is lacking of the small pieces that values are spoken with."""


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
    return steps + [f"{PHRASES}.{name}" for name, words in phrases.items() if language not in words]


def _says_all_of(other: StepTexts, base: StepTexts) -> bool:
    ours, theirs = dict(parts(base)), dict(parts(other))
    return ours.keys() == theirs.keys() and all(
        ours[part].variants().keys() <= theirs[part].variants().keys() for part in ours
    )


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
