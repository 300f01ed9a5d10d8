"""helpdesk/text/people/told_beside_names.py: an ethnicity, an illness, a sex or thanks is nobody, whoever stands before it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.text.people.name_words import SURNAMES
from helpdesk.text.people.people_names import parse_people

THIS_YEAR = 2026

TOLD = (
    *(
        "dan toc Bru",
        "dan toc Van Kieu",
        "dan toc kinh",
        "bi liet",
        "bi benh tim",
        "bi tai bien",
        "bi mu ca hai mat",
    ),
    *(
        "dang co bau",
        "mang thai",
        "khuyet tat nang",
        "tam than",
        "gia yeu",
        "benh nang",
        "liet giuong",
        "cam diec",
    ),
    *(
        "ho ngheo",
        "can ngheo",
        "o ban tren",
        "truong ban Tuoc",
        "cam on can bo",
        "xin cam on",
        "phai khong",
        "khong co the",
    ),
)
BEHIND_A_YEAR = ("dong y", "nu", "nam", "ok", "Bru", "van kieu", "chao can bo", "xong roi")
GIVEN = ("Co", "Mai", "Dong", "Nam", "Nu", "Bi", "Binh", "Benh", "Hoa", "Xon", "Lan", "Thai", "Can")

surnames = st.sampled_from(sorted(SURNAMES)).map(str.capitalize)
full_names = st.builds("{} {} {}".format, surnames, st.sampled_from(["Van", "Thi"]), st.sampled_from(GIVEN))
names = full_names | st.builds("Y {}".format, st.sampled_from(["Dong", "Cuc", "Nu", "Bi", "Thai"]))


def _people(text: str) -> list[tuple[str, int | None]]:
    return [(one.name, one.birth_year) for one in parse_people(text, this_year=THIS_YEAR)]


@settings(max_examples=30)
@given(name=names, told=st.sampled_from([*TOLD, *BEHIND_A_YEAR]), comma=st.sampled_from([" ", ", "]))
def test_nobody_is_called_what_is_told_behind_a_year(name: str, told: str, comma: str) -> None:
    assert _people(f"{name} 1960{comma}{told}") == [(name, 1960)]


@settings(max_examples=30)
@given(name=full_names, told=st.sampled_from(TOLD), other=full_names)
def test_nor_before_the_year_or_between_two(name: str, told: str, other: str) -> None:
    assert _people(f"{name} {told}, {other} 1958 {told}") == [(name, None), (other, 1958)]


@settings(max_examples=30)
@given(name=full_names)
def test_a_sex_beside_a_whole_name_is_no_part_of_it(name: str) -> None:
    assert _people(f"{name} nu 1983") == [(name, 1983)]
    assert _people(f"nu {name} 1983") == [(name, 1983)]
    assert _people(f"nam {name} 1983") == [(name, 1983)]


@settings(max_examples=30)
@given(first=names, second=names, year=st.integers(1930, 2019))
def test_names_of_which_a_word_says_something_else_stay_names(first: str, second: str, year: int) -> None:
    assert _people(f"{first} {year}, {second} {year}") == [(first, year), (second, year)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ho Thi Co khoang 1950", [("Ho Thi Co", 1950)]),
        ("Ho Thi Co tuoi ty", [("Ho Thi Co", None)]),
        (
            "Ho Thi Co sinh ngay 01/01/1960 nu, Ho Van Mai 12-5-80 nam",
            [("Ho Thi Co", 1960), ("Ho Van Mai", 1980)],
        ),
        ("Nguyen Hoai Nam, Tran To Nu 1990", [("Nguyen Hoai Nam", None), ("Tran To Nu", 1990)]),
        ("dong y 1990", [("Dong Y", 1990)]),
        ("Ho Van A 1985, Nam 1990", [("Ho Van A", 1985), ("Nam", 1990)]),
        ("Ho Van A 1985, Kinh 1990", [("Ho Van A", 1985), ("Kinh", 1990)]),
        ("Ho Thi Co 1960. Ky ten: Ho Van Mai truong ban", [("Ho Thi Co", 1960)]),
        ("Ho Thi Co 1960, nguoi dat Ho Van Mai", [("Ho Thi Co", 1960)]),
        (
            "Toi la Ho Van Mai truong ban, dat cho Ho Thi Co 1960, Y Dong 1990",
            [("Ho Thi Co", 1960), ("Y Dong", 1990)],
        ),
    ],
)
def test_as_people_write(text: str, people: list[tuple[str, int | None]]) -> None:
    assert _people(text) == people


CO, MAI = ("Ho Thi Co", 1960), ("Ho Van Mai", 1958)
WHOLE = [
    "nghe nghiep nong",
    "que quan quang tri",
    "dia chi ban tuoc",
    "ho can ngheo",
    "co con nho",
    "dang bi benh",
    "dang nuoi con",
    "bi tan tat",
    "bi yeu",
    "tai ban",
    "co duoc khong",
    "lat nua gui",
    "ti nua gui",
    "chieu gui",
    "mai gui",
    "mai bao",
    "phien qua",
    "ky ten",
    "nguoi kinh",
    "nguoi bru",
    "nguoi van kieu",
    "nha ong",
    "can cuoc",
    "so nha",
    "agree",
    "pregnant",
    "disabled",
    "female",
    "male",
    "my mother",
]


@pytest.mark.parametrize(
    "beside",
    [
        "dan toc Bru",
        "dân tộc Vân Kiều",
        "dang co bau",
        "bi liet",
        "bị bệnh tim",
        "ho ngheo",
        "o ban tren",
        "dong y",
        "nu",
        "phai khong",
    ],
)
def test_what_is_said_behind_a_birth_year_is_nobody(beside: str) -> None:
    assert [
        (one.name, one.birth_year) for one in parse_people(f"Ho Thi Co 1960 {beside}", this_year=2026)
    ] == [CO]


@pytest.mark.parametrize(
    "text",
    [
        "Ho Thi Co 1960 dan toc Van Kieu, Ho Van Mai 1958 dan toc Kinh",
        "Ho Thi Co sinh ngay 01/01/1960 nu, Ho Van Mai 12-5-58 nam",
        "nu Ho Thi Co 1960, nam Ho Van Mai 1958",
        "xin chao, Ho Thi Co nu 1960, Ho Van Mai khoang 1958, cam on can bo",
        "them Ho Thi Co 1960, them cho Ho Van Mai 1958",
        "vo chong Ho Thi Co 1960, Ho Van Mai 1958",
    ],
)
def test_two_are_two_whatever_stands_beside_them(text: str) -> None:
    assert [(one.name, one.birth_year) for one in parse_people(text, this_year=2026)] == [CO, MAI]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ho Thi Nu", "Ho Thi Nu"),
        ("Y Nu 1970", "Y Nu"),
        ("Nam 1970", "Nam"),
        ("Ho Thi Them", "Ho Thi Them"),
        ("Y Phien", "Y Phien"),
    ],
)
def test_names_that_are_such_words_are_names(text: str, name: str) -> None:
    assert [one.name for one in parse_people(text, this_year=2026)] == [name]


@pytest.mark.parametrize("text", ["them Ho Van Mai", "them cho Ho Van Mai", "them ten Ho Van Mai"])
def test_one_more_is_not_called_so(text: str) -> None:
    assert [one.name for one in parse_people(text, this_year=2026)] == ["Ho Van Mai"]


@pytest.mark.parametrize("told", WHOLE)
def test_an_item_without_a_year_that_tells_something_is_nobody_and_costs_nobody_her_year(told: str) -> None:
    for text in (
        f"Ho Thi Co 1960, {told}",
        f"Ho Thi Co 1960 {told}",
        f"Ho Thi Co 1960, {told}, Ho Van Mai 1958",
    ):
        named = [(one.name, one.birth_year) for one in parse_people(text, this_year=THIS_YEAR)]
        assert named == ([CO, MAI] if "Mai 1958" in text else [CO])


def test_people_counted_behind_a_number_are_no_year() -> None:
    assert [(one.name, one.birth_year) for one in parse_people("Ho Thi Co 3 nguoi", this_year=THIS_YEAR)] == [
        ("Ho Thi Co", None)
    ]
