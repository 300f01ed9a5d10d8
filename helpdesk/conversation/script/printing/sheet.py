"""The sheet of all that is said, on paper, for an officer to read, correct and sign, text by text."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from helpdesk.clock import local_date
from helpdesk.conversation.actions.table import ACTIONS, Action
from helpdesk.conversation.script.checking.spoken import Longest, Said
from helpdesk.conversation.script.model import BASE_LANGUAGE, FlowScript, Script, placeholders
from helpdesk.conversation.script.printing.sheet_texts import (
    PHRASES,
    PHRASES_TITLE,
    SMS,
    SheetText,
    Signature,
    page_mark,
    phrase_texts,
    texts_of,
)
from helpdesk.text.folding import fold

WIDTH = 78
_INDENT = "    "
_SENT = "    | "
_VARIANTS = {
    "ussd": "trên USSD",
    "one_way": "khi không trả lời được",
    "fallback": "khi xã chưa cho biết",
}
_TO_SIGN = f"[ ] đồng ý  [ ] sửa    Ký: {'_' * 24}"
_SIGNED = """\
Người duyệt: ______________________________  Chức vụ: ________________________

Ngày: ____/____/______                       Ký tên: _________________________
"""

Signatures = Mapping[str, Signature]
"""Who signed, by the fingerprint of the text."""


def sheet(
    script: Script,
    *,
    language: str = BASE_LANGUAGE,
    actions: Mapping[str, Action] = ACTIONS,
    signatures: Signatures | None = None,
) -> str:
    """Every text of every flow in a language, with what it costs at its longest, and a line to sign per text.

    Plain UTF-8 text for a page 80 characters wide; a flow begins a page (form feed). Texts stand with their accents,
    as they are easier to read, and below as they are sent, which is without unless a contact wants them. What is
    signed already says by whom.
    """
    longest = Longest(script, language, actions)
    pages = [_page(longest, flow, signatures or {}) for flow in script.flows.values() if _has_words(flow)]
    return "\f".join([*pages, *_phrases(script, language, signatures or {})])


def _has_words(flow: FlowScript) -> bool:
    return any(texts.slots for texts in flow.texts.values())


def _page(longest: Longest, flow: FlowScript, signatures: Signatures) -> str:
    texts = [
        text for step in flow.texts for text in texts_of(longest.script, flow.name, step, longest.language)
    ]
    body = "\n".join(line for text in texts for line in _text(longest, text, signatures))
    legend = "".join(f"{line}\n" for line in _legend(longest.script, texts))
    heading = f"{flow.title} ({flow.name}, {longest.language})"
    return _laid_out(heading, texts, body, legend, signatures)


def _laid_out(
    heading: str, texts: Sequence[SheetText], body: str, legend: str, signatures: Signatures
) -> str:
    signed = sum(text.fingerprint in signatures for text in texts)
    mark = f"Dấu của bản này: {page_mark(texts)}{f'đã ký {signed}/{len(texts)}':>{WIDTH - 25}}"
    rule = "=" * WIDTH
    above = textwrap.fill(f"LỜI NHẮN ĐỂ DUYỆT: {heading}", WIDTH, subsequent_indent=_INDENT)
    return f"{above}\n{mark}\n{rule}\n\n{body}\n{rule}\n{legend}\n{_SIGNED}"


def _phrases(script: Script, language: str, signatures: Signatures) -> Iterator[str]:
    """The page of the phrases, where there are any: they cost nothing by themselves, so no cost is told."""
    texts = list(phrase_texts(script, language))
    lines = [line for text in texts for line in _phrase(text, signatures)]
    if texts:
        yield _laid_out(f"{PHRASES_TITLE} ({PHRASES}, {language})", texts, "\n".join(lines), "", signatures)


def _phrase(text: SheetText, signatures: Signatures) -> Iterator[str]:
    yield text.step
    yield from _wordings(text)
    yield _signature_line(text, signatures)
    yield ""


def _legend(script: Script, texts: Sequence[SheetText]) -> Iterator[str]:
    """What stands in each pair of braces."""
    for name in placeholders("\n".join(text.said for text in texts)):
        if name in script.placeholders:
            about = f"{{{name}}}: {script.placeholders[name].about}"
            yield from textwrap.wrap(about, WIDTH, subsequent_indent=_INDENT)


def _text(longest: Longest, text: SheetText, signatures: Signatures) -> Iterator[str]:
    spot = (text.flow, text.step)
    slots = longest.script.texts(*spot, text.language).slots
    slot = next(slot for slot in slots if str(slot) == text.slot)
    cost = longest.measure([Said(spot, slot)])
    name = text.step if len(slots) == 1 else f"{text.step}, {text.slot}"
    yield f"{name:<40}{f'dài nhất {cost.characters} ký tự, {cost.segments} tin':>{WIDTH - 40}}"
    yield from _wordings(text)
    if text.facts:
        needs = f"Cần xã cho biết: {', '.join(f'{{{name}}}' for name in text.facts)}"
        yield from textwrap.wrap(needs, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    yield _signature_line(text, signatures)
    yield ""


def _signature_line(text: SheetText, signatures: Signatures) -> str:
    signature = signatures.get(text.fingerprint)
    return f"{_INDENT}{f'Dấu {text.mark}':<16}{_told(signature) if signature else _TO_SIGN}"


def _told(signature: Signature) -> str:
    day = local_date(signature.at)
    return f"Đã ký: {signature.by}, {day.day}/{day.month}/{day.year}"


def _wordings(text: SheetText) -> Iterator[str]:
    """Each wording as it is read, and as it is sent where that is another."""
    for variant, words in text.wordings:
        if variant in _VARIANTS:
            yield f"{_INDENT}- {_VARIANTS[variant]}:"
        offered = list(_offered(text)) if variant == SMS else []
        yield from _both([words, *offered])


def _offered(text: SheetText) -> Iterator[str]:
    for number, line in enumerate(text.lines, start=1):
        yield f"{number} {dict(line)[SMS]}"
    if text.listed:
        yield f"1 {dict(text.listed)[SMS]}"
        yield "2 ..."


def _both(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    sent = [fold(line) for line in lines]
    if sent != list(lines):
        for line in sent:
            yield from textwrap.wrap(line, WIDTH, initial_indent=_SENT, subsequent_indent=_SENT)
