"""helpdesk/places/masking.py: what others may read of a resident's text."""

import re

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.places import sample
from helpdesk.places.communes import Place, all_places
from helpdesk.places.masking import masked
from tests.text import vietnamese


@pytest.fixture
def places(db: sa.Connection) -> list[Place]:
    sample.load(db)
    return list(all_places(db))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("dk ho van a 1985 ca roong 1 thu 4", "dk *** **** ca roong 1 thu 4"),
        ("Cho Hồ Thị Mai sinh 1954 ở bản Cà Roòng 1", "Cho *** **** ở bản Cà Roòng 1"),
        ("toi ten Thoong, muon lam muc 2", "toi ten ***, muon lam muc 2"),
        ("goi lai so 0912 345 678 nhe", "goi lai so **** *** *** nhe"),
        ("cccd ************ bao gio co", "cccd ************ bao gio co"),
        ("len y leng luc 8h ngay 25/11", "len y leng luc *h ngay **/**"),
        ("xin hoi anh Xon o dau", "xin hoi anh *** o dau"),
        ("CON MUON LAM MUC 2", "CON MUON LAM MUC 2"),
        ("1 2 3 4", "* * * *"),
        ("đi ban 39 ???", "đi ban 39 ???"),
        ("👍", "👍"),
        ("", ""),
    ],
)
def test_places_stay_and_names_and_numbers_go(places: list[Place], text: str, shown: str) -> None:
    assert masked(text, places, this_year=2026) == shown


@given(vietnamese.texts() | st.text())
def test_no_number_of_two_digits_is_shown(text: str) -> None:
    assert re.search(r"\d{2}", masked(text, (), this_year=2026)) is None
