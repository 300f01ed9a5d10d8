"""A resident's text as others may read it to learn from it: names of places stay, names of people and numbers do not.

Rather a word too many is masked than a name shown: whoever keeps such a text has looked at it first.
"""

import re
from collections.abc import Sequence

from helpdesk.places.communes import Place
from helpdesk.places.spotting import index_of, spot_place
from helpdesk.text.everyday_words import EVERYDAY
from helpdesk.text.folding import typographic
from helpdesk.text.people.name_words import MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.names_in_sentences import find_people
from helpdesk.text.tokens import MOST_TOKENS, Kind, Token, tokens_of

NAME = "***"
"""What stands for a name, however many words it had."""

LONGEST = 4
"""Words of a name behind its surname."""

_digit = re.compile(r"\d")


def masked(text: str, places: Sequence[Place], *, this_year: int) -> str:
    """The text with names as "***" and digits as "*"; lone single digits stay, as in "muc 2" and "thu 4".

    What comes after MOST_TOKENS words is left out.
    """
    plain = typographic(text)
    tokens = tokens_of(plain)
    spotted = spot_place(tokens, index_of(places), taken=set())
    kept = set(spotted.at)
    names = _names(tokens, kept, this_year)
    pieces, end = list[str](), 0
    for at, token in enumerate(tokens):
        if not (at in names and at - 1 in names and not token.parted):
            pieces.append(_digit.sub("*", plain[end : token.start]))
            pieces.append(NAME if at in names else _shown(tokens, at, kept))
        end = token.end
    return "".join(pieces) + ("…" if len(tokens) == MOST_TOKENS else _digit.sub("*", plain[end:]))


def _shown(tokens: Sequence[Token], at: int, kept: set[int]) -> str:
    token = tokens[at]
    beside = [tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(tokens) and near not in kept]
    alone = len(token.written) == 1 and not any(near.is_number for near in beside)
    return token.written if at in kept or alone else _digit.sub("*", token.written)


def _names(tokens: Sequence[Token], kept: set[int], this_year: int) -> set[int]:
    people = find_people(tokens, taken=kept, births={}, this_year=this_year, common=EVERYDAY)
    found = {
        at
        for person in people
        for at in range(person.start, person.end)
        if tokens[at].kind is Kind.WORD and at not in kept
    }
    words = [token.written for token in tokens if token.kind is Kind.WORD]
    shouted = all(word.isupper() for word in words)
    for at, token in enumerate(tokens):
        if at in kept or token.kind is not Kind.WORD:
            continue
        begins = at == 0 or token.parted
        if not shouted and not begins and token.written[0].isupper() and token.key not in EVERYDAY:
            found.add(at)
        elif token.key in SURNAMES | {"ten", "name"}:
            behind = _behind(tokens, at, kept)
            found |= behind | ({at} if behind and token.key in SURNAMES else set())
    return found


def _behind(tokens: Sequence[Token], at: int, kept: set[int]) -> set[int]:
    """The words that may be a given name behind a surname or "tên"."""
    found = set[int]()
    for near in range(at + 1, min(at + 1 + LONGEST, len(tokens))):
        token = tokens[near]
        if near in kept or token.kind is not Kind.WORD or token.parted:
            break
        if token.key in EVERYDAY - MIDDLE_NAMES:
            break
        found.add(near)
    return found
