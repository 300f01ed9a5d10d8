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
class Row:
    """One wording. `room` is how many characters it may have, without accents and placeholders; None: as it is."""

    key: Key
    spoken_by: str
    before: str
    original: str
    translation: str
    room: int | None
    changed: str

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
    last_export: Mapping[Key, str],
    actions: Mapping[str, Action] = ACTIONS,
) -> Iterator[Row]:
    """Every wording, in the order of the flows, then every phrase.

    `translated_from` has the mark of the original that each translation was made from, `last_export` those that
    stood in the sheet before: what differs is told as changed.
    """
    longest, before = Longest(script, language, actions), said_before(script)
    for key, (original, translation) in wordings_of(script, language).items():
        now = mark(original)
        was_other = any(was.get(key, now) != now for was in (last_export, translated_from))
        changed = _CHANGED if was_other else _NEW if not translation else ""
        yield Row(
            key=key,
            spoken_by=_SPOKEN_BY[key.part.split()[0]],
            before=before.get((key.flow, key.step), ""),
            original=original,
            translation=translation,
            room=room_for(longest, key) if key.flow != PHRASES else None,
            changed=changed,
        )


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
