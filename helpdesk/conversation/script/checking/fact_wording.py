"""What commune facts a script may name, and whether a text may stand for one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.conversation.script.checking.wording import says
from helpdesk.conversation.script.model import FACT_PREFIX, Script
from helpdesk.places.fact_table import Declared
from helpdesk.text.folding import fold
from helpdesk.text.segments import outside_gsm7, refused

_TWO_SEPTETS = "^~|€"
"""Of the GSM-7 extension, what is left when gateways have refused theirs (3GPP TS 23.038)."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a text may not be told, for operators and for officials."""

    english: str
    vietnamese: str


def declared_facts(script: Script) -> dict[str, Declared]:
    """Every fact that texts may name, by its key without the prefix, in the order of `placeholders.yaml`."""
    return {
        name.removeprefix(FACT_PREFIX): Declared(
            placeholder.about, min(_septets(longest) for longest in placeholder.longest.values())
        )
        for name, placeholder in script.placeholders.items()
        if name.startswith(FACT_PREFIX)
    }


def _septets(text: str) -> int:
    """Room that a text takes as it is sent."""
    sent = fold(text)
    return len(sent) + sum(char in _TWO_SEPTETS for char in sent)


def wrong_with(script: Script, key: str, text: str) -> list[Wrong]:
    """Everything for which a text may not stand for a declared fact; nothing for one that may."""
    room = declared_facts(script)[key].longest
    return [*_letters(text), *_links(text), *_length(room, text), *_phrases(script, text)]


def _letters(text: str) -> Iterator[Wrong]:
    sent = fold(text)
    bad = " ".join(dict.fromkeys((*outside_gsm7(sent), *refused(sent))))
    if bad:
        yield Wrong(f"'{bad}' cannot be sent by SMS", f"Không gửi được bằng tin nhắn: {bad}")
    if "\n" in sent:
        yield Wrong("a fact is one line", "Chỉ viết trên một dòng.")


_LINK = re.compile(r"https?:|www\.|\b[a-z0-9-]+\.(?:vn|com|net|org|info|ly|me|top|xyz)\b", re.IGNORECASE)


def _links(text: str) -> Iterator[Wrong]:
    # Basic phones cannot open one, and residents are warned of texts that hold one.
    found = _LINK.search(text)
    if found:
        yield Wrong(f"'{found[0]}' looks like a link", f"Không viết đường dẫn: {found[0]}")


def _length(longest: int, text: str) -> Iterator[Wrong]:
    septets = _septets(text)
    if septets > longest:
        yield Wrong(
            f"{septets} characters as it is sent, there is room for {longest}",
            f"Dài {septets} ký tự, chỉ được {longest}.",
        )


def _phrases(script: Script, text: str) -> Iterator[Wrong]:
    for forbidden in script.forbidden:
        if says(text, forbidden):
            yield Wrong(
                f"'{forbidden.phrase}' may never be said: {forbidden.reason}",
                f"Không được nói “{forbidden.phrase}”.",
            )
