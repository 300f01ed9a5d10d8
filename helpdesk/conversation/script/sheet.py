"""The sheet of all that is said, on paper, for an officer to read, correct and sign."""

import hashlib
import textwrap
from collections.abc import Iterator, Mapping

from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.model import (
    BASE_LANGUAGE,
    FlowScript,
    Script,
    StepTexts,
    Text,
    placeholders,
)
from helpdesk.conversation.script.spoken import Longest, Said

WIDTH = 78
_INDENT = "    "
_VARIANTS = {
    "ussd": "trên USSD",
    "one_way": "khi không trả lời được",
    "fallback": "khi xã chưa cho biết",
}
_SIGNED = """\
Người duyệt: ______________________________  Chức vụ: ________________________

Ngày: ____/____/______                       Ký tên: _________________________
"""


def sheet(script: Script, *, language: str = BASE_LANGUAGE, actions: Mapping[str, Action] = ACTIONS) -> str:
    """Every text of every flow in a language, with what it costs at its longest, and a line to sign per flow.

    Plain UTF-8 text for a page 80 characters wide; a flow begins a page (form feed). Texts stand with their accents,
    as they are easier to read; they are sent without them unless a contact wants them.
    """
    longest = Longest(script, language, actions)
    pages = [_page(longest, flow) for flow in script.flows.values() if _has_words(flow)]
    return "\f".join(pages)


def _has_words(flow: FlowScript) -> bool:
    return any(texts.slots for texts in flow.texts.values())


def _page(longest: Longest, flow: FlowScript) -> str:
    body = "\n".join(line for step in flow.texts for line in _step(longest, flow.name, step))
    mark = hashlib.sha256(body.encode()).hexdigest()[:8]
    heading = f"LỜI NHẮN ĐỂ DUYỆT: {flow.title} ({flow.name}, {longest.language})"
    rule = "=" * WIDTH
    legend = "".join(f"{line}\n" for line in _legend(longest.script, body))
    return f"{heading}\nDấu của bản này: {mark}\n{rule}\n\n{body}\n{rule}\n{legend}\n{_SIGNED}"


def _legend(script: Script, body: str) -> Iterator[str]:
    """What stands in each pair of braces."""
    for name in placeholders(body):
        if name in script.placeholders:
            yield f"{{{name}}}: {script.placeholders[name].about}"


def _step(longest: Longest, flow: str, step: str) -> Iterator[str]:
    texts = longest.script.texts(flow, step, longest.language)
    for slot, text in texts.slots.items():
        cost = longest.measure([Said((flow, step), slot)])
        name = step if len(texts.slots) == 1 else f"{step}, {slot}"
        yield f"{name:<40}{f'dài nhất {cost.characters} ký tự, {cost.segments} tin':>{WIDTH - 40}}"
        yield from _wordings(text)
        yield from _choices(texts)
        yield ""


def _wordings(text: Text) -> Iterator[str]:
    yield from _wrapped(text.sms)
    for variant, words in text.variants().items():
        if variant in _VARIANTS:
            yield f"{_INDENT}- {_VARIANTS[variant]}:"
            yield from _wrapped(words)


def _choices(texts: StepTexts) -> Iterator[str]:
    for number, label in enumerate(texts.labels, start=1):
        yield from _wrapped(f"{number} {label.sms}")
    if texts.option is not None:
        yield from _wrapped(f"1 {texts.option.sms}")
        yield from _wrapped("2 ...")


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
