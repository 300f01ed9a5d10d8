"""helpdesk/booking/persons/same_person.py"""

import pytest

from helpdesk.booking.persons.same_person import Likeness, Somebody, likeness, may_be_same, pairs_among


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Hồ Văn A", "HO VAN A", Likeness.SAME, id="accents and case"),
        pytest.param("Nuong Y", "Y Nương", Likeness.SAME, id="another order"),
        pytest.param("Hồ A", "Hồ Văn A", Likeness.PART, id="without the middle word"),
        pytest.param("Y Nương", "Nguyễn Y Nương", Likeness.PART, id="without the surname"),
        pytest.param("Hồ Thị Phuơng", "Hồ Thị Phương", Likeness.SAME, id="an accent on the wrong letter"),
        pytest.param("Dinh Van Phuoc", "Dinh Van Phuocc", Likeness.SLIP, id="a slip of the thumb"),
        pytest.param("Hồ Văn A", "Hồ Văn B", Likeness.NONE, id="names of one letter"),
        pytest.param("Hồ Thị Mai", "Hồ Thị Mây", Likeness.NONE, id="short names differ by a letter"),
        pytest.param("Mai", "Hồ Thị Mai", Likeness.NONE, id="one word is too little"),
        pytest.param("Hồ Hồ", "Hồ Văn A", Likeness.NONE, id="a word counts once"),
        pytest.param("", "Hồ Văn A", Likeness.NONE, id="no name"),
        pytest.param("ສົມ", "ຈັນ", Likeness.NONE, id="letters that are not folded"),
    ],
)
def test_how_alike_two_names_are(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("Hồ Văn A", 1985), ("HO A", 1985), True, id="alike and of one year"),
        pytest.param(("Đinh Phước", 1985), ("Dinh Phuocc", 1985), True, id="a slip, and of one year"),
        pytest.param(("Hồ Văn A", 1985), ("Hồ Văn A", 1986), False, id="of two years"),
        pytest.param(("Hồ Văn A", None), ("Hồ Văn A", 1985), False, id="no year, and from elsewhere"),
        pytest.param(("Hồ Văn A", None, 7), ("Hồ Văn A", 1985, 7), True, id="no year, and one phone"),
        pytest.param(("Hồ A", None, None, 3), ("Hồ Văn A", None, 4, 3), True, id="no year, and one village"),
        pytest.param(("Phước", None, 7), ("Phuocc", None, 7), False, id="no year, and a slip"),
        pytest.param(("Hồ Văn A", 1985, 7, 3), ("Hồ Thị B", 1985, 7, 3), False, id="another name"),
    ],
)
def test_who_may_be_one(one: tuple[str, int | None], other: tuple[str, int | None], expected: bool) -> None:
    assert may_be_same(Somebody(1, *one), Somebody(2, *other)) is expected


def test_each_pair_is_found_once_however_many_ways_lead_to_it() -> None:
    people = [
        Somebody(3, "Hồ Văn A", 1985, phone=7, place=1),
        Somebody(1, "HO VAN A", 1985, phone=7, place=1),
        Somebody(2, "Hồ Thị B", 1990, phone=7, place=1),
        Somebody(5, "Y Nương", None, phone=8, place=2),
        Somebody(4, "Nguyen Y Nuong", 1960, phone=9, place=2),
    ]
    assert [(one.id, other.id) for one, other in pairs_among(people)] == [(1, 3), (4, 5)]


def test_a_whole_commune_is_looked_through() -> None:
    letters = "abcdefghij"
    names = ["Ho " + "".join(letters[int(digit)] for digit in f"{n:03}") for n in range(1000)]
    people = [Somebody(n, name, 1940 + n % 80, phone=n, place=n % 20) for n, name in enumerate(names)]
    twin = Somebody(9999, "AAH HO", 1947)
    assert list(pairs_among([*people, twin])) == [(people[7], twin)]
