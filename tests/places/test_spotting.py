"""helpdesk/places/spotting.py: places among other words, on the sample places."""

from dataclasses import replace

import pytest
from hypothesis import given

from helpdesk.places.sample import without_database
from helpdesk.places.spotting import index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.tokens import tokens_of
from tests.text import vietnamese

PLACES = tuple(without_database())
INDEX = index_of(PLACES)


def spotted(text: str) -> list[str]:
    found = spot_place(tokens_of(text), INDEX, taken=set())
    assert (found.place is not None) == (len(found.candidates) == 1)
    return [place.name for place in found.candidates]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dk ho van a ca roong 1 nhe", "Cà Roòng 1"),
        ("ca rong 2", "Cà Roòng 2"),
        ("caroong1", "Cà Roòng 1"),
        ("dk ho pot ban 3 9", "Bản 39"),
        ("ho van a 1990 co do mai", "Cờ Đỏ"),
        ("ho van a 46t tuoc", "Tuộc"),
        ("ca roong hai", "Cà Roòng 2"),
        ("o ban tuocc di", "Tuộc"),
        ("toi o Tuoc", "Tuộc"),
        ("hanong", "Hà Nông"),
        ("con roag", "Cồn Roàng"),
        ("bai zinh", "Bãi Dinh"),
        ("K-Ai", "K-Ai"),
        ("yleng", "Y Leng"),
        ("b39", "Bản 39"),
        ("ban 39", "Bản 39"),
        ("dat cho ban do", "Dộ"),
        ("Dộ", "Dộ"),
        ("y leng xa dan hoa", "Y Leng"),
        ("o ra mai", "Ra Mai"),
        ("o ban Do", "Dộ"),
        ("bản Dộ", "Dộ"),
        ("dk ho van a 1985 ban toc", "Tuộc"),
        ("dk ho pot co đo", "Cờ Đỏ"),
        ("dk ba loc 1971 trung tam thuong trach", "Thượng Trạch"),
        ("dk bà lộc trung tam thuong trach", "Thượng Trạch"),
        ("dk y pleng 1971 thuong trach", "Thượng Trạch"),
        ("dk y leng thuong trach", "Thượng Trạch"),
        ("đặt cho bà lòm 1960 bản tuộc", "Tuộc"),
        ("dk ho van a 1985 o y leng 1971", "Y Leng"),
    ],
)
def test_a_village_is_found_among_other_words(text: str, name: str) -> None:
    assert spotted(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "dan hoa",
        "dat cho dan hoa thu 7",
        "dan hoa sang mai",
        "Dân Hóa",
        "dk o dan hoa",
        "xa dan hoa",
        "danhoa",
    ],
)
def test_a_commune_means_its_centre(text: str) -> None:
    assert spotted(text) == ["Dân Hóa"]


@pytest.mark.parametrize(
    "text", ["thuog trach", "thuong tach", "dk ho van a 1985 trung tam xa thuog trach thu 4", "thuong trac"]
)
def test_a_letter_lost_in_the_long_name_of_a_commune_is_found(text: str) -> None:
    assert spotted(text) == ["Thượng Trạch"]


@pytest.mark.parametrize("text", ["dang ky thuong tru", "binh thuong thoi", "thuong nhat"])
def test_words_that_are_like_it_are_no_commune(text: str) -> None:
    assert spotted(text) == []


def test_a_name_that_several_villages_share_is_not_one_of_them() -> None:
    assert spotted("dk ca roong 3 nguoi") == ["Cà Roòng 1", "Cà Roòng 2"]


@pytest.mark.parametrize(
    "text",
    [
        "o do",
        "nguoi dan hoa thuan",
        "nhân dân hòa bình",
        "khong ai biet",
        "200 dong",
        "ca roong 3",
        "ho thi si",
        "dong y",
        "bac si",
        "ngay mai ra",
        "ban ha noi",
        "ban do",
        "khi nao ve ban do",
        "ban coc",
        "ban khac",
        "ban cay",
        "dong",
        "toi o dong hoi",
        "Đồng Hới",
        "liet giuong",
        "mua thuoc",
        "co giao",
        "cat toc",
        "y pleng 1971",
        "ba loc 1960",
        "bà lòm 1960",
        "",
    ],
)
def test_everyday_words_and_numbers_that_are_not_there_are_no_village(text: str) -> None:
    assert spotted(text) == []


def test_where_there_are_no_places_none_is_found() -> None:
    assert spot_place(tokens_of("ca roong 1"), index_of(()), taken=set()).candidates == ()


@given(vietnamese.texts())
def test_any_text_is_looked_through(text: str) -> None:
    spotted(text)


def test_neighbours_are_no_hamlet() -> None:
    assert spotted("toi dat cho hang xom co duoc khong") == []
    assert spotted("o xom tuoc") == ["Tuộc"]


def test_a_commune_is_found_by_what_it_was_called_before() -> None:
    places = [
        replace(place, aliases=(*place.aliases, "Trọng Hóa")) if place.code == "trung-tam-dan-hoa" else place
        for place in without_database()
    ]
    found = spot_place(tokens_of("dk ho pot xa trong hoa thu 6"), index_of(places), taken=set()).place
    assert found is not None
    assert (found.commune, found.kind) == ("Dân Hóa", PlaceKind.CENTRE)
