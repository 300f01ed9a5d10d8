"""Names as residents write them. All persons are invented samples."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.folding import matching_key
from helpdesk.text.people.people_names import MOST_PEOPLE, SpokenPerson, parse_people
from tests.text import vietnamese


def heard(text: str) -> list[tuple[str, int | None]]:
    """The people in a text of 2026."""
    return [(person.name, person.birth_year) for person in parse_people(text, this_year=2026)]


def names(text: str) -> list[str]:
    return [name for name, _ in heard(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ho Van An 1985",
        "ho van an 1985",
        "HO VAN AN 1985",
        "  Ho  Van An  (1985) ",
        "Ho Van An 85",
        "Ho Van An '85",
        "Ho Van An sinh nam 1985",
        "Ho Van An sinh 1985",
        "Ho Van An nam sinh 1985",
        "Ho Van An sn 85",
        "Ho Van An sn85",
        "Ho Van An ns 1985",
        "Ho Van An, sinh nam 1985",
        "Ho Van An, 1985",
        "Ho Van An: 1985",
        "Ho Van An - 1985",
        "Ho Van An-1985",
        "Ho Van An1985",
        "Ho Van An 12/3/1985",
        "Ho Van An sinh ngay 12/3/85",
        "1. Ho Van An 1985",
        "1985 Ho Van An",
        "toi la Ho Van An 1985",
        "ten la ho van an sinh nam 1985",
        "Toi ten la Ho Van An 1985",
        "Ho ten: Ho Van An, nam sinh: 1985",
        "ong Ho Van An 1985 nhe",
        "anh Ho Van An 1985",
        "dang ky cho Ho Van An 1985",
        "Ho Van An 1985 0912345678",
        "Ho Van An 1985, 044085001234, 0912 34 56 78",
        "Ho Van An 1985 😀",
    ],
)
def test_one_person_is_heard_however_the_year_is_said(text: str) -> None:
    assert heard(text) == [("Ho Van An", 1985)]


@pytest.mark.parametrize(
    "text",
    [
        "Ho Van An 1985, Y Cuc 1990, Dinh Xon 2005",
        "Ho Van An 85; Y Cuc 90; Dinh Xon 05",
        "Ho Van An 1985\nY Cuc 1990\nDinh Xon 2005",
        "Ho Van An 1985 Y Cuc 1990 Dinh Xon 2005",
        "Ho Van An 85 Y Cuc 90 Dinh Xon 05",
        "ho van an 1985 va y cuc 1990 va dinh xon 2005",
        "Ho Van An 1985 voi Y Cuc 1990 & Dinh Xon 2005",
        "Ho Van An 1985 + Y Cuc 1990 + Dinh Xon 2005",
        "1. Ho Van An 1985 2. Y Cuc 1990 3. Dinh Xon 2005",
        "1) ho van an 85\n2) y cuc 90\n3) dinh xon 05",
        "1 Ho Van An 1985 2 Y Cuc 1990 3 Dinh Xon 2005",
        "- Ho Van An 1985\n- Y Cuc 1990\n- Dinh Xon 2005",
        "Ho Van An (1985), Y Cuc (1990), Dinh Xon (2005)",
        "Ho Van An, 1985, Y Cuc, 1990, Dinh Xon, 2005",
        "1985 Ho Van An, 1990 Y Cuc, 2005 Dinh Xon",
        "HO VAN AN SN 1985 VA Y CUC SN 1990 VA DINH XON SN 2005",
        "Toi dang ky cho 3 nguoi: Ho Van An 1985, Y Cuc 1990, Dinh Xon 2005",
        "toi la Ho Van An 1985, vo toi la Y Cuc 1990 va con trai ten Dinh Xon 2005",
        "ong Ho Van An 85, ba Y Cuc 90, con Dinh Xon 05 nhé",
        "Ho Van An 1985. Y Cuc 1990. Dinh Xon 2005.",
        "Ho Van An 1985, Y Cuc (vo) 1990, Dinh Xon (con) 2005",
    ],
)
def test_a_household_is_heard_however_it_is_listed(text: str) -> None:
    assert heard(text) == [("Ho Van An", 1985), ("Y Cuc", 1990), ("Dinh Xon", 2005)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ho Van An, Y Cuc", [("Ho Van An", None), ("Y Cuc", None)]),
        ("Ho Van An, Y Cuc 1990", [("Ho Van An", None), ("Y Cuc", 1990)]),
        ("Ho Van An 1985, Y Cuc", [("Ho Van An", 1985), ("Y Cuc", None)]),
        ("thanh va xon", [("Thanh", None), ("Xon", None)]),
        ("Ho Van An 45 tuoi va Y Cuc 40t", [("Ho Van An", 1981), ("Y Cuc", 1986)]),
        ("Ho Van An 26, Y Cuc 27", [("Ho Van An", 2026), ("Y Cuc", 1927)]),
        ("Ho Van An 2030", [("Ho Van An", None)]),
        ("Ho Van An 200 tuoi", [("Ho Van An", None)]),
        ("Mary born in 1990, born 1985", [("Mary", 1990)]),
        ("Ho Van A. Ho Thi B", [("Ho Van A", None), ("Ho Thi B", None)]),
        ("Hồ Văn Ân 1985 và Hồ Thị Bé 1990", [("Hồ Văn Ân", 1985), ("Hồ Thị Bé", 1990)]),
    ],
)
def test_a_year_belongs_to_the_name_before_it(text: str, people: list[tuple[str, int | None]]) -> None:
    assert heard(text) == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ho Van Nam 1985", "Ho Van Nam"),
        ("nguyen hoai nam 1985", "Nguyen Hoai Nam"),
        ("nguyen hoai nam sinh 1985", "Nguyen Hoai Nam"),
        ("Nguyễn Hoài Nam sinh năm 1985", "Nguyễn Hoài Nam"),
        ("Ho Nam sinh 1985", "Ho Nam"),
        ("ho van sinh 1985", "Ho Van Sinh"),
        ("ho van sinh nam 1985", "Ho Van Sinh"),
        ("Tran Quang Sinh 1985", "Tran Quang Sinh"),
        ("Ho Thi Va 1985", "Ho Thi Va"),
        ("ho thi va hoa 1985", "Ho Thi Va Hoa"),
        ("Ho Va Thanh", "Ho Va Thanh"),
        ("Hồ Vá", "Hồ Vá"),
        ("Vo Van An", "Vo Van An"),
        ("Võ Cao Thanh", "Võ Cao Thanh"),
        ("Chu Van An", "Chu Van An"),
        ("Chau Thi Be", "Chau Thi Be"),
        ("Ong Van Long", "Ong Van Long"),
        ("Anh Tuan", "Anh Tuan"),
        ("Dang Ky Anh", "Dang Ky Anh"),
        ("Ba", "Ba"),
        ("Minh", "Minh"),
        ("Ho Van Con", "Ho Van Con"),
        ("Y Me", "Y Me"),
        ("Ho Thi A", "Ho Thi A"),
    ],
)
def test_a_word_that_is_part_of_a_name_is_not_lost(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("con gai toi ten la y cuc", "Y Cuc"),
        ("vo toi la Ho Thi Lan", "Ho Thi Lan"),
        ("vo Ho Thi Lan", "Ho Thi Lan"),
        ("Vợ Hồ Thị Lan", "Hồ Thị Lan"),
        ("cháu Dinh Cu", "Dinh Cu"),
        ("ba Y Cuc", "Y Cuc"),
        ("ong Xon", "Xon"),
        ("me Y Nuong nhe", "Y Nuong"),
        ("em Ho Van An", "Ho Van An"),
        ("cho Ho Van An", "Ho Van An"),
    ],
)
def test_kinship_and_politeness_around_a_name_are_left_out(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("HO VAN AN", "Ho Van An"),
        ("hồ văn ân", "Hồ Văn Ân"),
        ("HỒ THỊ ÁNH ĐÀO", "Hồ Thị Ánh Đào"),
        ("Ho van an", "Ho Van An"),
        ("y cuc", "Y Cuc"),
        ("Y. Cuc", "Y Cuc"),
        ("k-ai y'nuong", "K-Ai Y'Nuong"),
        ("Ho\u0302\u0300 Va\u0306n A\u0302n", "Hồ Văn Ân"),
        ("“Dinh Xon”", "Dinh Xon"),
    ],
)
def test_names_are_printed_in_title_case_with_the_accents_that_were_typed(typed: str, printed: str) -> None:
    assert names(typed) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "1",
        "1985",
        "123 456",
        "25/11",
        "0912345678",
        "044190001234",
        "😀👍",
        "?!.,",
        "toi",
        "toi va me toi",
        "cam on",
    ],
)
def test_a_text_without_a_name_has_nobody(text: str) -> None:
    assert heard(text) == []


def test_up_to_six_words_may_be_a_name() -> None:
    assert names("Ho Thi Kim Anh Dao Lan") == ["Ho Thi Kim Anh Dao Lan"]


@pytest.mark.parametrize(
    "text",
    ["khi nao thi can bo den ban vay", "Ho Van An, toi muon hoi khi nao thi can bo den"],
)
def test_a_sentence_is_not_a_name_and_the_whole_text_is_asked_for_again(text: str) -> None:
    assert heard(text) == []


def test_more_people_are_heard_than_may_be_booked_so_that_nobody_is_left_out_unnoticed() -> None:
    village = ", ".join(f"Ho Van {chr(ord('A') + n % 26)}" for n in range(MOST_PEOPLE + 5))

    people = parse_people(village, this_year=2026)

    assert len(people) == MOST_PEOPLE == 100
    assert people[25] == SpokenPerson("Ho Van Z", None)


_given = st.sampled_from(
    [
        "Thanh",
        "Xon",
        "Cuc",
        "Cu",
        "Chay",
        "Nuong",
        "Lan",
        "Hoa",
        "Tuan",
        "Ánh",
        "Đào",
        "Bé",
        "Nam",
        "Sinh",
        "Ba",
        "Con",
        "Minh",
    ]
)
_full = st.builds(
    "{} {} {}".format, st.sampled_from(["Ho", "Dinh", "Cao", "Hồ"]), st.sampled_from(["Van", "Thi"]), _given
)
_people = st.lists(st.tuples(_full, st.none() | st.integers(1930, 2026)), min_size=1, max_size=9)


@given(
    _people,
    st.sampled_from([", ", "; ", "\n", " va ", " & ", " + ", ",", " voi "]),
    st.sampled_from([str.title, str.upper, str.lower]),
)
def test_no_name_and_no_year_of_a_list_is_lost(
    people: list[tuple[str, int | None]], separator: str, case: Callable[[str], str]
) -> None:
    text = separator.join(case(name) + (f" {year}" if year else "") for name, year in people)

    assert [(name.title(), year) for name, year in heard(text)] == [
        (name.title(), year) for name, year in people
    ]


@given(_people)
def test_years_alone_part_the_names(people: list[tuple[str, int | None]]) -> None:
    said = [(name, year or 1985) for name, year in people]

    assert heard(" ".join(f"{name} {year}" for name, year in said)) == said


@given(_people)
def test_numbering_parts_the_names(people: list[tuple[str, int | None]]) -> None:
    text = " ".join(f"{n}. {name} {year or ''}" for n, (name, year) in enumerate(people, start=1))

    assert heard(text) == people


@given(vietnamese.texts())
def test_any_text_is_read_without_error_and_nothing_is_invented(text: str) -> None:
    typed = matching_key(text).replace(" ", "")

    for person in parse_people(text, this_year=2026):
        assert person.name
        assert person.name == " ".join(person.name.split())
        assert all(matching_key(word).replace(" ", "") in typed for word in person.name.split())


@pytest.mark.parametrize("text", ["И", "ß", "漢字 1985", "Ho Van A, Лt Tien", "❤€٣"])
def test_a_name_that_could_not_be_sent_is_none(text: str) -> None:
    assert parse_people(text, this_year=2026) == ()


@pytest.mark.parametrize(
    "text", ["ngay 4/12", "thu 6 4/12", "thứ 6", "mot minh toi", "minh toi", "cccd 044085001234"]
)
def test_days_and_oneself_are_no_names(text: str) -> None:
    assert parse_people(text, this_year=2026) == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ba noi con ten Y Nuong sinh nam 1954", [("Y Nuong", 1954)]),
        ("ong ngoai toi Ho Van A 1950", [("Ho Van A", 1950)]),
        ("Ho Van A, sinh 15 thang 3 nam 1985", [("Ho Van A", 1985)]),
        ("Ho Van A 1985 cccd 044085001234, Ho B sdt 0912345678", [("Ho Van A", 1985), ("Ho B", None)]),
        ("minh toi thoi, Ho Van Minh", [("Ho Van Minh", None)]),
        ("John Smith 1985 and Mary Smith 1990", [("John Smith", 1985), ("Mary Smith", 1990)]),
        ("Ho Thi Thu 7 tuoi, Thu 1990", [("Ho Thi Thu", 2019), ("Thu", 1990)]),
    ],
)
def test_nobody_is_made_of_the_words_around_a_name(text: str, people: list[tuple[str, int | None]]) -> None:
    assert [(one.name, one.birth_year) for one in parse_people(text, this_year=2026)] == people


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
        " ".join(NINE),
        ", ".join(NINE),
        "\n".join(NINE),
        " - ".join(NINE),
        " ".join(f"{number}. {name}" for number, name in enumerate(NINE, start=1)),
        " ".join(f"{name} 19{70 + number}" for number, name in enumerate(NINE)),
        " ".join(f"{name} {50 + number}t" for number, name in enumerate(NINE)),
        " ".join(NINE).lower(),
    ],
)
def test_nine_neighbours_are_nine_whatever_stands_between_them(text: str) -> None:
    assert [name.title() for name in names(text)] == NINE


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("hồ pot vợ y thơm con hồ na", [("Hồ Pot", None), ("Y Thơm", None), ("Hồ Na", None)]),
        (
            "ho pot vo la y thom 1990 con trai ho na",
            [("Ho Pot", None), ("Y Thom", 1990), ("Ho Na", None)],
        ),
        ("ho thi con y lan", [("Ho Thi Con", None), ("Y Lan", None)]),
        ("tên thật mẹ là y sáu, bố hồ tư", [("Y Sáu", None), ("Hồ Tư", None)]),
        ("chồng tôi tên pot họ hồ sinh 1990", [("Hồ Pot", 1990)]),
        ("họ Hồ Văn A", [("Hồ Văn A", None)]),
        ("bà sinh 1971 nhé", []),
        ("mẹ 1950", []),
        ("thôi để thứ 4", []),
        ("đổi từ 4/12 sang 9/12", []),
        ("Ho Thi B 1990, chứ, Y Lan", [("Ho Thi B", 1990), ("Y Lan", None)]),
        ("Do Thi Co 1930", [("Do Thi Co", 1930)]),
    ],
)
def test_what_she_is_and_what_is_talked_is_no_name(text: str, people: list[tuple[str, int | None]]) -> None:
    assert heard(text) == people
