"""How many people a text speaks of, named or not: "tôi và 2 con" are three, "nhà tôi 4 người" four."""

from collections.abc import Sequence

from helpdesk.text.people.name_words import AGES
from helpdesk.text.people.party_words import (
    BEFORE_A_NUMBER,
    BOYS,
    CHILDREN,
    COUNTED,
    COUPLES,
    GRANDPARENTS,
    KIN,
    KIN_BY_ACCENT,
    KIN_MORE,
    LINKS,
    MOST_BARE,
    NO_COUNT_BEFORE,
    NUMERALS,
    ONE_WORD_COUPLES,
    POSSESSED,
    SELF,
    SLIPS,
    SPEAKS,
    TOGETHER,
)
from helpdesk.text.people.words_around_names import BORN
from helpdesk.text.tokens import Kind, Token

MOST = 100
"""More people than one text is believed to speak of."""

Span = tuple[int, int]


def party_of(tokens: Sequence[Token], *, named: Sequence[Span], taken: set[int]) -> int:
    """How many; at least 1. `named`: the spans of those named; `taken`: tokens of dates, places and numbers.

    Those named are one group with those who are kin with a year of their own ("mẹ tôi 1950"), and so are people joined
    by "và", "với"; the largest group counts, since a list often begins with its total.
    """
    born, others = _with_own_years(tokens, named, _unnamed(tokens, named, taken))
    by_name = {*named, *born}
    elements = sorted([(span, 1) for span in by_name] + others)
    groups: list[int] = []
    size, end, last, has_name, before = 0, -2, 0, False, 0
    name_size = len(by_name)
    for span, count in elements:
        several = (last > 1 or count > 1) and not _children_of(tokens, before, span[0])
        begins = _introduced_at(tokens, span[0], after=end) if size and span in by_name else span[0]
        begins = span[0] if begins == end else begins  # "giúp cháu, cháu tên Hồ Thị B" is one
        linked = size and _linked(tokens, end, begins, named=span in by_name and has_name, several=several)
        if not linked:
            groups.append(size)
            size, has_name = 0, False
        size += count
        if has_name or span in by_name:
            name_size += 0 if span in by_name else (count if linked else 0)
        has_name = has_name or span in by_name
        end, last, before = span[1], count, span[0]
    groups.append(size)
    return max(1, min(MOST, max((*groups, name_size))))


def _linked(tokens: Sequence[Token], end: int, start: int, *, named: bool, several: bool) -> bool:
    """Whether two come together: by a word that says so, or, if neither is a number of people, by a comma."""
    between = [token.key for token in tokens[end:start]]
    if not between:
        if end and tokens[end - 1].key == "lon":
            return True  # "4 nguoi lon 2 dua nho"
        return named or (tokens[start].parted and not several)
    return not tokens[start].parted and all(key in LINKS for key in between) and len(between) <= 3


def _children_of(tokens: Sequence[Token], before: int, at: int) -> bool:
    """Whether children are counted there, and those before are no number of people themselves."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].key in CHILDREN
        and not tokens[before].is_number
        and tokens[before].key not in NUMERALS
    )


def _unnamed(tokens: Sequence[Token], named: Sequence[Span], taken: set[int]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    inside = {at for start, end in named for at in range(start, end)}
    starts = {start for start, _ in named}
    at = 0
    while at < len(tokens):
        if at in inside or at in taken:
            at += 1
            continue
        length, count = _element(tokens, at, inside | taken)
        if count and not (count == 1 and _introduces(tokens, at, at + length, starts)):
            found.append(((at, at + length), count))
        at += max(1, length)
    return found


def _with_own_years(
    tokens: Sequence[Token], named: Sequence[Span], unnamed: Sequence[tuple[Span, int]]
) -> tuple[list[Span], list[tuple[Span, int]]]:
    """Of those who are not named, the spans of who is told from all others by a birth year, and the rest."""
    born: list[Span] = []
    others: list[tuple[Span, int]] = []
    years = any(_says_a_year(tokens[end - 1]) for _, end in named)
    for (start, end), count in unnamed:
        year = _year_behind(tokens, end) if count == 1 else end
        if not named and tokens[year - 1].key in AGES:
            year = end  # everybody speaks of ages: "cháu 10 tuổi, tôi đưa đi"
        alone = end == start + 1 and tokens[start].key in SELF | {"con"}
        if year == end or _is_of_a_name(tokens, start, year, named):
            others.append(((start, end), count))
        elif not alone or years:
            born.append((start, year))
        else:
            others.append(((start, end if named else year), count))
    return born, others


def _is_of_a_name(tokens: Sequence[Token], start: int, end: int, named: Sequence[Span]) -> bool:
    """Whether what is said is of a name without a year beside it: "Ho Thi B me toi 1950", "me toi 1950 ten Ho Thi B"."""
    without = [span for span in named if not _says_a_year(tokens[span[1] - 1])]
    behind = end
    while behind < len(tokens) and tokens[behind].key in _NAMED:
        behind += 1
    calls = behind > end or (end < len(tokens) and not tokens[end].parted)
    in_front = any(stop == start and not tokens[start].parted for _, stop in without)
    return in_front or (calls and any(first == behind for first, _ in without))


_NAMED = frozenset({"la", "ten", "named"})


def _says_a_year(token: Token) -> bool:
    return token.is_number or token.kind is Kind.DATE or token.key in AGES


def _year_behind(tokens: Sequence[Token], end: int) -> int:
    """Where a birth year or an age ends that stands right behind; `end` where none does."""
    at = end
    while (
        at < len(tokens) and tokens[at].key in BORN and at - end < _WORDS_OF_BIRTH and not tokens[at].parted
    ):
        at += 1
    if at == len(tokens) or tokens[at].parted:
        return end
    goes_on = at + 1 < len(tokens) and not tokens[at + 1].parted
    number, after = tokens[at], tokens[at + 1].key if goes_on else ""
    if number.kind is Kind.DATE:
        return at + 1 if number.numbers[-1] else end
    if not number.is_number:
        return end
    if after in AGES and len(number.key) <= _AGE_DIGITS:
        return at + 2
    digits = len(number.key)
    year = (digits == 4 and number.key[:2] in ("19", "20")) or (
        digits == 2 and after not in COUNTED and at > end
    )
    return at + 1 if year or (digits == 2 and number.key > "30" and after not in COUNTED) else end


_WORDS_OF_BIRTH, _AGE_DIGITS = 2, 3


def _introduced_at(tokens: Sequence[Token], start: int, *, after: int) -> int:
    """Where the words begin that say who is named there: "me toi va | toi Ho Van A", not before `after`."""
    while start > after and not tokens[start].parted and tokens[start - 1].key in _INTRODUCES:
        start -= 1
    return start


_INTRODUCES = KIN | SELF | _NAMED | frozenset({"ba", "co", "chu", "bac", "cua", "gai", "trai", "nha"})


def _introduces(tokens: Sequence[Token], kin: int, end: int, starts: set[int]) -> bool:
    """Whether a name follows, so that "vợ tôi" is the one named; "mẹ tôi, Hồ Văn A" are two."""
    while end < len(tokens) and tokens[end].key in (
        "la",
        "ten",
        "toi",
        "tui",
        "cua",
        "gai",
        "trai",
        "em",
        "nha",
    ):
        end += 1
    if end not in starts or len(starts) > 1 or end + 1 >= len(tokens):
        return end in starts
    middle = tokens[end + 1].key if tokens[end].parted else ""
    return (_IS_WOMAN.get(tokens[kin].key), middle) not in ((True, "van"), (False, "thi"))


_IS_WOMAN = dict.fromkeys(("vo", "vk", "me", "mu", "chi"), True) | dict.fromkeys(
    ("chong", "ck", "bo", "cha", "anh", "eng", "ong"), False
)
""" "Văn" is a man's middle name, "thị" a woman's."""


def _element(tokens: Sequence[Token], at: int, used: set[int]) -> tuple[int, int]:
    """Tokens and count of the people spoken of here; (0, 0) where there are none."""
    keys = ["" if near in used or near >= len(tokens) else _plain(tokens[near]) for near in range(at, at + 4)]
    before = tokens[at - 1].key if at else ""
    counted = _counted(tokens, at, keys, used, before=before)
    if counted is not None:
        return counted
    if keys[0] in ONE_WORD_COUPLES:
        return 1 + _more(tokens, at + 1, used), 2
    relative = _relative(tokens, at, keys, before=before)
    if relative is not None:
        return relative
    if (keys[0], keys[1]) in COUPLES:
        return 2 + _more(tokens, at + 2, used), 2
    if keys[0] == "o" and keys[1] in ("toi", "tui"):
        return 2, 1  # "o tui", my aunt
    if tokens[at].written.casefold() in KIN_BY_ACCENT:
        return 1 + _more(tokens, at + 1, used), 1
    if keys[0] in KIN and not (keys[0] in SELF and before in POSSESSED) and not _is_other_word(tokens[at]):
        return 1 + _more(tokens, at + 1, used), 1
    if keys[0] in SELF and before not in POSSESSED:
        return 1, 1
    return 0, 0


def _counted(
    tokens: Sequence[Token], at: int, keys: Sequence[str], used: set[int], *, before: str
) -> tuple[int, int] | None:
    """A number and those it counts: "2 vợ chồng", "3 chỗ"."""
    if keys[0] == "muoi" and keys[1] in NUMERALS and keys[2] in COUNTED:
        return 3, 10 + NUMERALS[keys[1]]
    count = _count(tokens[at], keys)
    if not count or before in NO_COUNT_BEFORE:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].parted:
        keys = [keys[0], "", "", ""]  # "chồng tôi 80, con gái": eighty of nobody
    if (keys[1], keys[2]) in TOGETHER:
        return 3 + _more(tokens, at + 3, used), count
    if keys[1] in ONE_WORD_COUPLES:
        return 2 + _more(tokens, at + 2, used), count
    if keys[1] in COUNTED and keys[2] != "tuoi" and not (keys[1] in ("con", "em") and keys[2] == "duong"):
        return 2 + (keys[2] == "nua") + _more(tokens, at + 2, used), count
    bare = tokens[at].is_number and _is_bare(tokens, at, used, before=before)
    return (1, count) if bare else None


def _plain(token: Token) -> str:
    return SLIPS.get(token.key, token.key)


def _is_bare(tokens: Sequence[Token], at: int, used: set[int], *, before: str) -> bool:
    """Whether a number says how many, though nothing counted follows: a place, a day or the end does."""
    if before not in BEFORE_A_NUMBER or int(tokens[at].key) > MOST_BARE or tokens[at].parted:
        return False
    return at + 1 == len(tokens) or at + 1 in used or (tokens[at + 1].key in ("ban", "o") and at + 2 in used)


def _relative(
    tokens: Sequence[Token], at: int, keys: Sequence[str], *, before: str
) -> tuple[int, int] | None:
    """Kin of two words, and the words for kin with which people speak of themselves."""
    if keys[0] == "thang" and keys[1] in BOYS and tokens[at].written.casefold() in ("thang", "thằng"):
        return 2 + (keys[2] in ("toi", "tui", "trai")), 1
    if keys[0] in ("ba", "ong") and keys[1] in GRANDPARENTS and before in LINKS:
        return 2, 1
    if keys[0] == "ba" and keys[1] in ("toi", "tui") and before not in NO_COUNT_BEFORE:
        return 2, 1  # her father; three are counted
    speaks = keys[1] in SPEAKS or (keys[0] == "em" and keys[1] in ("sinh", "sn", "ranh"))
    if keys[0] in ("con", "chau", "em") and speaks and before not in LINKS:
        return 1, 0
    return None


def _is_other_word(token: Token) -> bool:
    """ "chỉ", "còn", "bỏ", "mà" and "về" are typed like kin."""
    return token.accented and token.written.casefold() not in (
        *("vợ", "chồng", "mẹ", "má", "mạ", "mệ", "mụ", "bố", "bọ", "ông", "cháu", "chị", "nội", "ngoại"),
    )


def _count(token: Token, keys: Sequence[str]) -> int:
    if token.is_number:
        return int(token.key) if token.key.isdecimal() and len(token.key) <= 2 else 0
    if keys[0] == "ba" and (keys[0], keys[1]) in TOGETHER and (keys[1], keys[2]) not in TOGETHER:
        return 0  # "bà con"
    return 0 if token.accented and keys[0] == "tu" else NUMERALS.get(keys[0], 0)


def _more(tokens: Sequence[Token], at: int, used: set[int]) -> int:
    length = 0
    while at + length < len(tokens) and at + length not in used and tokens[at + length].key in KIN_MORE:
        if tokens[at + length].parted:
            break
        length += 1
    return length
