"""Whether the texts of other languages fit the flows they belong to, and whether those that are declared as offered have
all of them. What another language still lacks is no fault: it is not offered (`languages.lacking`)."""

from collections.abc import Iterator, Mapping

from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.languages import OFFERED, PHRASES, lacking
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script, StepTexts, Text, placeholders
from helpdesk.conversation.script.wordings import overlay_file, parts


def language_faults(script: Script) -> Iterator[Fault]:
    """Texts of steps that there are not, choices that do not match, placeholders left out."""
    for language, overlay in script.overlays.items():
        for (name, step), texts in overlay.items():
            file = overlay_file(script, language, name)
            if name not in script.flows:
                yield Fault(file, 1, f"there is no flow '{name}'")
            elif step not in script.flows[name].texts:
                yield Fault(file, texts.line, f"the flow '{name}' has no step '{step}'")
            else:
                for line, why in _step_faults(texts, script.flows[name].texts[step]):
                    yield Fault(file, line, why)
    for phrase, words in script.phrases.items():
        for why in _phrase_faults(words):
            yield Fault(f"{script.folder}/phrases.yaml", script.phrase_lines.get(phrase, 1), why)
    for language, line in script.declared.items():
        if language in script.overlays:
            yield from _lacks(script, language)
        else:
            yield Fault(f"{script.folder}/languages/{OFFERED}", line, f"there is no folder '{language}' here")


def _lacks(script: Script, language: str) -> Iterator[Fault]:
    why = f"has not all its texts in '{language}', which languages/{OFFERED} declares"
    for missing in lacking(language, script.overlays, script.flows, script.phrases):
        flow, _, step = missing.partition(".")
        if flow == PHRASES:
            file, line = f"{script.folder}/phrases.yaml", script.phrase_lines.get(step, 1)
            yield Fault(file, line, f"the phrase '{step}' {why}")
            continue
        there = script.overlays[language].get((flow, step))
        file = overlay_file(script, language, flow)
        yield Fault(file, there.line if there else 1, f"the step '{step}' {why}")


def _phrase_faults(words: Mapping[str, str]) -> Iterator[str]:
    original = set(placeholders(words.get(BASE_LANGUAGE, "")))
    for language, translation in words.items():
        for name in sorted(original ^ set(placeholders(translation))):
            here = f"{language}: {{{name}}}"
            yield f"{here} is left out" if name in original else f"{here} is not in the {BASE_LANGUAGE} words"


def _step_faults(texts: StepTexts, base: StepTexts) -> Iterator[tuple[int, str]]:
    if texts.labels and len(texts.labels) != len(base.labels):
        yield (
            texts.line,
            f"{len(texts.labels)} choices, but the flow has {len(base.labels)}: each has its number",
        )
    originals = dict(parts(base))
    for part, text in parts(texts):
        if part not in originals:
            if not part.startswith("choice"):
                yield text.line, f"this step has no '{part}' in the flow"
            continue
        for name in _left_out(text, originals[part]):
            yield text.line, f"{{{name}}} is left out here"


def _left_out(text: Text, original: Text) -> list[str]:
    """Placeholders of the original that the same variant here does not say."""
    theirs = original.variants()
    return [
        name
        for variant, words in text.variants().items()
        for name in placeholders(theirs.get(variant, ""))
        if name not in placeholders(words)
    ]
