"""helpdesk/text/nobodies.py, and the words around names in people_names.py: what is nobody. All are invented."""

import pytest

from helpdesk.text.people_names import parse_people

CO, MAI = ("Ho Thi Co", 1960), ("Ho Van Mai", 1958)


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
