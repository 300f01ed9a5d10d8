"""From the words of a text to the ideas in it: spellings made plain, joined words parted, slips of the thumb mended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from helpdesk.conversation.understanding.topics.lexicon.acts import ACTS
from helpdesk.conversation.understanding.topics.lexicon.asking import ASKING
from helpdesk.conversation.understanding.topics.lexicon.talk import TALK
from helpdesk.conversation.understanding.topics.lexicon.things import THINGS
from helpdesk.conversation.understanding.topics.phrases import Node, Phrase, phrases_of, tree_of
from helpdesk.conversation.understanding.topics.speakers import speakers_in
from helpdesk.conversation.understanding.topics.spellings import DIALECT, ENGLISH, FILLERS, SPELLINGS
from helpdesk.text.folding import matching_key
from helpdesk.text.syllables import may_be_syllable
from helpdesk.text.tokens import Kind, Token, accents_of

MOST_WORDS = 60
"""Words in which topics are looked for; whoever has not said by then what she wants is asked."""

SHORTEST_SLIP = 5
"""Letters of the shortest phrase in which a slip is mended."""


CODE_LENGTH, A_CODE = 5, "<code>"
"""Digits of what may be the code of a booking, and the mark that stands for it."""

SHORTEST_JOINED = 6
"""Letters from which a word typed with its accents may be two that were written as one: "mấygiờ"."""

LONGEST_PIECE = 8
"""Letters of the longest word that is looked for in words written as one: "passcode"."""

_WRITTEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: its key, its accents where it was typed with some, and the token it came from."""

    key: str
    accents: str
    token: int
    parted: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """An idea and the words, from `start` up to `end`, that said it."""

    idea: str
    start: int
    end: int


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
        if letters.isalpha() and len(letters) <= 18:
            for shorter in _shorter(letters):
                slips.setdefault(shorter, set()).add(letters)
    return Vocabulary(
        frozenset(keys),
        frozenset(accented),
        joined,
        {shorter: tuple(sorted(found)) for shorter, found in slips.items()},
    )


@cache
def accented_words() -> frozenset[str]:
    """Every word of the lexicon that has an accent, in lower case."""
    lines = "\n".join((THINGS, ASKING, ACTS, TALK))
    return frozenset(word for word in _WRITTEN.findall(lines.casefold()) if not word.isascii())


def _shorter(letters: str) -> set[str]:
    """The letters, and what is left of them without any one: two words one slip apart share one of these."""
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}


def words_of(tokens: Sequence[Token], *, taken: set[int], marks: Mapping[int, str]) -> list[Word]:
    """The words of a text as they are compared. In place of `taken` tokens stand `marks`: <when>, <place>, <name>."""
    words: list[Word] = []
    speakers = speakers_in(tokens)
    for at, token in enumerate(tokens[: 2 * MOST_WORDS]):
        if at in taken:
            mark = marks.get(at, "")
            if mark and (not words or words[-1].key != mark):
                words.append(Word(mark, "", at, token.parted))
            continue
        if at in speakers:
            words.append(Word("toi", "", at, token.parted))
            continue
        before = tokens[at - 1].key if at and at - 1 not in taken else ""
        after = tokens[at + 1].key if at + 1 < len(tokens) and at + 1 not in taken else ""
        for place, (key, accents) in enumerate(_plain(token, before, after)):
            words.append(Word(key, accents, at, token.parted and not place))
        if len(words) >= MOST_WORDS:
            break
    return _mended(words)


def _plain(token: Token, before: str, after: str) -> Sequence[tuple[str, str]]:
    key = token.key
    if token.kind is not Kind.WORD:
        if token.is_number and len(key) == CODE_LENGTH:
            return ((A_CODE, ""),)
        return _hour(token) if token.kind is Kind.HOUR else ((key, ""),)
    said = _by_its_neighbours(token, before, after)
    if said is not None:
        return said
    if token.accented and (plain := DIALECT.get(token.written.casefold())):
        return _keys_of((plain,))
    expanded = SPELLINGS.get(key)
    if expanded and (not token.accented or len(key) <= 2 or key not in _SYLLABLE_TOO):
        return _keys_of(expanded)
    return ((key, accents_of(token.written) if token.accented else ""),)


def _by_its_neighbours(token: Token, before: str, after: str) -> Sequence[tuple[str, str]] | None:
    """What a word stands for that stands for different words in different places."""
    match token.key:
        case "dc":
            return _keys_of(("được",))
        case "dk":
            return _keys_of(("được",) if _is_may(before, after) else ("đăng", "ký"))
        case "no" if token.written.casefold() == "nỏ" or (before in ("tui", "toi") and after in _AFTER_NOT):
            return _keys_of(("không",))
        case "ca" if after == "xa":
            return _keys_of(("công", "an"))
        case "the" if after and not may_be_syllable(after) and after not in SPELLINGS:
            return (("the", "english"),)
        case "k" if after == "hoat":
            return _keys_of(("kích",))
        case "mk" if before in _BEFORE_ME or after in _AFTER_ME:
            return _keys_of(("mình",))
    return None


_AFTER_NOT = frozenset({"biet", "duoc", "di", "co", "doc", "thay", "ro"})
_BEFORE_ME = frozenset({"cho", "cua", "vs", "voi", "ck", "vk", "me", "con", "nha", "giup", "la", "ten"})
_AFTER_ME = frozenset(
    " ".join(("va vs voi muon mun can hoi co o lam di dk dky dki xin ten sn sinh ra vua sap",)).split()
)
"""Behind "mk" that is "mình": who writes does or wants something; a password does neither."""
_SYLLABLE_TOO = frozenset({"man", "lam", "dag", "mag", "tra", "cam", "bua", "vs", "tau", "tao"})


def _hour(token: Token) -> Sequence[tuple[str, str]]:
    return (("gio", ""),) if token.written[-1:].isalpha() else (("", ""),)


@lru_cache(maxsize=512)
def _keys_of(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((matching_key(word), "") for word in words)


_BEFORE_MAY = frozenset(
    {
        "lam",
        "co",
        "di",
        "nhan",
        "xem",
        "thay",
        "vao",
        "doc",
        "goi",
        "quet",
        "k",
        "ko",
        "khong",
        "den",
        "dung",
        "kich",
        "hoat",
    }
)
_ASKS = frozenset({"khong", "ko", "k", "kg", "hok", "chua", "hk", "khg", "v", "z", "vay", "ha", "a", ""})


def _is_may(before: str, after: str) -> bool:
    """Whether "dk" stands for "được": behind a verb, or before "không"."""
    return (before in _BEFORE_MAY and after in _ASKS) or (bool(before) and after in _ASKS - {"", "a", "ha"})


def _mended(words: list[Word]) -> list[Word]:
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
    return _mend(letters) if SHORTEST_SLIP <= len(letters) <= 18 else None


@lru_cache(maxsize=4096)
def _mend(letters: str) -> tuple[str, ...] | None:
    known = vocabulary()
    near = {
        found
        for shorter in _shorter(letters)
        for found in known.slips.get(shorter, ())
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
