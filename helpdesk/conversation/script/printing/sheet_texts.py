"""The texts that are signed one by one: each with all its wordings and choices, and the fingerprint of its words."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.languages import in_language
from helpdesk.conversation.script.model import (
    BASE_LANGUAGE,
    FACT_PREFIX,
    Script,
    StepTexts,
    Text,
    placeholders,
)

SMS = "sms"

PHRASES = "phrases"
"""The page of the small pieces that values are spoken with; no flow may be called so."""

PHRASES_TITLE = "Cụm từ ghép vào lời nhắn"


@dataclass(frozen=True, slots=True)
class SheetText:
    """What is said at one slot of a step. `wordings` are by variant, the one for SMS first; `lines` are what it offers
    to choose from, without the numbers, and `listed` the wording of a list that an action makes."""

    flow: str
    step: str
    slot: str
    language: str
    wordings: tuple[tuple[str, str], ...]
    lines: tuple[tuple[tuple[str, str], ...], ...]
    listed: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """Of where it stands and of every word; layout of the file and the way to it do not matter."""
        parts = [self.flow, self.step, self.slot, self.language, self.wordings, self.lines, self.listed]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    @property
    def mark(self) -> str:
        """The fingerprint as far as people compare it."""
        return self.fingerprint[:8]

    @property
    def facts(self) -> tuple[str, ...]:
        """The placeholders of commune facts that it names."""
        words = " ".join(words for _, words in (*self.wordings, *self.listed, *sum(self.lines, ())))
        return tuple(name for name in placeholders(words) if name.startswith(FACT_PREFIX))

    @property
    def said(self) -> str:
        """All of it as one text, the proof of what was signed."""
        main = [words if variant == SMS else f"[{variant}] {words}" for variant, words in self.wordings]
        lines = [f"{number} {dict(line)[SMS]}" for number, line in enumerate(self.lines, start=1)]
        return "\n".join((*main, *lines, *(f"1 {words}" for variant, words in self.listed if variant == SMS)))


def sheet_texts(script: Script, language: str) -> Iterator[SheetText]:
    """Every text of every flow in a language, in the order of the flows, and then the phrases.

    What it lacks stands in the base language.
    """
    spoken = in_language(script, language)
    for name, flow in script.flows.items():
        for step in flow.texts:
            yield from texts_of(spoken, name, step, language)
    yield from phrase_texts(script, language)


def phrase_texts(script: Script, language: str) -> Iterator[SheetText]:
    """The phrases of `phrases.yaml`: they are said within texts, so that they are signed as texts are."""
    for name, words in script.phrases.items():
        said = words.get(language) or words[BASE_LANGUAGE]
        yield SheetText(PHRASES, name, str(Slot.SAY), language, ((SMS, said),), (), ())


def title_of(script: Script, flow: str) -> str:
    """What officials read above a page of the sheet."""
    return PHRASES_TITLE if flow == PHRASES else script.flows[flow].title


def texts_of(spoken: Script, flow: str, step: str, language: str) -> Iterator[SheetText]:
    """The texts of one step of a script `in_language`."""
    texts = spoken.texts(flow, step, language)
    for slot, text in texts.slots.items():
        yield SheetText(flow, step, str(slot), language, _wordings(text), _lines(texts), _listed(texts))


def _wordings(text: Text) -> tuple[tuple[str, str], ...]:
    return tuple(text.variants().items())


def _lines(texts: StepTexts) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(map(_wordings, texts.labels))


def _listed(texts: StepTexts) -> tuple[tuple[str, str], ...]:
    return () if texts.option is None else _wordings(texts.option)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed for a text, and when."""

    by: str
    at: datetime


def page_mark(texts: Sequence[SheetText]) -> str:
    """Of a page of the sheet: another as soon as one of its texts is."""
    return hashlib.sha256("".join(text.fingerprint for text in texts).encode()).hexdigest()[:8]
