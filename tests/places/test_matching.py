"""helpdesk/places/matching.py, on the sample places."""

import pytest

from helpdesk.places.matching import match_place
from helpdesk.places.sample import without_database

PLACES = without_database()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cà Roòng 1", "ca-roong-1"),
        ("ca roong 1", "ca-roong-1"),
        ("CA ROONG 1", "ca-roong-1"),
        ("ban ca roong 1", "ca-roong-1"),
        ("ca rong 2", "ca-roong-2"),
        ("Ka Roong 1", "ca-roong-1"),
        ("caroong1", "ca-roong-1"),
        ("Cà Ròng 2", "ca-roong-2"),
        ("aky", "a-ky"),
        ("A Ky", "a-ky"),
        ("bãi dinh", "bai-dinh"),
        ("bai dinhh", "bai-dinh"),
        ("ban 39", "ban-39"),
        ("chalo", "cha-lo"),
        ("k ai", "k-ai"),
        ("thuong trach", "trung-tam-thuong-trach"),
        ("trung tam xa dan hoa", "trung-tam-dan-hoa"),
        ("xa dan hoa", "trung-tam-dan-hoa"),
        ("ubnd xa dan hoa", "trung-tam-dan-hoa"),
    ],
)
def test_a_place_is_found_however_its_name_is_written(text: str, code: str) -> None:
    found = match_place(text, PLACES)
    assert found.place is not None
    assert found.place.code == code


@pytest.mark.parametrize("text", ["ca roong", "ban ca rong", "Ka Roong"])
def test_a_name_without_its_number_is_asked_about(text: str) -> None:
    found = match_place(text, PLACES)
    assert found.place is None
    assert {place.code for place in found.candidates} == {"ca-roong-1", "ca-roong-2"}


@pytest.mark.parametrize("text", ["ca roong 3", "ca roong 11", "ban 40"])
def test_the_number_of_a_village_is_never_guessed(text: str) -> None:
    found = match_place(text, PLACES)
    assert found.place is None
    assert found.candidates == ()


@pytest.mark.parametrize("text", ["", "   ", "!?", "ban", "can cuoc het han", "x", "1", "ha noi thu do"])
def test_what_is_no_place_is_no_place(text: str) -> None:
    found = match_place(text, PLACES)
    assert found.place is None
    assert found.candidates == ()


def test_where_there_are_no_places_nothing_is_found() -> None:
    assert match_place("ca roong 1", []).place is None


def test_every_sample_place_is_found_by_its_own_name_and_by_each_other_spelling() -> None:
    for place in PLACES:
        for name in (place.name, *place.aliases, place.name.upper()):
            assert match_place(name, PLACES).place == place
