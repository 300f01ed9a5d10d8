"""The sheet for translators: a row for each wording, with what they need to know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.checking.spoken import Longest
from helpdesk.conversation.script.model import BASE_LANGUAGE, Script, StepTexts, Text, placeholders
from helpdesk.conversation.script.translating.keys import Key, mark
from helpdesk.conversation.script.translating.room import room_for
from helpdesk.conversation.script.translating.said_before import said_before
from helpdesk.conversation.script.wordings import OPTION, parts
from helpdesk.text.folding import typographic

PHRASES = "phrases"
"""The "flow" of the small pieces that values are spoken with; the "step" is the name of the phrase."""

PHRASE = "phrase"

_SPOKEN_BY = {
    "say": "máy nói",
    "ask": "máy hỏi",
    "again": "máy hỏi lại, khi chưa hiểu",
    "choice": "dòng để bà con chọn",
    OPTION: "mỗi dòng của danh sách",
    PHRASE: "mẩu câu, đứng trong câu khác",
}
_NEW, _CHANGED = "mới", "đã đổi"


@dataclass(frozen=True, slots=True)
class Before:
    """What a sheet that was written before says of a wording: from which original its translation was made."""

    made_from: str
    translation: str


@dataclass(frozen=True, slots=True)
class Row:
    """One wording. `room` is how many characters it may have, without accents and placeholders; None: as it is."""

    key: Key
    spoken_by: str
    before: str
    original: str
    translation: str
    room: int | None
    changed: str
    # The mark of the original that the translation was made from; where there is none yet, of that in the first sheet.
    made_from: str

    @property
    def keeps(self) -> str:
        """The placeholders that must stay."""
        return " ".join(f"{{{name}}}" for name in placeholders(self.original))

    @property
    def mark(self) -> str:
        """Of the original: another as soon as a word of it is."""
        return mark(self.original)


def translation_rows(
    script: Script,
    language: str,
    *,
    translated_from: Mapping[Key, str],
    last_export: Mapping[Key, Before],
    actions: Mapping[str, Action] = ACTIONS,
) -> Iterator[Row]:
    """Every wording, in the order of the flows, then every phrase.

    `translated_from` has the mark of the original that each translation was made from; where it is not known, it is
    what `last_export` says of the same translation, else the original of now. What differs is told as changed, in
    every sheet until it is translated anew.
    """
    longest, before = Longest(script, language, actions), said_before(script)
    for key, (original, translation) in wordings_of(script, language).items():
        now = mark(original)
        made_from = translated_from.get(key) or _as_before(last_export.get(key), translation) or now
        changed = _CHANGED if made_from != now else _NEW if not translation else ""
        yield Row(
            key=key,
            spoken_by=_SPOKEN_BY[key.part.split()[0]],
            before=before.get((key.flow, key.step), ""),
            original=original,
            translation=translation,
            room=room_for(longest, key) if key.flow != PHRASES else None,
            changed=changed,
            made_from=made_from,
        )


def _as_before(before: Before | None, translation: str) -> str:
    same = before is not None and before.translation == " ".join(typographic(translation).split())
    return before.made_from if before is not None and same else ""


def wordings_of(script: Script, language: str) -> dict[Key, tuple[str, str]]:
    """(original, translation) of every wording there is in either; "" where there is none."""
    found: dict[Key, tuple[str, str]] = {}
    overlay = script.overlays[language]
    for name, flow in script.flows.items():
        for step, texts in flow.texts.items():
            theirs = dict(parts(overlay.get((name, step), StepTexts())))
            for part, text in parts(texts):
                original, other = text.variants(), _variants(theirs.get(part))
                for variant in dict.fromkeys((*original, *other)):
                    key = Key(name, step, part, variant)
                    found[key] = (original.get(variant, ""), other.get(variant, ""))
    for name, words in script.phrases.items():
        found[Key(PHRASES, name, PHRASE, "sms")] = (words.get(BASE_LANGUAGE, ""), words.get(language, ""))
    return found


def _variants(text: Text | None) -> dict[str, str]:
    return text.variants() if text is not None else {}
