"""From the words of a text to the ideas in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpdesk.conversation.understanding.topics.phrases import Node, Phrase
from helpdesk.conversation.understanding.topics.slips import mended
from helpdesk.conversation.understanding.topics.vocabulary import tree
from helpdesk.conversation.understanding.topics.words_spelled_out import Word, spelled_out
from helpdesk.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Heard:
    """An idea and the words, from `start` up to `end`, that said it."""

    idea: str
    start: int
    end: int


def words_of(tokens: Sequence[Token], *, taken: set[int], marks: Mapping[int, str]) -> list[Word]:
    """The words of a text as they are compared. In place of `taken` tokens stand `marks`: <when>, <place>, <name>."""
    return mended(spelled_out(tokens, taken=taken, marks=marks))


def hear(words: Sequence[Word]) -> list[Heard]:
    """The ideas in the words.

    The words are parted into the phrases that leave the fewest of them over, the longest first; what stands within
    one of these counts too if it is a phrase of several words itself. So "quên mật khẩu" is no "quên mất".
    """
    found: dict[int, list[tuple[int, Phrase]]] = {}
    root = tree()
    for start in range(len(words)):
        here = list(_walk(root, words, start))
        if here:
            found[start] = here
    return [
        Heard(idea, start, end)
        for start, stop in _parted(found, len(words))
        for end, phrase in found[start]
        if end == stop
        for idea in phrase.ideas
    ]


def _parted(found: dict[int, list[tuple[int, Phrase]]], size: int) -> list[tuple[int, int]]:
    """Spans, in order, that cover most words with the fewest phrases."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        held = (best[start + 1][0], 1)
        for end in {end for end, _ in found.get(start, ())}:
            value = best[end][0] + (end - start) - 0.3
            if value > held[0]:
                held = (value, start - end)
        best[start] = held
    spans = []
    at = 0
    while at < size:
        step = best[at][1]
        if step < 0:
            spans.append((at, at - step))
        at += abs(step)
    return spans


def _walk(root: Node, words: Sequence[Word], start: int) -> Iterator[tuple[int, Phrase]]:
    node = root
    for at in range(start, len(words)):
        if at > start and words[at].parted:
            return
        following = node.next.get(words[at].key)
        if following is None:
            return
        node = following
        for phrase in node.phrases:
            if _same_accents(words, start, phrase):
                yield at + 1, phrase


def _same_accents(words: Sequence[Word], start: int, phrase: Phrase) -> bool:
    """Whether at least one word was typed with the accents that it has here, or without any."""
    if phrase.strict:
        return words[start].accents == phrase.accents[0]
    for place, accents in enumerate(phrase.accents):
        typed = words[start + place].accents
        if typed == accents or not typed:
            return True
    return False
