"""Every pattern that a resident's text is held against comes to an end, whatever the text: one SMS may not stop the service.

A group that may repeat, of which one alternative is made of others ("nhà", "tôi" and "nhà tôi"), reads the same words in
more ways with every word; of forty it does not come back.
"""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from random import Random
from types import FrameType
from typing import Any

import pytest

import helpdesk.conversation
import helpdesk.messaging
import helpdesk.places
import helpdesk.text

SECONDS = 2.0
"""Of CPU, for one text: a pattern that is sound takes a thousandth of it, one that is not takes for ever."""

WORDS = 45
PAIRS = 60


class _ForEver(Exception):
    """A pattern that does not come to an end."""


def _rooms() -> list[str]:
    rooms = (helpdesk.conversation, helpdesk.messaging, helpdesk.text, helpdesk.places)
    return sorted(
        found.name for room in rooms for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
    )


def _patterns(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for one in value.values():
            yield from _patterns(one, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        for one in value:
            yield from _patterns(one, depth + 1)


def _hostile(pattern: str) -> Iterator[str]:
    """The pattern's own words again and again, singly and by twos, and an end that does not fit."""
    plain = re.sub(r"\\[a-zA-Z]", " ", pattern.lower())
    words = sorted(set(re.findall(r"[^\W\d_]+|[0-9]", plain))) or ["a"]
    for word in words:
        yield f"{word} " * WORDS + "x1"
    chance = Random(len(pattern))
    for _ in range(min(PAIRS, 4 * len(words))):
        yield f"{chance.choice(words)} {chance.choice(words)} " * (WORDS // 2) + "x"
    yield from ("1 " * WORDS, "1" * 100, "a" * 100, "a, " * WORDS)


def _read_to_the_end(pattern: re.Pattern[str], text: str) -> None:
    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise _ForEver

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.fullmatch(text)
        pattern.search(text)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_a_pattern_that_does_not_end_is_noticed() -> None:
    with pytest.raises(_ForEver):
        _read_to_the_end(re.compile(r"(?:(?:nha|toi|nha toi) )*x"), "nha toi " * 40)


def test_no_text_of_its_own_words_keeps_a_pattern_busy_for_ever() -> None:
    seen, endless = set[str](), list[str]()
    for room in _rooms():
        for name, value in vars(importlib.import_module(room)).items():
            for pattern in _patterns(value):
                if not isinstance(pattern.pattern, str) or pattern.pattern in seen:
                    continue
                seen.add(pattern.pattern)
                try:
                    for text in _hostile(pattern.pattern):
                        _read_to_the_end(pattern, text)
                except _ForEver:
                    endless.append(f"{room}.{name}: {text[:40]!r}")
    assert len(seen) > 100
    assert endless == []
