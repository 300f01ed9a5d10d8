"""What a booked person needs from those who receive her, and what she is to whoever booked: never asked, only noted.

Which language somebody speaks is not kept, only that somebody must translate: ethnic origin is sensitive (Law
91/2025/QH15).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """The ids under which needs stand in the database."""

    LENT_PHONE = "lent_phone"
    OWN_SIM = "own_sim"
    READING = "reading"
    HOME_VISIT = "home_visit"
    LANGUAGE = "language"


class Relation(StrEnum):
    """What a person is to whoever booked for her: the word that was said, or a wider one that an official chose."""

    SELF = "self"
    WIFE = "wife"
    HUSBAND = "husband"
    SON_OR_DAUGHTER = "son_or_daughter"
    GRANDCHILD = "grandchild"
    MOTHER = "mother"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    GRANDMOTHER = "grandmother"
    OLDER_BROTHER = "older_brother"
    OLDER_SISTER = "older_sister"
    YOUNGER_SIBLING = "younger_sibling"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class Label:
    """What a need is called, and its mark where each letter is paid for, in a list by SMS."""

    vietnamese: str
    english: str
    mark: str


LABELS: dict[Need, Label] = {
    Need.LENT_PHONE: Label("mượn máy kích hoạt", "a lent phone to activate", "may"),
    Need.OWN_SIM: Label("làm SIM tên mình", "a SIM in her own name", "SIM"),
    Need.READING: Label("giúp đọc, viết", "help to read and write", "doc"),
    Need.HOME_VISIT: Label("xe lăn hoặc đến nhà", "a wheelchair or a visit at home", "den nha"),
    Need.LANGUAGE: Label("người dịch tiếng", "somebody to translate", "dich"),
}

RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.SELF: ("chính mình", "herself"),
    Relation.WIFE: ("vợ", "wife"),
    Relation.HUSBAND: ("chồng", "husband"),
    Relation.SON_OR_DAUGHTER: ("con", "son or daughter"),
    Relation.GRANDCHILD: ("cháu", "grandchild, niece or nephew"),
    Relation.MOTHER: ("mẹ", "mother"),
    Relation.FATHER: ("cha", "father"),
    Relation.GRANDFATHER: ("ông", "grandfather"),
    Relation.GRANDMOTHER: ("bà", "grandmother"),
    Relation.OLDER_BROTHER: ("anh", "older brother"),
    Relation.OLDER_SISTER: ("chị", "older sister"),
    Relation.YOUNGER_SIBLING: ("em", "younger brother or sister"),
    Relation.SPOUSE: ("vợ, chồng", "wife or husband"),
    Relation.CHILD: ("con, cháu", "child"),
    Relation.PARENT: ("cha mẹ, ông bà", "parent"),
    Relation.RELATIVE: ("họ hàng", "relative"),
    Relation.NEIGHBOUR: ("hàng xóm", "neighbour"),
}
"""What relations are called, in Vietnamese and in English."""

WIDER = frozenset({Relation.SPOUSE, Relation.CHILD, Relation.PARENT})
"""Words that say less than others do: shown where they stand, and chosen no more."""


def needs_of(words: Iterable[str] | None) -> tuple[Need, ...]:
    """The needs that are named, each once and in the order of the enum; a word that this version does not know is none."""
    named = set(words or ())
    return tuple(need for need in Need if need.value in named)


def relation_of(word: str | None) -> Relation | None:
    """The relation that is named, if this version knows it."""
    return Relation(word) if word in set(Relation) else None


def called(needs: Iterable[Need], *, language: str = "vi") -> str:
    """The needs in words: "mượn máy kích hoạt, giúp đọc, viết"."""
    labels = (LABELS[need] for need in needs)
    return "; ".join(label.english if language == "en" else label.vietnamese for label in labels)


def marks(needs: Iterable[Need]) -> str:
    """The needs in marks: "may, doc"."""
    return ", ".join(LABELS[need].mark for need in needs)
