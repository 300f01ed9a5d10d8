"""The people named among the other words of a text: "dk ho van a 1985 va vo ca roong 1 thu 4" → Ho Van A, 1985.

A list that was asked for is read by `people_names`; here a name must show itself: by a surname and "văn" or "thị", by a
surname and a birth year, by "tên là", or by standing in a list beside such a name. What is in doubt is no name.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from helpdesk.text.folding import fold
from helpdesk.text.people.adjacent_names import begins_another
from helpdesk.text.people.gate import through_the_gate
from helpdesk.text.people.kin_words import says_whose_kin
from helpdesk.text.people.likely_names import Likely
from helpdesk.text.people.name_words import AGES, COUNTED
from helpdesk.text.people.names_that_are_words import GIVEN, is_named
from helpdesk.text.people.numbering import numbering_in
from helpdesk.text.people.spoken_names import Word, title
from helpdesk.text.people.words_around_names import (
    BEFORE_A_NAME,
    BETWEEN_AGE_AND_NAME,
    BETWEEN_WISH_AND_NAME,
    BORN,
    ENDS,
    GLUED,
    LINKED,
    MIDDLE_HERE,
    NO_NAME_AFTER,
    OF_TWO,
    OFFICES,
    SURE_SURNAMES,
    SURNAMES_HERE,
    SURNAMES_TYPED,
    TO_BOOK,
    WHOSE,
)
from helpdesk.text.segments import outside_gsm7
from helpdesk.text.tokens import Kind, Token
from helpdesk.text.years.birth_years import full_year, year_of_age
from helpdesk.text.years.year_apart import year_apart

LONGEST = 5
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person named: the name in title case with the accents as typed; the tokens of name and year."""

    name: str
    birth_year: int | None
    start: int
    end: int
    # Words that look like a name in their place, and are none: "5 hộ nghe". The topic is still read without them.
    nobody: bool = False


def find_people(
    tokens: Sequence[Token],
    *,
    taken: set[int],
    births: Mapping[int, int],
    this_year: int,
    common: Container[str],
) -> list[NamedPerson]:
    """The people named in tokens that are not `taken` by places and dates, in order. Never raises.

    `births`: tokens that are dates of birth; `common`: keys of words that are met in such texts and name nobody
    where nothing says that they do.
    """
    return _Finder(tokens, taken, births, this_year, common).find()


_WHO_WRITES, _NO_NAME_ON = {"toi", "tui", "em", "minh"}, {"sinh", "sn", "nam", "ten", "la", "di", "khong"}


class _Finder:
    def __init__(
        self,
        tokens: Sequence[Token],
        taken: set[int],
        births: Mapping[int, int],
        this_year: int,
        common: Container[str],
    ) -> None:
        self.tokens = tokens
        self.numbering = numbering_in(tokens, taken=taken)
        self.taken = (
            taken | self.numbering | {at for at, token in enumerate(tokens) if not _sendable(token.written)}
        )
        self.births = births
        self.this_year = this_year
        self.common = common
        words = [token.written for token in tokens if token.kind is Kind.WORD]
        upper = sum(word.isupper() for word in words)
        self.mixed = 0 < sum(word[0].isupper() for word in words) < len(words) and upper * 2 < len(words)

    def find(self) -> list[NamedPerson]:
        found = self._one_by_one([])
        if found and self._more_before(found):
            # "Y Cuc, y nuong": whoever stands before a name that shows itself is named, too.
            found = self._one_by_one(found)
        if found:
            found += self._beside(found)
            found.sort(key=lambda person: person.start)
        found = [self._gated(person) for person in found]
        used = {at for person in found for at in range(person.start, person.end)}
        return [self._with_age_before(person, used) for person in found]

    def _gated(self, person: NamedPerson) -> NamedPerson:
        """The person through the gate for names; what is in doubt stays, where a sentence shows it."""
        first, words = person.start, len(person.name.split())
        before = [] if first - 1 in self.numbering else self.tokens[max(first - 1, 0) : first]
        said = [Word(one.written, one.key) for one in [*before, *self.tokens[first : first + words]]]
        born = person.birth_year is not None
        name, likely = through_the_gate(said[len(before) :], said=said, born=born)
        return replace(person, name=title(name), nobody=not born and likely is Likely.NOT)

    def _one_by_one(self, known: Sequence[NamedPerson]) -> list[NamedPerson]:
        """Who is named, from the first word on. `known`: others of whom that is sure already."""
        found: list[NamedPerson] = []
        at = 0
        while at < len(self.tokens):
            person = self._person_at(at, after=[*known, *found])
            if person is None:
                at += 1
                continue
            found.append(person)
            at = person.end
        return found

    def _more_before(self, found: Sequence[NamedPerson]) -> bool:
        """Whether a surname that may be one stands before those who are found."""
        before = range(found[-1].start)
        used = {at for person in found for at in range(person.start, person.end)}
        return any(at not in used and self._key(at) in OF_TWO for at in before)

    def _with_age_before(self, person: NamedPerson, used: set[int]) -> NamedPerson:
        """With the age that stands before a name: "con tôi 5 tuổi tên Y Na"."""
        at = person.start - 1
        while at >= 0 and at not in used and self._key(at) in BETWEEN_AGE_AND_NAME:
            at -= 1
        if (
            person.birth_year is not None
            or at < 1
            or {at, at - 1} & used
            or self._key(at) not in AGES - {"t"}
        ):
            return self._with_year_before(person, at, used)
        return replace(person, birth_year=year_of_age(self.tokens[at - 1].key, this_year=self.this_year))

    def _with_year_before(self, person: NamedPerson, at: int, used: set[int]) -> NamedPerson:
        """With the year that stands there: "sn 1958 ten Dinh Van Loi"."""
        born = self._key(at - 1) in BORN - {"in", "ngay"}
        if person.birth_year is not None or not born or at in used or not self.tokens[at].is_number:
            return person
        return replace(person, birth_year=full_year(self._key(at), this_year=self.this_year))

    def _parted(self, at: int) -> bool:
        return self.tokens[at].parted or at - 1 in self.numbering

    def _free(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and at not in self.taken and self.tokens[at].kind is Kind.WORD

    def _key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) and at not in self.taken else ""

    def _person_at(self, at: int, *, after: list[NamedPerson]) -> NamedPerson | None:
        if not self._free(at):
            return None
        key = self._key(at)
        follows = self._free(at + 1) and not self.tokens[at + 1].parted
        if key in GLUED and follows:
            return self._grown(at, at + 2)
        if key in SURNAMES_HERE and follows and self._key(at + 1) in MIDDLE_HERE and self._free(at + 2):
            if self.tokens[at + 2].parted:
                return None
            person = self._grown(at, at + 3)
            return None if self._is_condition(at) and not self._has_year(person) else person
        if key in SURNAMES_HERE and follows and self._may_be_surname(at):
            person = self._grown(at, at + 2)
            if self._has_year(person) or self._shows_itself(at, person, after):
                return person
        of_kin = says_whose_kin([token.written for token in self.tokens[max(at - 1, 0) : at + 1]])
        return None if of_kin else self._before_a_year(at) or self._everyday_name(at, after)

    def _is_condition(self, at: int) -> bool:
        """Whether "lam thi" are no names: "không làm thì sao"."""
        typed = self.tokens[at : at + 2]
        if self._key(at + 1) == "thi" and typed[1].written.casefold() == "thì":
            return True
        return self._key(at) == "lam" and self._key(at + 1) == "thi" and not typed[1].written[0].isupper()

    def _everyday_name(self, at: int, after: list[NamedPerson]) -> NamedPerson | None:
        """One word that has another meaning, too, and a year: "huy 1990"."""
        if self._key(at) not in GIVEN:
            return None
        adjacent = any(other.end == at for other in after)
        with_year = any(self._has_year(other) for other in after)
        begins = at == 0 or adjacent or self._parted(at)
        if not is_named(self.tokens, at, begins=begins, behind_another=with_year):
            return None
        person = self._with_year(at, at + 1)
        return person if self._has_year(person) else None

    def _may_be_surname(self, at: int) -> bool:
        key, after = self._key(at), self._key(at + 1)
        if after in NO_NAME_AFTER.get(key, ()):
            # "Hộ có" and "hộ gia đình" have no birth year behind them.
            of_two = (
                key == "ho" and after in ("co", "noi", "bao", "gia") and self._key(at - 1) in BEFORE_A_NAME
            )
            return of_two and self._has_year(self._grown(at, at + 2))
        if key == "vo" and after in SURE_SURNAMES and self._key(at + 2) in MIDDLE_HERE:
            return False  # "vợ Hồ Thị Bé": his wife, and nobody called Võ Hồ
        his_wife = key == "vo" and after in _WHO_WRITES and self.tokens[at].written.casefold() != "võ"
        if his_wife and (self._key(at + 2) in _NO_NAME_ON or not self._free(at + 2)):
            return False  # "vợ tôi sinh 1983": his wife, and nobody called Võ Tới
        if (key, after) == ("vo", "y") and self._free(at + 2):
            return False  # "vợ Y Thơm": nobody has a surname in front of Y
        word = self.tokens[at]
        return not word.accented or word.written.casefold() in SURNAMES_TYPED

    def _shows_itself(self, at: int, person: NamedPerson, after: list[NamedPerson]) -> bool:
        """Whether a surname without "văn" or "thị" and without a year is one: after "tên là", or in capitals."""
        end = person.end
        whole = (
            end == len(self.tokens)
            or self.tokens[end].parted
            or end in self.taken
            or self._key(end) in ENDS
            or self._begins_another(at, end)
            or self._names_an_office(at, end)
        )
        capitals = self.mixed and all(self.tokens[near].written[0].isupper() for near in (at, at + 1))
        key = self._key(at)
        if capitals and (key in SURE_SURNAMES or key == "y" or bool(after)):
            return whole
        adjacent = any(other.end == at for other in after)
        linked = bool(after) and self._key(at - 1) in LINKED
        asked_for = key in OF_TWO and self._is_asked_for(at)
        begins = at == 0 or adjacent or linked or asked_for or self._parted(at)
        beside = whole and (begins or self._key(at - 1) in BEFORE_A_NAME)
        if beside and at - 1 in self.numbering and (key == "y" or key in SURE_SURNAMES):
            return True  # "7/ ho bay 8/ ho tam": who numbers lists people
        if beside and asked_for:
            return key == "y" or self._key(at + 1) not in WHOSE
        if key == "y":
            # Among other names "Y Cuc" is one, whatever else "cuc" may mean.
            return beside and (bool(after) or (end - at == 2 and self._key(at + 1) not in self.common))
        plain = all(self._key(near) not in self.common for near in range(at + 1, end))
        return beside and key in SURE_SURNAMES and (plain or bool(after) or self._key(at - 1) == "ten")

    def _is_asked_for(self, at: int) -> bool:
        """Whether a place is asked for right before: "dk y cuc", "đăng ký cho y cúc", "dk 3 nguoi y lan"."""
        at -= 1
        while at > 0 and (self._key(at) in BETWEEN_WISH_AND_NAME or self.tokens[at].is_number):
            at -= 1
        return self._key(at) in TO_BOOK

    def _grown(self, start: int, end: int) -> NamedPerson:
        """A name from its first words on: until something parts it from what follows."""
        capital = self.mixed and self.tokens[start].written[0].isupper()
        while (
            end < len(self.tokens)
            and end - start < LONGEST
            and self._free(end)
            and not self.tokens[end].parted
        ):
            word = self.tokens[end]
            if capital and not word.written[0].isupper():
                break
            if word.key in ENDS and not (capital and word.written[0].isupper()):
                break
            if self._begins_another(start, end) or self._names_an_office(start, end):
                break
            end += 1
        return self._with_year(start, end)

    def _names_an_office(self, start: int, at: int) -> bool:
        """Whether "trung tâm", "ủy ban" follow a whole name: that is where, and no part of it."""
        whole = 3 if self._key(start + 1) in MIDDLE_HERE else 2
        return at - start >= whole and (self._key(at), self._key(at + 1)) in OFFICES

    def _begins_another(self, start: int, at: int) -> bool:
        key, after = self._key(at), self._key(at + 1)
        if key in GLUED or (key in SURNAMES_HERE and after in MIDDLE_HERE and self._free(at + 2)):
            return True
        if not self._free(at + 1) or self.tokens[at + 1].parted or after in NO_NAME_AFTER.get(key, ()):
            return False
        near = [self._key(near) for near in range(start, min(at + 3, len(self.tokens)))]
        return key == "y" or begins_another(near, 0, at - start)

    def _with_year(self, start: int, end: int) -> NamedPerson:
        year, stop = self._year_after(end)
        words = [Word(token.written, token.key) for token in self.tokens[start:end]]
        return NamedPerson(title(words), year, start, stop)

    def _year_after(self, end: int) -> tuple[int | None, int]:
        at = end
        marked = False
        while self._key(at) in BORN and at - end < 3:
            marked = True
            at += 1
        at += marked and self._key(at) == "thang" and at + 1 in self.births
        if at in self.births:
            born = self.births[at]
            while self.births.get(at) == born:
                at += 1
            return born, at
        age = self._age_at(at)
        if age:
            return year_of_age(self.tokens[at].key, this_year=self.this_year), at + age
        if at < len(self.tokens) and at not in self.taken and self.tokens[at].is_number:
            year = full_year(self.tokens[at].key, this_year=self.this_year)
            counts = self._key(at + 1) in COUNTED | {"suat", "cho"} and len(self.tokens[at].key) != 4
            if (
                year is not None
                and not counts
                and (marked or len(self.tokens[at].key) == 4 or self._two_digits(at))
            ):
                return year, at + 1
        return year_apart(self.tokens, end, this_year=self.this_year), end

    def _age_at(self, at: int) -> int:
        """How many tokens say an age there: "80 tuổi", "80t"; 0 for none. "80 t6" is a year and a Friday."""
        if at >= len(self.tokens) or at in self.taken or not self.tokens[at].is_number:
            return 0
        begins_a_day = at + 2 < len(self.tokens) and self.tokens[at + 2].is_number
        said = self._key(at + 1)
        return 2 if said in AGES and not (said == "t" and begins_a_day) else 0

    def _has_year(self, person: NamedPerson) -> bool:
        """Whether a birth year shows that this is a name; everybody speaks of ages: "con tôi 8 tuổi"."""
        return person.birth_year is not None and self.tokens[person.end - 1].key not in AGES

    def _two_digits(self, at: int) -> bool:
        """Whether "88" behind a name is a year: it has two digits, so that numbering is none."""
        return len(self.tokens[at].key) == 2

    def _before_a_year(self, at: int) -> NamedPerson | None:
        """Up to four words of which nobody knows another meaning, and a year: "thanh 1985"."""
        if not self._unknown(at) or (at and self._unknown(at - 1) and not self._parted(at)):
            return None
        end = at + 1
        while self._unknown(end) and not self.tokens[end].parted and end - at < LONGEST:
            end += 1
        person = self._with_year(at, end)
        return person if self._has_year(person) else None

    def _unknown(self, at: int) -> bool:
        if not self._free(at):
            return False
        token = self.tokens[at]
        if len(token.key) < 2 or token.key in ENDS or token.key == "nam":
            return False
        capital = self.mixed and token.written[0].isupper() and at > 0
        return capital or token.key not in self.common

    def _beside(self, found: list[NamedPerson]) -> list[NamedPerson]:
        """Names that stand alone between commas or "và", where others are named."""
        used = {at for person in found for at in range(person.start, person.end)}
        more: list[NamedPerson] = []
        at = 0
        while at < len(self.tokens):
            begins = at and (self._parted(at) or self._key(at - 1) in ("va", "voi", "and"))
            if at in used or not begins or not self._list_word(at):
                at += 1
                continue
            end = at + 1
            while (
                end < len(self.tokens)
                and end not in used
                and not self.tokens[end].parted
                and self._list_word(end)
            ):
                end += 1
            over = end == len(self.tokens) or self.tokens[end].parted or end in used or end in self.taken
            after_list = any(person.end <= at for person in found)
            plain = all(self.tokens[near].key not in self.common for near in range(at, end))
            if (over or self._key(end) in ENDS) and end - at <= 4 and after_list and (plain or end - at > 1):
                more.append(self._with_year(at, end))
            at = end
        return more

    def _list_word(self, at: int) -> bool:
        return (
            self._free(at)
            and self.tokens[at].key not in ENDS
            and (
                self.tokens[at].key not in self.common
                or (self.mixed and self.tokens[at].written[0].isupper())
            )
        )


def _sendable(word: str) -> bool:
    """Whether it can be echoed: nobody has a name in other letters on a card here."""
    return word.isascii() or not outside_gsm7(fold(word))
