"""helpdesk/conversation/actions/reaching/when_reminded.py: on which day one is reminded, and how. All are invented."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

SOON, LATER = "dk ho van a 1985 trung tam thuong trach thu 4", "dk ho van a 1985 ban tuoc 29/12"


@pytest.mark.parametrize(
    "text", ["bao gio nhac", "co nhac khong", "khi nao nhan tin nhac toi", "den hom do co nhac khong"]
)
def test_who_has_a_place_is_told_the_day_of_her_next_reminder(service: Service, text: str) -> None:
    say(service, LATER, "1")
    told = say(service, text)
    assert steps(told) == ["when_reminded.texted"]
    assert "thu bay 26/12" in told


@on_sqlite
@pytest.mark.parametrize(
    ("before", "told"),
    [
        ((), "unbooked"),
        ((SOON, "1"), "texted"),
        ((LATER, "1", "goi thay"), "rung"),
        ((LATER, "1", "stop"), "silent"),
    ],
)
def test_how_she_is_told_decides_what_she_hears(service: Service, before: tuple[str, ...], told: str) -> None:
    for text in before:
        say(service, text)
    assert steps(say(service, "co nhac khong")) == [f"when_reminded.{told}"]
