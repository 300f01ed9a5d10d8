"""How many messages a text costs: GSM-7 and UCS-2, 160/153 and 70/67 (3GPP TS 23.038 and TS 23.040)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from helpdesk.text.clusters import clusters

Encoding = Literal["GSM-7", "UCS-2"]

GSM7_SINGLE, GSM7_PART = 160, 153
"""Septets in a message alone, and in each part of a longer one (the header takes 7)."""
UCS2_SINGLE, UCS2_PART = 70, 67
"""UTF-16 units in a message alone, and in each part of a longer one."""

_GSM7_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM7_EXTENSION = "\f^{}\\[~]|€"  # two septets each: an escape and the character

REFUSED_BY_GATEWAYS = frozenset("#&%[]{}\\<@")
"""ASCII characters that Vietnamese brand-name gateways are known to refuse; letters outside ASCII come on top."""

_outside = re.compile(f"[^{re.escape(_GSM7_BASIC + _GSM7_EXTENSION)}]")
_extension = re.compile(f"[{re.escape(_GSM7_EXTENSION)}]")
# Characters of one UTF-16 unit that never join with a neighbour: all of precomposed Vietnamese and its punctuation.
_stands_alone = re.compile(r"[\n\r\x20-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


@dataclass(frozen=True)
class Measure:
    """What a text costs: its encoding, its code points as given, and the messages it is sent in (at least 1)."""

    encoding: Encoding
    characters: int
    segments: int


def measure(text: str) -> Measure:
    """The cost of a text exactly as given (fold it first where it will be folded)."""
    if _outside.search(text) is None:
        return Measure("GSM-7", len(text), _gsm7_segments(text))
    return Measure("UCS-2", len(text), _ucs2_segments(text))


def split(text: str) -> tuple[str, ...]:
    """The parts in which a text is sent; no part cuts a character or an escape, and joined they are the text."""
    if _outside.search(text) is None:
        if septets(text) <= GSM7_SINGLE:
            return (text,)
        return _packed(text, cost=septets, limit=GSM7_PART)
    if _units(text) <= UCS2_SINGLE:
        return (text,)
    return _packed(_pieces(text), cost=_units, limit=UCS2_PART)


def outside_gsm7(text: str) -> tuple[str, ...]:
    """The distinct characters which force UCS-2, in the order of their first appearance."""
    return tuple(dict.fromkeys(_outside.findall(text)))


def refused(text: str) -> tuple[str, ...]:
    """The distinct characters that a brand-name gateway may refuse, in the order of their first appearance."""
    return tuple(dict.fromkeys(c for c in text if c in REFUSED_BY_GATEWAYS or not c.isascii()))


def septets(text: str) -> int:
    """The septets of a text in GSM-7: an extension character takes two."""
    return len(text) + len(_extension.findall(text))


def _units(text: str) -> int:
    """UTF-16 units: 2 for each character beyond the first 65,536."""
    return len(text) + sum(char > "\uffff" for char in text)


def _gsm7_segments(text: str) -> int:
    size = septets(text)
    if size <= GSM7_SINGLE:
        return 1
    if size == len(text):
        return -(-size // GSM7_PART)
    return len(_packed(text, cost=septets, limit=GSM7_PART))


def _ucs2_segments(text: str) -> int:
    if _stands_alone.fullmatch(text):
        return 1 if len(text) <= UCS2_SINGLE else -(-len(text) // UCS2_PART)
    return len(split(text))


def _pieces(text: str) -> Iterable[str]:
    """The text in pieces that stay together; a pile of marks longer than a part is taken code point by code point."""
    for cluster in clusters(text):
        if _units(cluster) <= UCS2_PART:
            yield cluster
        else:
            yield from cluster


def _packed(pieces: Iterable[str], *, cost: Callable[[str], int], limit: int) -> tuple[str, ...]:
    """The pieces put into parts greedily, in order, none over the limit."""
    parts: list[str] = []
    open_part: list[str] = []
    used = 0
    for piece in pieces:
        size = cost(piece)
        if used + size > limit:
            parts.append("".join(open_part))
            open_part, used = [], 0
        open_part.append(piece)
        used += size
    parts.append("".join(open_part))
    return tuple(parts)
