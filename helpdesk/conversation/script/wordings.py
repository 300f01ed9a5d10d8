"""Every wording in a script, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.conversation.script.model import BASE_LANGUAGE, Script, StepTexts, Text

OPTION = "option"


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant of one text. `part` is the text's place in its step: "say", "ask", "again", "choice 2", "option";
    `beside` are all variants that the text has."""

    file: str
    line: int
    language: str
    flow: str
    step: str
    part: str
    variant: str
    words: str
    beside: frozenset[str]


def wordings(script: Script) -> Iterator[Wording]:
    """Every variant of every text of every step in every language, finished or not."""
    for name, flow in script.flows.items():
        for step, texts in flow.texts.items():
            yield from _of_step(flow.file, BASE_LANGUAGE, (name, step), texts)
    for language, overlay in script.overlays.items():
        for (name, step), texts in overlay.items():
            yield from _of_step(overlay_file(script, language, name), language, (name, step), texts)


def overlay_file(script: Script, language: str, flow: str) -> str:
    """The file that holds a flow's texts in a language."""
    if language == BASE_LANGUAGE:
        return script.flows[flow].file
    return f"{script.folder}/languages/{language}/{flow}.yaml"


def parts(texts: StepTexts) -> Iterator[tuple[str, Text]]:
    """All texts of a step by their place in it."""
    yield from ((str(slot), text) for slot, text in texts.slots.items())
    yield from ((f"choice {number}", text) for number, text in enumerate(texts.labels, start=1))
    if texts.option is not None:
        yield OPTION, texts.option


def _of_step(file: str, language: str, spot: tuple[str, str], texts: StepTexts) -> Iterator[Wording]:
    for part, text in parts(texts):
        variants = text.variants()
        for variant, words in variants.items():
            yield Wording(file, text.line, language, *spot, part, variant, words, frozenset(variants))
