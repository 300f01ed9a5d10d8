"""helpdesk/places/beside_years.py: a misspelt village behind a birth year or beside the day, told from one more name."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.reading import read
from helpdesk.places.sample import without_database

MONDAY, PLACES = date(2026, 11, 23), tuple(without_database())


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("dk ho van a 1985 y lng thu 4", "Y Leng"),
        ("dk ho van a 1985 y leg thu 4 tuan sau", "Y Leng"),
        ("dk ho van a 1985 y len 8/12", "Y Leng"),
        ("dk ho van a 1985 y leen 8/12", "Y Leng"),
        ("dk Hồ Văn A 1985 Y Lèn thứ 4", "Y Leng"),
        ("DK HO VAN A 1985, Y LEG, THU 4", "Y Leng"),
        ("dk ho van a 85 o y leg thu 4 nghe", "Y Leng"),
        ("dk ho van a 1985 thu 4 y leg", "Y Leng"),
        ("ho van a 1985 8/12 y leg", "Y Leng"),
        ("dk y leg thu 4 ho van a 1985", "Y Leng"),
        ("dk ho van a 1985 ra may thu 4", "Ra Mai"),
        ("dk ho van a 1985 cu to thu 4", "Cu Tồn"),
        ("dk ho van a 1985 cham pi thu 4", "Chăm Pu"),
        ("dk ho van a 1985 doog thu 4", "Đoòng"),
        ("dk ho van a 1985 dong thu 4", "Đoòng"),
    ],
)
def test_what_stands_there_without_a_year_is_the_village(text: str, village: str) -> None:
    reading = read(text, today=MONDAY, places=PLACES)
    assert [place.name for place in reading.places] == [village]
    assert [(person.name.casefold(), person.birth_year) for person in reading.people] in (
        [("ho van a", 1985)],
        [("hồ văn a", 1985)],
    )
    assert (reading.party, reading.date is not None) == (1, True)


@pytest.mark.parametrize(
    ("text", "people", "village"),
    [
        ("dk ho van a 1985 y len 1990 thu 4", 2, None),
        ("dk ho van a 1985 y len 1990 y leng thu 4", 2, "Y Leng"),
        ("dk ho van a 1985, y len, y leng thu 4", 2, "Y Leng"),
        ("dk ho van a 1985 y lan thu 4", 2, None),
        ("dk ho van a 1985 y long thu 4", 2, None),
        ("dk ho van a 1985 vo y len thu 4", 2, None),
        ("dk ho van a 1985 va y len thu 4", 2, None),
        ("dk y cuc, y nuong thu 4", 2, None),
        ("Ho Van A 1985, Y Len", 2, None),
        ("dk ho van a 1985 thu 4 nhe", 1, None),
        ("dk ho van a 1985 ra may gio", 1, None),
    ],
)
def test_who_has_a_year_or_is_listed_is_a_person(text: str, people: int, village: str | None) -> None:
    reading = read(text, today=MONDAY, places=PLACES)
    assert (reading.party, [place.name for place in reading.places]) == (people, [village] if village else [])
