"""Joined words parted and slips of the thumb mended, where only one thing can have been meant."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from helpdesk.conversation.understanding.topics.vocabulary import (
    LONGEST_SLIP,
    SHORTEST_SLIP,
    Vocabulary,
    shorter,
    vocabulary,
)
from helpdesk.conversation.understanding.topics.words_spelled_out import Word
from helpdesk.text.syllables import may_be_syllable

SHORTEST_JOINED = 6
"""Letters from which a word typed with its accents may be two that were written as one: "mấygiờ"."""

LONGEST_PIECE = 8
"""Letters of the longest word that is looked for in words written as one: "passcode"."""


def mended(words: list[Word]) -> list[Word]:
    """Joined words parted ("dinhdanh"), two words with one slip in them made right ("dinh dahn")."""
    known = vocabulary()
    found: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        joined = bool(word.accents) and len(word.key) >= SHORTEST_JOINED
        if not word.key.isalpha() or (word.accents and not joined):
            found.append(word)
            at += 1
            continue
        if word.key not in known.keys and (parts := _parts(word.key, known)):
            found += [
                Word(part, "", word.token, word.parted and not place) for place, part in enumerate(parts)
            ]
            at += 1
            continue
        if joined:
            found.append(word)
            at += 1
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        if following and not following.parted and not following.accents and following.key.isalpha():
            both = _slip(word.key + following.key) if _odd(word, known) or _odd(following, known) else None
            if both:
                found += [
                    Word(part, "", word.token, word.parted and not place) for place, part in enumerate(both)
                ]
                at += 2
                continue
        if _odd(word, known) and (one := _slip(word.key) or _swapped(word.key)):
            found += [Word(part, "", word.token, word.parted and not place) for place, part in enumerate(one)]
        else:
            found.append(word)
        at += 1
    return found


def _odd(word: Word, known: Vocabulary) -> bool:
    """Whether a word may be a slip: nobody here knows it, and it is long enough for one."""
    return word.key not in known.keys and len(word.key) > 1


@lru_cache(maxsize=4096)
def _joined_parts(key: str) -> tuple[str, ...] | None:
    """Known words that were written as one, the fewest and longest: "datlichhen" → dat, lich, hen."""
    keys = vocabulary().keys
    best: list[tuple[str, ...] | None] = [()] + [None] * len(key)
    for end in range(1, len(key) + 1):
        for start in range(max(0, end - LONGEST_PIECE), end):
            before = best[start]
            piece = key[start:end]
            if before is None or len(piece) < 2 or piece not in keys:
                continue
            if not may_be_syllable(piece) and len(piece) < SHORTEST_SLIP:
                continue
            tried = (*before, piece)
            held = best[end]
            if held is None or len(tried) < len(held):
                best[end] = tried
    return best[-1]


def _parts(key: str, known: Vocabulary) -> tuple[str, ...] | None:
    if key in known.joined:
        return known.joined[key]
    if len(key) < 6 or len(key) > 24 or may_be_syllable(key):
        return None
    return _joined_parts(key)


@lru_cache(maxsize=4096)
def _swapped(key: str) -> tuple[str, ...] | None:
    """The one known word of which two letters were typed in the wrong order: "mta" → "mat"."""
    if may_be_syllable(key) or not 3 <= len(key) <= 6:
        return None
    keys = vocabulary().keys
    near = {key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1)} & keys
    return (near.pop(),) if len(near) == 1 else None


def _slip(letters: str) -> tuple[str, ...] | None:
    """The one phrase that is one slip away; None where there is none, or more than one."""
    return _mend(letters) if SHORTEST_SLIP <= len(letters) <= LONGEST_SLIP else None


@lru_cache(maxsize=4096)
def _mend(letters: str) -> tuple[str, ...] | None:
    known = vocabulary()
    near = {
        found
        for left in shorter(letters)
        for found in known.slips.get(left, ())
        if OSA.distance(letters, found, score_cutoff=1) <= 1
    }
    if letters in near:
        near = {letters}
    # One slip may lead to several words that are spelled alike ("kich hoat", "kich hoac"): then nothing is lost.
    meant = {known.joined.get(found, (found,)) for found in near}
    if len({words[0] for words in meant}) != 1 or len(meant) > 2:
        return None
    best = max(sorted(near), key=lambda found: OSA.normalized_similarity(letters, found))
    return known.joined.get(best, (best,))
