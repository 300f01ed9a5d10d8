"""From which Vietnamese each text of a language was translated: what the file `originals.json` beside its texts remembers.

A line is the mark of the original and the mark of the translation made from it. Where the translation has other words
since, someone has written it by hand: what is remembered says nothing of those.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpdesk.conversation.script.translating.keys import Key, mark

ORIGINALS = "originals.json"

Wordings = Mapping[Key, tuple[str, str]]
"""(original, translation) by key; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Original:
    """The mark of an original, and that of the words made from it; "": not remembered."""

    mark: str
    words: str = ""

    def was_for(self, translation: str) -> bool:
        """Whether it speaks of this translation."""
        return self.words in ("", mark(translation))


def read_originals(home: Path) -> dict[Key, Original]:
    """What is remembered in the folder of a language. Raises OSError or ValueError where it cannot be read."""
    try:
        stored = json.loads((home / ORIGINALS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    if not isinstance(stored, dict):
        raise ValueError("it is no table of texts")
    return {Key.parse(key): Original(*str(marks).split()[:2]) for key, marks in stored.items()}


def written(originals: Mapping[Key, Original]) -> str:
    """The content of the file, one line for each text."""
    lines = {str(key): f"{one.mark} {one.words}".strip() for key, one in sorted(originals.items())}
    return json.dumps(lines, indent=0, ensure_ascii=False) + "\n"


def translated_from(originals: Mapping[Key, Original], wordings: Wordings) -> dict[Key, str]:
    """The mark of the original of each translation for which it is remembered."""
    return {
        key: one.mark
        for key, one in originals.items()
        if key in wordings and wordings[key][1] and one.was_for(wordings[key][1])
    }


def with_translated(
    originals: Mapping[Key, Original], wordings: Wordings, done: Iterable[tuple[Key, str]]
) -> dict[Key, Original]:
    """With those (key, mark of the original) that were just translated; without what is not in the flows any more."""
    now = {key: one for key, one in originals.items() if key in wordings}
    for key, from_mark in done:
        now.pop(key, None)
        original, words = wordings[key]
        if words:
            now[key] = Original(from_mark or mark(original), mark(words))
    return now


def written_by_hand(
    originals: Mapping[Key, Original], wordings: Wordings, fits: Collection[str]
) -> list[Key]:
    """Translations of which is not remembered from what they were made, and all of the flows that still fit."""
    return [
        key
        for key, (_, words) in wordings.items()
        if words and (key.flow in fits or key not in originals or not originals[key].was_for(words))
    ]
