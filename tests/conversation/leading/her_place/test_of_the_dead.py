"""helpdesk/conversation/leading/her_place/of_the_dead.py: who has died, and nobody who lives. All are invented."""

from datetime import datetime

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TOLD = ["of_the_dead.tell"]
MONDAY = 3


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "bo toi mat roi tai khoan dinh danh lam sao",
        "me toi mat nam ngoai roi ma van bao lam",
        "ba noi mat thang truoc co phai bao cong an xoa can cuoc ko",
        "sao con goi ten me toi, me toi mat lau roi",
    ],
)
def test_a_death_is_heard_whatever_else_its_words_resemble(service: Service, text: str) -> None:
    assert steps(say(service, text)) == TOLD


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "cha toi bi mu hai mat",
        "me toi mo mat roi khong thay duong, lam sao lam dinh danh",
        "ba 60 tuoi roi the con han den chet ha",
        "con cua toi chet dien thoai roi, may khong len",
        "toi qua doi sim duoc khong",
        "lam giay khai tu cho ong noi can gi",
    ],
)
def test_nobody_is_mourned_who_lives(service: Service, text: str) -> None:
    assert steps(say(service, text)) != TOLD


@on_sqlite
def test_whose_card_is_lost_has_not_died(service: Service) -> None:
    say(service, "mat the can cuoc lam sao")
    assert steps(say(service, "me toi mat roi")) != TOLD
    assert steps(say(service, "me toi mat nam ngoai roi")) == TOLD


@on_sqlite
def test_what_is_closed_for_them_is_asked_of_the_same(service: Service) -> None:
    assert steps(say(service, "bo toi mat roi tai khoan dinh danh lam sao", "can khoa lai khong")) == TOLD


@on_sqlite
@pytest.mark.parametrize("text", ["me toi dau mat hom qua", "ong A mat the hom qua"])
def test_at_a_reminder_an_eye_and_a_card_are_no_death(service: Service, text: str) -> None:
    book(service, opening=MONDAY, names="Ho Van A 1985")
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    assert not say(service, text).startswith("Huy cho cua")
    assert len(bookings_of(service)) == 1
