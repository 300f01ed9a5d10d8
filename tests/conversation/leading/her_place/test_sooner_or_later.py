"""What she has booked, wanted sooner, later, some weeks later, or on another day than one that she gives up."""

from datetime import datetime

import pytest

from tests.conversation.talk import asked, book, bookings_of, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("lùi lại 1 tuần", "thu tu 9/12"),
        ("cho tôi hoãn lại hai tuần nhé", "thu tu 16/12"),
        ("đổi trễ hơn một tuần", "thu tu 9/12"),
        ("huy thu 4 dat thu 6", "thu sau 4/12"),
        ("thứ 4 đám cưới cháu nên cho tôi dời qua thứ 6 tuần sau nhé", "thu sau 11/12"),
    ],
)
def test_the_day_that_it_comes_to_is_asked_about_and_nothing_is_given_up(
    service: Service, text: str, day: str
) -> None:
    book(service)
    assert say(service, text).startswith(f"Doi sang {day}, ")
    assert asked(service) == ("reschedule", "that_day")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("có buổi nào sớm hơn không", "thu sau 4/12"),
        ("tre hon duoc khong", "thu sau 4/12"),
        ("later please", "thu sau 4/12"),
    ],
)
def test_sooner_or_later_without_a_day_lists_the_days(service: Service, text: str, first: str) -> None:
    book(service)
    assert say(service, text).splitlines()[1].startswith(f"1 {first} ")


def test_of_who_has_no_place_nothing_is_moved(service: Service) -> None:
    say(service, "có sớm hơn không")
    assert asked(service) != ("reschedule", "to_when")


@on_sqlite
@pytest.mark.parametrize("text", ["đổi qua thứ 7", "chuyen sang chu nhat"])
def test_a_day_without_an_opening_is_told_and_the_days_are_listed(service: Service, text: str) -> None:
    book(service)
    assert "khong co buoi khac con cho" in say(service, text).splitlines()[0]
    assert asked(service) == ("reschedule", "to_when")


@on_sqlite
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mai toi ban di ray roi, doi qua tuan sau dc ko", "thu hai 7/12"),
        ("mai mua to ko di dc, hen bua khac", "thu sau 4/12"),
        ("mai tui mắc rẫy không đi được mô, dời bữa khác nghe", "thu sau 4/12"),
        ("mai toi chua di, bua sau di", "thu sau 4/12"),
        ("ngay mai ban, cho doi ngay khac", "thu sau 4/12"),
        ("toi ban ngay mai nen muon doi lich hen", "thu sau 4/12"),
        ("thu 4 toi ban, doi bua khac", "thu sau 4/12"),
    ],
)
def test_the_day_that_she_gives_up_is_not_the_one_she_wants(service: Service, text: str, first: str) -> None:
    book(service, opening=1)
    service.clock.set(datetime(2026, 12, 1, 11))  # noqa: DTZ001 - commune time
    told = say(service, text).splitlines()
    assert told[0].startswith("Tai Trung tam")
    assert told[1].startswith(f"1 {first} ")
