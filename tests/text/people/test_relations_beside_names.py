"""helpdesk/text/people/relations_beside_names.py: what somebody who is named is to whoever writes. All persons are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.booking.persons.needs import Relation
from helpdesk.text.people.kin_words import KIN, KIN_OF_TWO, SELF
from helpdesk.text.people.name_words import SURNAMES
from helpdesk.text.people.people_names import parse_people
from helpdesk.text.people.relations_beside_names import relations_beside

YEAR = 2026
MOTHER_AND_SON = [("Ho Thi B", 1950, "mother"), ("Ho Van C", 2010, "son_or_daughter")]


def said(text: str) -> list[tuple[str, int | None, str | None]]:
    """Everybody named in a list, with what she is to whoever writes."""
    people = parse_people(text, this_year=YEAR)
    relations = dict(relations_beside(text, [one.name for one in people]))
    return [(one.name, one.birth_year, relations.get(one.name)) for one in people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("dk cho me toi Ho Thi B 1950 va con toi Ho Van C 2010", MOTHER_AND_SON),
        ("vo Ho Thi D", [("Ho Thi D", None, "wife")]),
        ("vợ: Hồ Thị D 1980", [("Hồ Thị D", 1980, "wife")]),
        ("vợ em Hồ Thị D", [("Hồ Thị D", None, "wife")]),
        ("con vo toi Ho Thi D", [("Ho Thi D", None, "wife")]),
        ("chong Dinh Xon 1970", [("Dinh Xon", 1970, "husband")]),
        ("hang xom Ho Van E 1970", [("Ho Van E", 1970, "neighbour")]),
        ("hàng xóm tôi Hồ Văn E", [("Hồ Văn E", None, "neighbour")]),
        ("ong noi Ho Van F 1940", [("Ho Van F", 1940, "grandfather")]),
        ("chau Ho Van C 2012", [("Ho Van C", 2012, "grandchild")]),
        ("con gai toi ten la y cuc", [("Y Cuc", None, "son_or_daughter")]),
        ("con dau toi Y Lan 1990", [("Y Lan", 1990, "son_or_daughter")]),
        ("me chong toi Ho Thi K 1955", [("Ho Thi K", 1955, "mother")]),
        ("anh trai toi Ho Van N 1975", [("Ho Van N", 1975, "older_brother")]),
        ("em gai Ho Thi M", [("Ho Thi M", None, "younger_sibling")]),
        ("nguoi nha Ho Van A", [("Ho Van A", None, "relative")]),
        ("Ho Thi B 1950 (me), Ho Van C 2010 (con)", MOTHER_AND_SON),
        ("Ho Thi B 1950 me toi, Ho Van C 2010 con trai", MOTHER_AND_SON),
        ("Ho Thi D la vo toi", [("Ho Thi D", None, "wife")]),
        ("Ho Thi D - vo", [("Ho Thi D", None, "wife")]),
        (
            "my wife Ho Thi D 1980 and my neighbour Ho Van E 1970",
            [("Ho Thi D", 1980, "wife"), ("Ho Van E", 1970, "neighbour")],
        ),
    ],
)
def test_a_word_of_kin_beside_a_name_is_kept_and_no_part_of_it(
    text: str, people: list[tuple[str, int | None, str | None]]
) -> None:
    assert said(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("toi Ho Van A 1980, vo Ho Thi D 1982", [("Ho Van A", 1980, SELF), ("Ho Thi D", 1982, "wife")]),
        ("ban than Ho Van A 1980", [("Ho Van A", 1980, SELF)]),
        ("Ho Van A 1980 ban than", [("Ho Van A", 1980, SELF)]),
        ("1. Ho Van A 1980 (toi) 2. Y Cuc", [("Ho Van A", 1980, SELF), ("Y Cuc", None, None)]),
        ("dat cho toi Ho Van A", [("Ho Van A", None, SELF)]),
        # She may want places for two others.
        ("dat cho toi Ho Van A, Ho Thi B", [("Ho Van A", None, None), ("Ho Thi B", None, None)]),
        ("ban toi Ho Van A 1980", [("Ho Van A", 1980, None)]),
    ],
)
def test_who_writes_is_herself(text: str, people: list[tuple[str, int | None, str | None]]) -> None:
    assert said(text) == people


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("ba Ho Thi E 1944", "grandmother"),
        ("ba Ho Van P 1944", "father"),
        ("ba noi Y Cuc 1944", "grandmother"),
        ("ba Y Cuc 1944", None),
        ("bà Y Cúc 1944", "grandmother"),
        ("ba tôi Đinh Xôn 1944", "father"),
    ],
)
def test_ba_is_the_father_or_the_grandmother_where_something_says_which(
    text: str, relation: str | None
) -> None:
    ((_, _, found),) = said(text)
    assert found == relation


@pytest.mark.parametrize(
    "text",
    [
        "vo chong Ho Van A 1980",
        "hai me con Ho Thi B",
        "em Ho Van A",
        "em la Ho Van A",
        "Ho Thi D, vo toi",
        "Võ Thị D",
        "Anh Minh 1980",
        "co Ho Thi B, chu Ho Van C",
    ],
)
def test_what_may_mean_two_things_says_nothing(text: str) -> None:
    assert {relation for _, _, relation in said(text)} == {None}


@pytest.mark.parametrize("text", ["hang xom", "em gai", "ban than", "vo chong toi", "bà nội"])
def test_kin_without_a_name_is_nobody(text: str) -> None:
    assert said(text) == []


@settings(max_examples=30, deadline=None)
@given(
    surname=st.sampled_from(sorted(SURNAMES)),
    middle=st.sampled_from(["Van", "Thi", ""]),
    word=st.sampled_from(sorted({*KIN, "ba"})),
    year=st.sampled_from(["", " 1990"]),
)
def test_a_name_that_is_a_word_of_kin_stays_a_name(surname: str, middle: str, word: str, year: str) -> None:
    name = " ".join(filter(None, (surname.title(), middle, word.title())))
    listed = f"{name}{year}, Ho Thi Lan 1985"
    assert [(one, relation) for one, _, relation in said(listed)] == [(name, None), ("Ho Thi Lan", None)]


def test_names_are_found_in_whatever_order_they_are_asked_for() -> None:
    text = "Ho Thi Me Ho Van C, vo Y Lan"
    assert relations_beside(text, ["Y Lan", "Ho Van C", "Ho Thi Me"]) == [("Y Lan", "wife")]


def test_every_word_is_one_that_is_kept() -> None:
    assert {*KIN.values(), *KIN_OF_TWO.values()} <= {relation.value for relation in Relation}


@settings(max_examples=30, deadline=None)
@given(text=st.text(alphabet="abcho vot imeng,.()- 19ạ\n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    people = parse_people(text, this_year=YEAR)
    found = relations_beside(text, [one.name for one in people])
    assert {name for name, _ in found} <= {one.name for one in people}


@pytest.mark.parametrize(
    "text", ["kinh gui can bo: Ho Van Thom 1966", "dk gium em voi, em ten Y Hoa sinh 1999"]
)
def test_an_official_and_who_writes_are_nobodys_kin(text: str) -> None:
    assert [relation for _, _, relation in said(text)] == [None]
