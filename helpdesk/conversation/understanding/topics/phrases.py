"""Phrases by the ideas they stand for, as a tree of words that is walked once along a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from helpdesk.text.folding import matching_key
from helpdesk.text.tokens import accents_of

_PIECE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)")
_WORDS = re.compile(r"<\w+>|\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say some ideas: its keys and the accents of its words, "" for a word that has none."""

    keys: tuple[str, ...]
    accents: tuple[str, ...]
    ideas: frozenset[str]
    # Only where it was typed with its accents: without them it is another everyday word.
    strict: bool = False


@dataclass(slots=True)
class Node:
    """Where a walk has come to: what may follow, and the phrases that end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)


def ideas_in(table: str) -> dict[str, list[str]]:
    """The ideas of a table of the lexicon, each with its phrases written out."""
    found: dict[str, list[str]] = {}
    idea = ""
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            idea, _, line = line.partition(":")
        phrases = (phrase for written in line.split("|") for phrase in written_out(written.strip()))
        found.setdefault(idea, []).extend(phrase for phrase in phrases if phrase)
    return found


def written_out(written: str) -> Iterator[str]:
    """A phrase without its brackets: "mang [theo/đi] gì" is "mang gì", "mang theo gì" and "mang đi gì"."""
    pieces: list[list[str]] = []
    for either, optional, word in _PIECE.findall(written):
        if either:
            pieces.append(either.split("/"))
        elif optional:
            pieces.append(["", *optional.split("/")])
        else:
            pieces.append([word])
    for chosen in product(*pieces):
        yield " ".join(" ".join(chosen).split())


def tree_of(tables: Iterable[str]) -> Node:
    """All phrases of all tables."""
    by_words: dict[tuple[tuple[str, ...], tuple[str, ...], bool], set[str]] = {}
    for table in tables:
        for idea, phrases in ideas_in(table).items():
            for phrase in phrases:
                words = _WORDS.findall(phrase)
                keys = tuple(word if word[0] == "<" else matching_key(word) for word in words)
                accents = tuple("" if word.isascii() else accents_of(word) for word in words)
                by_words.setdefault((keys, accents, phrase.startswith("=")), set()).add(idea)
    root = Node()
    for (keys, accents, strict), ideas in by_words.items():
        node = root
        for key in keys:
            node = node.next.setdefault(key, Node())
        node.phrases.append(Phrase(keys, accents, frozenset(ideas), strict))
    return root


def phrases_of(node: Node) -> Iterator[Phrase]:
    """Every phrase of a tree."""
    yield from node.phrases
    for following in node.next.values():
        yield from phrases_of(following)
