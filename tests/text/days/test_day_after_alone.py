"""helpdesk/text/days/day_after_alone.py: "mot" as a day by its place in a text, told from the number one."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.reading import read
from helpdesk.places.sample import without_database

MONDAY, PLACES = date(2026, 11, 23), tuple(without_database())


def said(text: str) -> date | None:
    return read(text, today=MONDAY, places=PLACES).date


@pytest.mark.parametrize(
    "text",
    [
        "Y LENG MOT",
        "co do mot nhe",
        "dk y leng mot",
        "dk yleng mốt",
        "mot dk y leng",
        "MOT DANG KY CHA LO",
        "mot tui len y leng",
        "mot dat lich cho dinh thi hoa 2001 ban pa choong",
        "dk ho van a 1985 y leng mot",
        "dk ho van a 1985 mot y leng",
        "dk y leng mot ho van a 1985",
        "dk ca roong mot mot",
    ],
)
def test_beside_the_place_or_before_the_wish_it_is_the_day_after_tomorrow(text: str) -> None:
    assert said(text) == date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        "mot nguoi",
        "cho toi mot cho",
        "mot minh",
        "toi o y leng mot minh",
        "dk mot nguoi y leng",
        "y leng mot nguoi",
        "y leng mot con",
        "dk y leng mot suat",
        "dk ca roong mot",
        "một dk y leng",
        "y leng một",
        "mot con toi",
        "mot lan nua",
        "mot",
        "ho van mot 1985",
        "dk y mot 1990 y leng",
    ],
)
def test_everywhere_else_it_counts_or_is_a_name(text: str) -> None:
    assert said(text) is None
