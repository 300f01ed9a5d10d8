"""helpdesk/text/people/party.py: how many people are spoken of."""

import pytest
from hypothesis import given

from helpdesk.text.people.party import MOST, party_of
from helpdesk.text.tokens import tokens_of
from tests.text import vietnamese


def party(text: str) -> int:
    return party_of(tokens_of(text), named=[], taken=set())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("dat cho", 1),
        ("toi", 1),
        ("cho con gai toi", 1),
        ("lam muc 2 cho me", 1),
        ("dat 3 cho", 3),
        ("2 nguoi", 2),
        ("hai vo chong", 2),
        ("vo chong toi va 3 con", 5),
        ("toi va vo", 2),
        ("4 nguoi lon 2 dua nho", 6),
        ("vo chong toi, 2 con", 4),
        ("nha toi 5 nguoi, 2 con nho", 5),
        ("muoi hai nguoi", 12),
        ("hai ôn mệ tui", 2),
        ("cho ôn với mệ tui", 2),
        ("hai eng em tui", 2),
        ("nhà tui năm cái miệng", 5),
        ("my parents and me", 3),
        ("two of us", 2),
        ("my grandmother and grandfather", 2),
        ("his mother and his two daughters", 3),
        ("I and her mother", 2),
        ("em sinh nam 1999", 1),
        ("toi voi me toi", 2),
        ("me va 2 con dang ky", 3),
        ("nha toi 4 nguoi", 4),
        ("ca nha 6 nguoi", 6),
        ("toi va 3 nguoi nua", 4),
        ("ba me con em", 3),
        ("9 bà con", 9),
        ("con toi 5 tuoi", 1),
        ("my wife and me", 2),
        ("two people", 2),
        ("2 vc e va con gai", 3),
        ("hai vo chogn", 2),
        ("tui voi thang cu", 2),
        ("tôi với thằng em", 2),
        ("thang sau", 1),
        ("hai me con va ba ngoai", 3),
        ("con o ban Tuoc, con muon dat mot cho", 1),
        ("dat 3", 3),
        ("dat 1985", 1),
    ],
)
def test_how_many_are_spoken_of(text: str, count: int) -> None:
    assert party(text) == count


def test_those_named_count_and_so_does_whoever_comes_with_them() -> None:
    tokens = tokens_of("ho van a va vo")
    assert party_of(tokens, named=[(0, 3)], taken=set()) == 2
    assert party_of(tokens_of("3 nguoi ho van a, ho van b"), named=[(2, 5), (5, 8)], taken=set()) == 3


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("me toi 1950, Ho Van A 1985", "Ho Van A 1985", 2),
        ("mẹ tôi sinh 1950, Hồ Văn A 1985", "Hồ Văn A 1985", 2),
        ("cho me toi 1950 va toi Ho Van A 1985", "Ho Van A 1985", 2),
        ("me toi va toi Ho Van A 1985", "Ho Van A 1985", 2),
        ("mệ tui 1940 với tui Hồ Văn A 1985", "Hồ Văn A 1985", 2),
        ("cho tôi và vợ là Y Thơm 1993", "Y Thơm 1993", 2),
        ("Ho Van A 1985, chong toi 80, con gai toi 2010", "Ho Van A 1985", 3),
        ("Ho Van A 1985, o ban tuoc, va me 1950", "Ho Van A 1985", 2),
        ("con 2010, Ho Van A 1985", "Ho Van A 1985", 2),
        ("me toi 75 tuoi, Ho Van A 1985", "Ho Van A 1985", 2),
        ("me toi, Ho Van A 1985", "Ho Van A 1985", 2),
        ("chồng tôi, Hồ Thị B 1985", "Hồ Thị B 1985", 2),
        ("vo toi, Ho Thi B 1985", "Ho Thi B 1985", 1),
        ("vo toi Ho Thi B 1985", "Ho Thi B 1985", 1),
        ("cho vo toi la Ho Thi B 1985", "Ho Thi B 1985", 1),
        ("toi la Ho Van A 1985", "Ho Van A 1985", 1),
        ("dk cho e 1 cho, e la ho van binh 2001", "ho van binh 2001", 1),
        ("me toi 1950 ten Ho Thi B", "Ho Thi B", 1),
        ("toi sinh 1985 ten Ho Van A", "Ho Van A", 1),
        ("Ho Thi B me toi 1950", "Ho Thi B", 1),
    ],
)
def test_kin_with_a_year_of_her_own_is_one_of_them_and_kin_in_front_of_a_name_is_that_one(
    text: str, name: str, count: int
) -> None:
    tokens = tokens_of(text)
    start = next(at for at, token in enumerate(tokens) if text.index(name) == token.start)
    assert party_of(tokens, named=[(start, start + len(name.split()))], taken=set()) == count


@pytest.mark.parametrize(
    ("text", "count"), [("toi 1985 va vo 1988", 2), ("bo toi 1950, me toi 1955", 2), ("toi va ba toi", 2)]
)
def test_people_with_years_and_no_names_are_counted(text: str, count: int) -> None:
    assert party(text) == count


@given(vietnamese.texts())
def test_there_is_always_somebody_and_never_a_crowd(text: str) -> None:
    assert 1 <= party(text) <= MOST
