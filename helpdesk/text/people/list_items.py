"""A list written into a text message, taken apart: "1. Ho Van A 2. Ho Thi B", "A, B; C + D", one per line."""

import regex  # type: ignore[import-untyped]

from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import LABELS

_SEPARATORS = regex.compile(r"[,;\n\r\f&+|/*]|\s-+|-+\s|^-+|-(?=\d)")
_STOP = regex.compile(r"\.\s*(?=\p{L})")
_NUMBERING = regex.compile(r"(?<![\w/])(\d{1,2})\s*([.):\-/]?)\s*(?=\p{L})")
_GOES_ON = regex.compile(r"\s*(\d{1,2})\s*[.):\-/]\s*(?=\p{L})")
_BEFORE_COLON = regex.compile(r"([^,;\n:]*):")


def items(text: str) -> tuple[str, ...]:
    """The items of a list in order, without their numbering and the heading before a colon, none empty."""
    found: list[str] = []
    for piece in _SEPARATORS.split(_without_headings(_without_numbering(text))):
        found += _sentences(piece)
    return tuple(item for item in map(str.strip, found) if item)


def _without_numbering(text: str) -> str:
    """Line ends in place of "1.", "2)", "3", as long as they count on from a 1 that begins a line, or from the number with
    a sign behind it that begins the text: "4) Ho Bon 5) Y Nam" goes on with a list."""
    expected = _first_number(text)
    first = expected
    pieces: list[str] = []
    done = 0
    for number in _NUMBERING.finditer(text):
        begins = expected > first or not text[: number.start()].rpartition("\n")[2].strip(" :-")
        plain = number[2] or len(number[1]) == 1
        if int(number[1]) == expected and begins and plain:
            pieces += [text[done : number.start()], "\n"]
            done = number.end()
            expected += 1
    return "".join(pieces) + text[done:]


def _first_number(text: str) -> int:
    found = _GOES_ON.match(text)
    return int(found[1]) if found else 1


def _without_headings(text: str) -> str:
    if ":" not in text:
        return text

    def heading_gone(found: regex.Match[str]) -> str:
        words = matching_key(found[1]).split()
        return "\n" if all(word in LABELS or word.isdecimal() for word in words) else f"{found[1]} "

    return str(_BEFORE_COLON.sub(heading_gone, text))


def _sentences(piece: str) -> list[str]:
    """Parted at full stops, but not after an initial: "Ho Van A. Ho Thi B" are two, "Y. Cuc" and "H. V. An" one."""
    sentences: list[str] = []
    for part in _STOP.split(piece):
        before = sentences[-1].split() if sentences else []
        if before and (len(before) < 2 or (len(before[-1]) == 1 and len(before) < 3)):
            sentences[-1] += f" {part}"
        else:
            sentences.append(part)
    return sentences
