"""The people whom a resident names in a text: "Ho Van A 1985, Y Cuc sn 90 va con Dinh Xon"."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex  # type: ignore[import-untyped]

from helpdesk.text.folding import fold, matching_key, typographic
from helpdesk.text.people.adjacent_names import parted
from helpdesk.text.people.before_a_name import without_words_before
from helpdesk.text.people.gate import through_the_gate
from helpdesk.text.people.kin_words import is_kin
from helpdesk.text.people.likely_names import Likely, has_title
from helpdesk.text.people.list_items import items
from helpdesk.text.people.name_words import AGES, COUNTED, LINKS, MIDDLE_NAMES, SURNAMES
from helpdesk.text.people.sentences_not_names import is_talk
from helpdesk.text.people.spoken_names import (
    Word,
    is_lower_among,
    name_in,
    title,
    without_kin_behind,
    without_year_words,
    words_in,
)
from helpdesk.text.people.told_beside_names import is_nobody, is_remark, names_only, without_senders
from helpdesk.text.people.words_of_talk import wraps_names
from helpdesk.text.segments import outside_gsm7
from helpdesk.text.years.birth_years import dates_as_years, full_year, year_of_age

MOST_PEOPLE = 100
"""More than may be booked at once, so that whoever names too many is told and nobody is left out unnoticed."""

_YEAR_DIGITS = 4

LONGEST_NAME = 6
"""Words. Names here have two to four; a text with more words between its separators is something else."""

# An identity or phone number beside a name; their groups of digits must not be taken for years.
_LONG_NUMBER = regex.compile(r"(?<!\d)(?:\+?84|0)\d(?:[ .\-]?\d){7,10}(?!\d)|\d{9,}")
# What says whose number it is, in front of one: "sdt", "số của tôi", "gọi cho em". Số, Bảo and Nhàn are names as well,
# so that they need a word behind them, and Sơ none of "văn" and "thị" before it.
_OF_A_NUMBER = regex.compile(
    r"(?<![\p{L}\d])(?:(?:(?:số|so) )?(?:sđt|sdt|đt|dt|đtdd|dtdd|điện thoại|dien thoai|tel|phone|mobile|number)"
    r"|(?<!(?:văn|van|thị|thi) )(?:số|so)|liên hệ|lien he|lh|(?:gọi|goi|call|alo|báo|bao|nhắn|nhan)(?= (?:cho|lại|lai|vào|vao|qua|số|so|tôi|toi|tui|em|con|me)\b))"
    r"(?: (?:của|cua|cho|lại|lai|vào|vao|qua|số|so|máy|may|này|nay|là|la|tôi|toi|tui|em|con|cháu|chau|mình|minh|me|my|is|at))*"
    r"[\s:.]*(?=(?:\+?84|0)\d(?:[ .\-]?\d){7,10}(?!\d))",
    regex.IGNORECASE,
)
# "thu 6" where a name could begin; "Thu 7 tuoi" is a child called Thu.
_WEEKDAY = regex.compile(
    r"(?:^|(?<=[,;\n\d]))\s*(?:thứ|thu)\s*[2-7](?!\d|\s*(?:tu[oổ]i|ng[uư][oờ]i))", regex.IGNORECASE
)
_IN_BRACKETS = regex.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class SpokenPerson:
    """Someone named in a text: the name with the accents that were typed, in title case, and the birth year if said."""

    name: str
    birth_year: int | None
    # Whether the words can be nothing but a name; whoever named somebody else is asked.
    sure: bool = True


def parse_people(text: str, *, this_year: int, common: Container[str] = ()) -> tuple[SpokenPerson, ...]:
    """The people named in a text, in order, at most MOST_PEOPLE; () when it holds no name or is not understood as a list.

    Persons are parted by commas, semicolons, line ends, "va", "voi", "&", "+", by numbering, or by a number (a birth
    year, an age) after which the next name follows. `this_year` decides the century of two-digit years; `common`: words of
    talk beside those that are known here, see `words_of_talk.kind_of`.
    """
    without_days = _WEEKDAY.sub(" ", without_senders(typographic(text)))
    plain = _LONG_NUMBER.sub(" ", dates_as_years(_OF_A_NUMBER.sub(" ", without_days)))
    listing = _Listing(this_year, common)
    for item in items(_without_kin_in_brackets(plain)):
        for phrase in _parted_at_links(words_in(item)):
            own = without_words_before(phrase)
            listing.hear(names_only(own, behind_others=bool(listing.people)), said=phrase)
    return listing.named()


def _without_kin_in_brackets(text: str) -> str:
    """ "Ho Thi B (vo)" without the bracket, "Ho Thi B (1985)" without the brackets only."""
    return str(_IN_BRACKETS.sub(lambda found: f" {found[1]} " if name_in(words_in(found[1])) else " ", text))


def _parted_at_links(words: list[Word]) -> Iterator[list[Word]]:
    phrase: list[Word] = []
    for at, word in enumerate(words):
        if word.written.lower() in LINKS and _links(word, phrase, words[at + 1 :]):
            yield phrase
            phrase = []
        else:
            phrase.append(word)
    yield phrase


def _links(word: Word, before: list[Word], after: list[Word]) -> bool:
    """Whether a "va" stands between two persons and is not the Va of "Ho Thi Va"."""
    if not before or before[-1].is_number:
        return True
    if before[-1].key in MIDDLE_NAMES:
        return False
    if is_lower_among(word, before + after):
        return True
    if not after or after[0].is_number:
        return len(before) >= 3
    # "Ho Va Thanh" in title case is one name; "HO VAN A VA HO THI B" and "thanh va xon" are two.
    return not word.written.istitle() or (len(before) >= 2 and len(after) >= 2)


def _counts(number: Word, after: str) -> bool:
    """Whether a number and the word behind it are a count or an age; "1960 người Kinh" is a birth year."""
    return number.is_number and after in COUNTED | AGES and (after in AGES or len(number.key) < _YEAR_DIGITS)


_YES = frozenset({"duoc", "roi", "dung", "phai", "da", "u", "vay", "the", "thoi", "con"})
"""Beside names they are somebody's answer, and nobody's name."""


def _has_surname(name: str) -> bool:
    first, *others = name.split()
    return bool(others) and matching_key(first) in SURNAMES


@dataclass
class _Listing:
    """The people heard so far; years find the person that they belong to."""

    this_year: int
    common: Container[str] = ()
    people: list[SpokenPerson] = field(default_factory=list)
    understood: bool = True
    said: Sequence[Word] = ()
    # Whether something is said beside the names that is no name and no courtesy: among that only a surname shows one.
    talks: bool = False

    def named(self) -> tuple[SpokenPerson, ...]:
        """Who is named in all that was heard."""
        if not self.understood or (self.talks and not any(_has_surname(one.name) for one in self.people)):
            return ()
        others = [one for one in self.people if one.sure or matching_key(one.name) not in _YES]
        return tuple((others or self.people)[:MOST_PEOPLE])

    def hear(self, phrase: list[Word], *, said: Sequence[Word]) -> None:
        """Add the people of one item: words up to a number are a name, the number its year. `said`: all its words."""
        before, self.said = len(self.people), said
        self._hear(phrase)
        plain = all(word.is_number or wraps_names(word.key) or is_kin(word.written) for word in said)
        self.talks = self.talks or (len(self.people) == before and not plain)

    def _hear(self, phrase: list[Word]) -> None:
        name: list[Word] = []
        year_in_front: int | None = None
        for at, word in enumerate(phrase):
            if not word.is_number:
                if not (at and _counts(phrase[at - 1], word.key)):
                    name.append(word)
                continue
            year = self._year(word, phrase[at + 1].key if at + 1 < len(phrase) else "")
            if name:
                self._add(name, year or year_in_front)
                # "con tôi 5 tuổi tên Y Na": nobody has been named before the age.
                aged = at + 1 < len(phrase) and phrase[at + 1].key in AGES
                name, year_in_front = [], year if aged and not self.people else None
            elif year and not self._completes(year) and len(word.key) == 4:
                year_in_front = year
        if name and not (len(name) == 1 and name[0].key == "nam" and phrase[0] is not name[0]):
            # "Hồ Văn Mai 12-5-80 nam": a man, and nobody called Nam.
            self._add(name, year_in_front)

    def _year(self, number: Word, after: str) -> int | None:
        if after in AGES:
            return year_of_age(number.key, this_year=self.this_year)
        return None if _counts(number, after) else full_year(number.key, this_year=self.this_year)

    def _add(self, words: list[Word], year: int | None) -> None:
        own = without_year_words(words) if year else words
        if not own and year:
            if self._completes(year) or len(words) > 1 or words[0].key != "nam" or words[0].written.islower():
                return
            own = words  # "Nam 1970" with nobody whose year it could be
        name = name_in(own)
        starts = parted([word.key for word in name]) if name else [0]
        for start, end in pairwise(starts):
            own = without_kin_behind(name[start:end])
            self._keep(own if end - start <= LONGEST_NAME else name[start:end], None)
        self._keep(name[starts[-1] :], year)

    def _keep(self, name: list[Word], year: int | None) -> None:
        # A name in letters that cannot be sent could not be echoed, and nobody has one on a card here.
        if year is None and (
            is_nobody(" ".join(word.key for word in name))
            or (is_talk([word.written for word in name]) and not has_title([word.written for word in name]))
        ):
            return
        if year is not None and is_remark(name):
            return
        name, likely = through_the_gate(name, said=self.said, born=year is not None, common=self.common)
        if name and likely is Likely.NOT and len(name) <= LONGEST_NAME:
            return
        # "ß" could be sent, and is no letter of a name that keys know.
        sendable = all(word.key for word in name) and not outside_gsm7(fold(title(name)))
        self.understood = self.understood and len(name) <= LONGEST_NAME and sendable
        if name:
            self.people.append(SpokenPerson(title(name), year, likely is Likely.SURE))

    def _completes(self, year: int) -> bool:
        """Give a year that stands alone to the last person, if one still lacks it."""
        if not self.people or self.people[-1].birth_year is not None:
            return False
        self.people[-1] = replace(self.people[-1], birth_year=year)
        return True
