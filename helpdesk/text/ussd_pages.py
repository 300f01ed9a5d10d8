"""A text as pages of a USSD dialogue: GSM-7, and none longer than a page holds.

Pages are parted at line ends; only a line longer than a page is parted after a sentence, and a sentence that is longer
still after a comma. Whatever comes, no page is ever too long: as a last resort words are parted.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from helpdesk.text.folding import fold
from helpdesk.text.segments import outside_gsm7, septets

PAGE = 182
"""Septets that fit on a page: 160 octets (3GPP TS 23.038, 6.1.2.3)."""

_AFTER_SENTENCE = re.compile(r"(?<=[.?!]) ")
_AFTER_CLAUSE = re.compile(r"(?<=[,;:]) ")
_AFTER_WORD = re.compile(r" ")
_SPACES = re.compile(r" {2,}")

Piece = tuple[str, str]
"""What stands between this piece and the one before it on the same page, and its words."""


def plain(text: str) -> str:
    """The text without accents, and without what GSM-7 has no sign for: a page has no other alphabet to go to."""
    folded = fold(text)
    foreign = outside_gsm7(folded)
    if foreign:
        folded = _SPACES.sub(" ", folded.translate(dict.fromkeys(map(ord, foreign))))
    return folded.replace("\f", "").replace("\r", "").strip()


def pages(text: str, *, more: str, back: str) -> tuple[str, ...]:
    """The pages of a text, at least one; of several each says on its last line how to reach the next and the last."""
    text = plain(text)
    if septets(text) <= PAGE:
        return (text,)
    more, back = plain(more), plain(back)
    bodies = _packed(text, room_beside(more=more, back=back))
    last = len(bodies) - 1
    ways = [" ".join(filter(None, (more if at < last else "", back if at else ""))) for at in range(last + 1)]
    return tuple(f"{body}\n{way}" if way else body for body, way in zip(bodies, ways, strict=True))


def room_beside(*, more: str, back: str) -> int:
    """Septets of a page that are left beside the line which says how to go on and back."""
    return PAGE - len("\n") - septets(plain(f"{more} {back}"))


def too_long_to_part(text: str, *, more: str, back: str) -> int:
    """Septets of the longest piece that cannot be parted sensibly and has no room on a page; 0 where all has."""
    text = plain(text)
    if septets(text) <= PAGE:
        return 0
    room = room_beside(more=more, back=back)
    sizes = (septets(words) for _, words in _pieces(text, room, _SENSIBLE))
    return max((size for size in sizes if size > room), default=0)


def _packed(text: str, room: int) -> list[str]:
    bodies: list[str] = []
    for glue, words in _pieces(text, room, (*_SENSIBLE, _by_words, _by_signs)):
        together = f"{bodies[-1]}{glue}{words}" if bodies else words
        if bodies and septets(together) <= room:
            bodies[-1] = together
        else:
            bodies.append(words)
    return bodies


def _pieces(text: str, room: int, ways: Sequence["Way"]) -> Iterator[Piece]:
    """The lines, and of a line that is too long its pieces, parted in the first of the `ways` after which they fit."""
    for line in text.split("\n"):
        glue = "\n"
        for piece_glue, words in _parted(line, room, ways):
            yield glue or piece_glue, words
            glue = ""


def _parted(words: str, room: int, ways: Sequence["Way"]) -> Iterator[Piece]:
    if septets(words) <= room or not ways:
        yield " ", words
        return
    way, *others = ways
    for glue, piece in way(words, room):
        first = True
        for inner, part in _parted(piece, room, others):
            yield glue if first else inner, part
            first = False


def _by_sentences(words: str, _room: int) -> Iterator[Piece]:
    return ((" ", sentence) for sentence in _AFTER_SENTENCE.split(words))


def _by_clauses(words: str, _room: int) -> Iterator[Piece]:
    return ((" ", clause) for clause in _AFTER_CLAUSE.split(words))


def _by_words(words: str, _room: int) -> Iterator[Piece]:
    return ((" ", word) for word in _AFTER_WORD.split(words))


def _by_signs(words: str, room: int) -> Iterator[Piece]:
    half = room // 2  # each sign takes one septet or two
    return (("", words[at : at + half]) for at in range(0, len(words), half))


Way = Callable[[str, int], Iterator[Piece]]

_SENSIBLE: tuple[Way, ...] = (_by_sentences, _by_clauses)
