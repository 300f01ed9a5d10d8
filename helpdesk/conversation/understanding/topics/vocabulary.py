"""What is known of words before a text is read: the lexicon and the words around it, by what they may be found by."""

import re
from dataclasses import dataclass
from functools import cache

from helpdesk.conversation.understanding.topics.lexicon.acts import ACTS
from helpdesk.conversation.understanding.topics.lexicon.asking import ASKING
from helpdesk.conversation.understanding.topics.lexicon.talk import TALK
from helpdesk.conversation.understanding.topics.lexicon.things import THINGS
from helpdesk.conversation.understanding.topics.phrases import Node, phrases_of, tree_of
from helpdesk.conversation.understanding.topics.spellings import ENGLISH, FILLERS, SPELLINGS
from helpdesk.text.folding import matching_key

SHORTEST_SLIP = 5
"""Letters of the shortest phrase in which a slip is mended."""

LONGEST_SLIP = 18
"""Letters of the longest."""

_WRITTEN = re.compile(r"[^\W\d_]+")


@cache
def tree() -> Node:
    """The whole lexicon."""
    return tree_of((THINGS, ASKING, ACTS, TALK))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known: keys of words, words with their accents, phrases by their letters."""

    keys: frozenset[str]
    accented: frozenset[str]
    joined: dict[str, tuple[str, ...]]
    slips: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The words of the lexicon and those around them."""
    phrases = list(phrases_of(tree()))
    keys = {key for phrase in phrases for key in phrase.keys} | FILLERS | ENGLISH | SPELLINGS.keys()
    keys |= {matching_key(word) for words in SPELLINGS.values() for word in words}
    accented = {accents for phrase in phrases for accents in phrase.accents if accents}
    joined: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        letters = "".join(phrase.keys)
        if len(letters) >= SHORTEST_SLIP and letters not in keys:
            joined.setdefault(letters, phrase.keys)
    slips: dict[str, set[str]] = {}
    for letters in (*joined, *(key for key in keys if len(key) >= SHORTEST_SLIP + 1)):
        if letters.isalpha() and len(letters) <= LONGEST_SLIP:
            for left in shorter(letters):
                slips.setdefault(left, set()).add(letters)
    return Vocabulary(
        frozenset(keys),
        frozenset(accented),
        joined,
        {left: tuple(sorted(found)) for left, found in slips.items()},
    )


@cache
def accented_words() -> frozenset[str]:
    """Every word of the lexicon that has an accent, in lower case."""
    lines = "\n".join((THINGS, ASKING, ACTS, TALK))
    return frozenset(word for word in _WRITTEN.findall(lines.casefold()) if not word.isascii())


def shorter(letters: str) -> set[str]:
    """The letters, and what is left of them without any one: two words one slip apart share one of these."""
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}
