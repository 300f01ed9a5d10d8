"""helpdesk/text/people/names_in_sentences.py: names among other words. All persons are invented samples."""

import pytest
from hypothesis import given

from helpdesk.text.days.spoken_dates import births_in
from helpdesk.text.people.names_in_sentences import find_people
from helpdesk.text.tokens import tokens_of
from tests.text import vietnamese
from tests.text.days.test_spoken_dates import TODAY

_WORDS = "dang ky dat cho lam muc dinh danh can cuoc mang gi sim mai huy hen chong vo thu tuc bao giay to cap em bo sinh"
COMMON = frozenset(_WORDS.split())


def heard(text: str) -> list[tuple[str, int | None]]:
    tokens = tokens_of(text)
    births = births_in(tokens, today=TODAY)
    people = find_people(tokens, taken=set(), births=births, this_year=2026, common=COMMON)
    return [(person.name, person.birth_year) for person in people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("dk ho van an 1985", [("Ho Van An", 1985)]),
        ("vo toi sinh 1983", []),
        ("Vo em 1990", []),
        ("DK VO TOI 1988, EM TRAI 1990, HO VAN A 1985", [("Ho Van A", 1985)]),
        ("me minh 1950, ho van a 1985", [("Ho Van A", 1985)]),
        ("Võ Tới 1988", [("Võ Tới", 1988)]),
        ("Vo Minh Anh 1990", [("Vo Minh Anh", 1990)]),
        ("dk ho khien, thu 6", [("Ho Khien", None)]),
        ("dk dinhh van kha 1992", [("Dinhh Van Kha", 1992)]),
        ("bo em sn 1958 ten Dinh Van Loi", [("Dinh Van Loi", 1958)]),
        ("em ten Ho Thi An, em sinh nam 1999", [("Ho Thi An", 1999)]),
        ("ho van an sinh ngay 1 thang 2 nam 1980", [("Ho Van An", 1980)]),
        ("ho van an sinh thang 2/1980", [("Ho Van An", 1980)]),
        ("DK HO VAN A 1985, HO THI B 1990", [("Ho Van A", 1985), ("Ho Thi B", 1990)]),
        ("đặt cho Hồ Thị Huy 1990 và Hồ Văn Mai 1986", [("Hồ Thị Huy", 1990), ("Hồ Văn Mai", 1986)]),
        ("dk cho cao thi nhe 02", [("Cao Thi Nhe", 2002)]),
        ("ho van dung sinh 1990", [("Ho Van Dung", 1990)]),
        ("Đinh Gia Bảo 2016", [("Đinh Gia Bảo", 2016)]),
        ("dat cho Y Phun 1990, Y Lan 1992", [("Y Phun", 1990), ("Y Lan", 1992)]),
        ("ho thi vang 24/5/1985", [("Ho Thi Vang", 1985)]),
        ("dk hovan tiem 1980", [("Hovan Tiem", 1980)]),
        ("thanh 1985 va xon 1990", [("Thanh", 1985), ("Xon", 1990)]),
        ("ho van nam 1970 cao thi sau 1972", [("Ho Van Nam", 1970), ("Cao Thi Sau", 1972)]),
        ("ho van sang 1985 va vo", [("Ho Van Sang", 1985)]),
        ("Ho Van Nam 1960, 字, Đinh Xon 1980", [("Ho Van Nam", 1960), ("Đinh Xon", 1980)]),
        ("Ho Van Nam лba 1960", [("Ho Van Nam", None)]),
        ("Ho Van A 1985, Xon, Y Nuong", [("Ho Van A", 1985), ("Xon", None), ("Y Nuong", None)]),
        ("DK HUY 1990, MAI 1991, HEN 1992", [("Huy", 1990), ("Mai", 1991), ("Hen", 1992)]),
        ("dk ba 1960, nam 88 va tu 1991", [("Ba", 1960), ("Nam", 1988), ("Tu", 1991)]),
        ("Huy, 1990; Mai, 1991", [("Huy", 1990), ("Mai", 1991)]),
        ("huy cho mai 1991", [("Mai", 1991)]),
        ("huy mai 1991", [("Mai", 1991)]),
        ("dat cho con toi 5 tuoi ten Y Na", [("Y Na", 2021)]),
        ("dk ho van mai trung tam xa", [("Ho Van Mai", None)]),
        ("dk ho thi co uy ban xa", [("Ho Thi Co", None)]),
        ("dk Ho Van Trung 1985", [("Ho Van Trung", 1985)]),
        ("dk y mai, y nuong, y huy trung tam xa", [("Y Mai", None), ("Y Nuong", None), ("Y Huy", None)]),
        ("dk ho pot va ho mai", [("Ho Pot", None), ("Ho Mai", None)]),
        ("đăng ký cho y giấy và y nương", [("Y Giấy", None), ("Y Nương", None)]),
        ("dk 3 nguoi y giay y mai y cap", [("Y Giay", None), ("Y Mai", None), ("Y Cap", None)]),
        ("y giay, y nuong", [("Y Giay", None), ("Y Nuong", None)]),
        ("dk y hai", [("Y Hai", None)]),
        ("dk ho xuan 15 tuoi", [("Ho Xuan", 2011)]),
        ("dang ky ho me toi", []),
        ("dk ho hai nguoi", []),
        ("dk y te", []),
    ],
)
def test_who_is_named(text: str, people: list[tuple[str, int | None]]) -> None:
    assert heard(text) == people


@pytest.mark.parametrize(
    "text",
    [
        *(
            "lam dinh danh o dau",
            "dang ky muc 2",
            "ho so gom gi",
            "so ho khau",
            "le phi bao nhieu",
            "mai toi di",
            "dat cho",
        ),
        *(
            "toi sinh nam 1985",
            "nam 1985",
            "ba 60 tuoi",
            "mai 15 toi den",
            "tu 1990",
            "the cap nam 2016",
            "huy cho toi",
            "cao tuoi",
            "",
            "1985",
            "dong y",
            "tram y te",
        ),
    ],
)
def test_nobody_is_named_where_words_only_look_like_names(text: str) -> None:
    assert heard(text) == []


@given(vietnamese.texts())
def test_any_text_is_read_without_error(text: str) -> None:
    for name, year in heard(text):
        assert name.strip() == name != ""
        assert year is None or 1900 <= year <= 2026


def test_a_wife_named_behind_the_word_is_not_called_by_it() -> None:
    assert heard("dk Nguyen Van An 1980 va vo Ho Thi Be 1982") == [
        ("Nguyen Van An", 1980),
        ("Ho Thi Be", 1982),
    ]
    assert heard("dk ho van pot 1970, vo y thom 1975") == [("Ho Van Pot", 1970), ("Y Thom", 1975)]
    assert heard("dk Vo Van A 1980") == [("Vo Van A", 1980)]
    assert heard("dk vo y 1980") == [("Vo Y", 1980)]


NINE = [
    "Ho Van A",
    "Ho Thi B",
    "Dinh Xon",
    "Y Cuc",
    "Cao Van D",
    "Ho Van E",
    "Ho Thi G",
    "Ho Van H",
    "Ho Thi I",
]


@pytest.mark.parametrize(
    "text",
    [
        "dk " + " ".join(NINE),
        "dk 9 nguoi: " + ", ".join(NINE),
        "dk\n" + "\n".join(NINE),
        "dk " + " - ".join(NINE),
        "dk: " + " ".join(f"{number}. {name}" for number, name in enumerate(NINE, start=1)),
        "dk " + " ".join(f"{number} {name}" for number, name in enumerate(NINE, start=1)).lower(),
        "dk " + " ".join(f"{name} 19{70 + number}" for number, name in enumerate(NINE)),
        "dk " + ", ".join(f"{name} {50 + number} tuoi" for number, name in enumerate(NINE)),
    ],
)
def test_nine_neighbours_are_nine_whatever_stands_between_them(text: str) -> None:
    assert [name for name, _ in heard(text)] == NINE


def test_an_age_is_a_birth_year_and_shows_nobody() -> None:
    assert heard("dk Ho Van A 80 tuoi, Ho Thi B 75t thu 4") == [("Ho Van A", 1946), ("Ho Thi B", 1951)]
    assert heard("Ho Van A 80 t6") == [("Ho Van A", 1980)]
    assert [heard(text) for text in ("thang cu 8 tuoi", "ly do con toi 14 tuoi")] == [[], []]
