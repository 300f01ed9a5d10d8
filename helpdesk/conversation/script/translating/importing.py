"""What a translators' sheet makes of a script: the texts with it, or every fault by row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.checking.check import faults_of
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script, StepTexts, Text
from helpdesk.conversation.script.translating.keys import Key, mark
from helpdesk.conversation.script.translating.sheet import PHRASES, wordings_of
from helpdesk.conversation.script.ways import Spot
from helpdesk.conversation.script.wordings import OPTION
from helpdesk.text.folding import typographic


@dataclass(frozen=True, slots=True)
class Translated:
    """A cell of the sheet: its row, what it translates, the mark of the original it was made from, and the words."""

    row: int
    key: Key
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Import:
    """The script with the sheet's texts; which of them are `changed`, and the rows of which the original has changed
    since. `wrong` has (row, why) for each fault; 0 is no row in particular."""

    script: Script
    changed: tuple[Translated, ...]
    outdated: tuple[int, ...]
    wrong: tuple[tuple[int, str], ...]


def import_translations(
    script: Script,
    language: str,
    cells: Iterable[Translated],
    *,
    actions: Mapping[str, Action] = ACTIONS,
) -> Import:
    """Take the sheet's wordings over those the language has; a row that is not in the sheet stays as it was."""
    known, given = wordings_of(script, language), list(cells)
    wrong = [(cell.row, f"there is no text '{cell.key}'") for cell in given if cell.key not in known]
    rows: dict[Key, int] = {}
    for cell in given:
        if cell.key in rows:
            wrong.append((cell.row, f"the same text stands in row {rows[cell.key]}, too"))
        rows.setdefault(cell.key, cell.row)
    fitting = [cell for cell in given if cell.key in known]
    changed = [cell for cell in fitting if cell.words != _as_read(known[cell.key][1])]
    wordings = {key: words for key, (_, words) in known.items()} | {cell.key: cell.words for cell in changed}
    with_sheet = _with(script, language, wordings, rows)
    wrong += _unfinished(script, wordings, rows)
    wrong += _new_faults(script, with_sheet, language, actions)
    return Import(
        script=with_sheet,
        changed=tuple(changed),
        outdated=tuple(cell.row for cell in fitting if cell.mark and cell.mark != mark(known[cell.key][0])),
        wrong=tuple(sorted(set(wrong))),
    )


def _as_read(words: str) -> str:
    """As a cell that holds it is read: a text that came back as it left has not changed."""
    return " ".join(typographic(words).split())


def _with(script: Script, language: str, wordings: Mapping[Key, str], rows: Mapping[Key, int]) -> Script:
    """The script with these wordings in a language, each at the "line" that is its row in the sheet."""
    spots: dict[Spot, dict[str, dict[str, str]]] = {}
    lines: dict[tuple[str, str, str], int] = {}
    phrases = {name: dict(words) for name, words in script.phrases.items()}
    for key, words in wordings.items():
        if key.flow == PHRASES:
            phrases[key.step].pop(language, None)
            if words:
                phrases[key.step][language] = words
        elif words:
            spots.setdefault((key.flow, key.step), {}).setdefault(key.part, {})[key.variant] = words
        lines.setdefault((key.flow, key.step, key.part), rows.get(key, 0))
    old = script.overlays[language]
    overlay = {
        spot: _step(spot, texts, lines, old.get(spot) or script.flows[spot[0]].texts[spot[1]])
        for spot, texts in spots.items()
    }
    phrase_lines = {key.step: row for key, row in rows.items() if key.flow == PHRASES}
    return replace(
        script, overlays={**script.overlays, language: overlay}, phrases=phrases, phrase_lines=phrase_lines
    )


def _step(
    spot: Spot, texts: Mapping[str, Mapping[str, str]], lines: Mapping[Any, int], like: StepTexts
) -> StepTexts:
    made = {part: _text(words, lines[(*spot, part)]) for part, words in texts.items()}
    return StepTexts(
        slots={Slot(part): text for part, text in made.items() if part in set(Slot)},
        labels=tuple(text for part, text in made.items() if part.startswith("choice ")),
        option=made.get(OPTION),
        segments=like.segments,
        line=min(lines[(*spot, part)] for part in made),
    )


def _text(words: Mapping[str, str], line: int) -> Text:
    return Text(**{"sms": "", **words}, line=line)


def _unfinished(
    script: Script, wordings: Mapping[Key, str], rows: Mapping[Key, int]
) -> Iterator[tuple[int, str]]:
    """A variant without the text it is one of, and choices of which only some have words."""
    del script
    for key, words in wordings.items():
        if not words and key.variant == "sms" and key.flow != PHRASES:
            beside = [other for other in wordings if other[:3] == key[:3] and wordings[other]]
            if beside:
                yield rows.get(key, 0), f"'{beside[0].variant}' has words here, so 'sms' needs them, too"
            if key.part.startswith("choice ") and any(
                wordings[other] for other in wordings if _same_choices(key, other)
            ):
                yield rows.get(key, 0), "other choices of this step have words, so this one needs them, too"


def _same_choices(one: Key, other: Key) -> bool:
    return one[:2] == other[:2] and other.part.startswith("choice ")


def _new_faults(
    script: Script, with_sheet: Script, language: str, actions: Mapping[str, Action]
) -> Iterator[tuple[int, str]]:
    """Faults that the script has only with the sheet."""
    found = faults_of(with_sheet, actions=actions)
    # To look for them takes half a second: mostly there is none.
    before = (
        {(fault.file, fault.why) for fault in faults_of(script, actions=actions)} if found else frozenset()
    )
    ours = f"{script.folder}/languages/{language}/"
    for fault in found:
        if (fault.file, fault.why) not in before:
            yield _row_of(fault, ours, f"{script.folder}/phrases.yaml"), fault.why


def _row_of(fault: Fault, ours: str, phrases: str) -> int:
    # The first row is the header: what stands on that line is missing from the sheet.
    return fault.line if fault.line > 1 and (fault.file.startswith(ours) or fault.file == phrases) else 0
